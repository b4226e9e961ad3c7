import { Text, View } from '@tarojs/components';
import { formatChange } from '../../figures';
import './Diverging.scss';

interface Props {
  label: string;
  note: string;
  value: number;
  /** length of a full half */
  greatest: number;
}

/** A gain to the right of the middle, a loss to the left. */
export function Diverging({ label, note, value, greatest }: Props) {
  const share = greatest > 0 ? Math.min(Math.abs(value) / greatest, 1) : 0;
  const rounded = Number(value.toFixed(2));
  const side = rounded === 0 ? 'level' : rounded < 0 ? 'loss' : 'gain';
  return (
    <View className="diverging">
      <View className="diverging__line">
        <Text className="diverging__label">{label}</Text>
        <Text className={`diverging__value diverging__value--${side}`}>
          {formatChange(value, 2)}
        </Text>
      </View>
      <View className="diverging__track">
        <View
          className={`diverging__bar diverging__bar--${side}`}
          style={{ width: `${share * 50}%` }}
        />
        <View className="diverging__zero" />
      </View>
      <View className="diverging__note">{note}</View>
    </View>
  );
}
