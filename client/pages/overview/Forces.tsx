import { Text, View } from '@tarojs/components';
import type { ScorePart } from '../../../typings/indices';
import type { StoredScore } from '../../../typings/overview';
import { Delta } from '../../components/Delta';
import { Meter, type MeterColour } from '../../components/Meter';
import { formatNumber, formatShare } from '../../figures';
import { decimalsOf, partChangeOf, shownPart } from '../../scores';
import './Forces.scss';

interface Props {
  score: StoredScore;
  previous: StoredScore | null;
  onOpen: (part: string) => void;
}

const colours: Record<string, MeterColour> = {
  dissemination: 'dissemination',
  service: 'service',
  interaction: 'interaction',
};

/** 三力: what the number is made of, each of its most or of the largest; each opens its explanation. */
export function Forces({ score, previous, onOpen }: Props) {
  const parts = Object.entries(score.parts);
  const largest = Math.max(...parts.map(([, { value }]) => value ?? 0));
  return (
    <View className="forces">
      {parts.map(([key, part]) => (
        <View
          className="forces__part"
          key={key}
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => onOpen(key)}
        >
          <View className="forces__label">{part.label}</View>
          <PartValue part={part} />
          <Meter
            share={part.value === null ? null : part.value / (part.full || largest || 1)}
            colour={colours[key] ?? 'brand'}
          />
          <View className="forces__foot">
            {part.value === null ? (
              <Text className="forces__coverage">覆盖 {formatShare(part.coverage)}</Text>
            ) : (
              <Delta change={partChangeOf(key, score, previous)} />
            )}
            <Text className="forces__why">为什么 ›</Text>
          </View>
        </View>
      ))}
    </View>
  );
}

function PartValue({ part }: { part: ScorePart }) {
  const value = shownPart(part);
  if (value === null) return <View className="forces__insufficient">数据不足</View>;
  return <View className="forces__value">{formatNumber(value, decimalsOf(value))}</View>;
}
