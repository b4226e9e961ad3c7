import { View } from '@tarojs/components';
import './Standing.scss';

interface Props {
  /** 0–100 */
  percentile: number;
}

/** A place among peers: the strip is the whole group, its middle half shaded. */
export function Standing({ percentile }: Props) {
  return (
    <View className="standing" ariaLabel={`超过 ${Math.round(percentile)}% 的同组账号`}>
      <View className="standing__strip">
        <View className="standing__middle" />
        <View className="standing__median" />
      </View>
      <View className="standing__place" style={{ left: `${percentile}%` }} />
      <View className="standing__legend">
        <View>低</View>
        <View>中位数</View>
        <View>高</View>
      </View>
    </View>
  );
}
