import { Text, View } from '@tarojs/components';
import { formatChange } from '../figures';
import './Delta.scss';

interface Props {
  /** null when there is nothing to compare with */
  change: number | null;
  decimals?: number;
  /** compared with what */
  than?: string;
  /** on a coloured ground */
  inverse?: boolean;
}

/** A change, told by sign and shape as well as by colour. */
export function Delta({ change, decimals = 1, than, inverse = false }: Props) {
  const rounded = change === null ? 0 : Number(change.toFixed(decimals));
  const direction = rounded > 0 ? 'up' : rounded < 0 ? 'down' : 'level';
  const text = change === null ? '暂无上期' : formatChange(change, decimals);
  return (
    <View className={`delta delta--${direction} ${inverse ? 'delta--inverse' : ''}`}>
      {direction !== 'level' && <View className="delta__arrow" />}
      <Text className="delta__text">
        {than && change !== null ? `${than} ` : ''}
        {text}
      </Text>
    </View>
  );
}
