import { Text, View } from '@tarojs/components';

export default function Mode() {
  return (
    <View>
      <Text>模式</Text>
    </View>
  );
}
