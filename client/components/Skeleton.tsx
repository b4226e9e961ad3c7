import { View } from '@tarojs/components';
import './Skeleton.scss';

const widths = ['92%', '68%', '84%', '56%', '76%', '61%', '88%', '72%'];

/** The shape of what is coming, while it is. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <View className="skeleton" ariaLabel="正在加载">
      {widths.slice(0, lines).map((width) => (
        <View className="skeleton__line" key={width} style={{ width }} />
      ))}
    </View>
  );
}
