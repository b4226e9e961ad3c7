import { View } from '@tarojs/components';
import './Choices.scss';

interface Props {
  options: { id: string; label: string; note?: string }[];
  chosen: string | null;
  onChoose: (id: string) => void;
}

/** One of several, in a list. */
export function Choices({ options, chosen, onChoose }: Props) {
  return (
    <View className="choices">
      {options.map(({ id, label, note }) => (
        <View
          className={id === chosen ? 'choices__option choices__option--chosen' : 'choices__option'}
          key={id}
          hoverClass="pressed"
          ariaRole="radio"
          onClick={() => onChoose(id)}
        >
          <View className="choices__body">
            <View>{label}</View>
            {note && <View className="choices__note">{note}</View>}
          </View>
          {id === chosen && <View className="choices__mark">✓</View>}
        </View>
      ))}
    </View>
  );
}
