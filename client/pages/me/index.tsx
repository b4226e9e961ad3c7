import { Text, View } from '@tarojs/components';

export default function Me() {
  return (
    <View>
      <Text>我的</Text>
    </View>
  );
}
