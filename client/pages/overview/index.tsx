import { Text, View } from '@tarojs/components';

export default function Overview() {
  return (
    <View>
      <Text>概览</Text>
    </View>
  );
}
