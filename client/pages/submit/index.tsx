import { Text, View } from '@tarojs/components';

export default function Submit() {
  return (
    <View>
      <Text>填报</Text>
    </View>
  );
}
