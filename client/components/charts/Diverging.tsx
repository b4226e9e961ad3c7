import { Text, View } from '@tarojs/components';
import { formatChange } from '../../figures';
import { Tag } from '../Tag';
import './Diverging.scss';

interface Props {
  label: string;
  /** a word about what it rests on */
  mark?: string;
  note: string;
  value: number;
  /** length of a full half */
  greatest: number;
}

/** A gain to the right of the middle, a loss to the left. */
export function Diverging({ label, mark, note, value, greatest }: Props) {
  const share = greatest > 0 ? Math.min(Math.abs(value) / greatest, 1) : 0;
  const rounded = Number(value.toFixed(2));
  const side = rounded === 0 ? 'level' : rounded < 0 ? 'loss' : 'gain';
  return (
    <View className="diverging">
      <View className="diverging__line">
        <View className="diverging__label">
          {label}
          {mark && (
            <Text className="diverging__mark">
              <Tag text={mark} tone="warn" />
            </Text>
          )}
        </View>
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
