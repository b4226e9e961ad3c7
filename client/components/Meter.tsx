import { View } from '@tarojs/components';
import './Meter.scss';

export type MeterColour = 'brand' | 'dissemination' | 'service' | 'interaction' | 'loss';

interface Props {
  /** 0–1; null draws a hatched track: not known */
  share: number | null;
  colour?: MeterColour;
}

/** How full something is. */
export function Meter({ share, colour = 'brand' }: Props) {
  if (share === null) return <View className="meter meter--unknown" />;
  const width = `${Math.min(Math.max(share, 0), 1) * 100}%`;
  return (
    <View className="meter">
      <View className={`meter__fill meter__fill--${colour}`} style={{ width }} />
    </View>
  );
}
