import { View } from '@tarojs/components';
import './Segments.scss';

interface Props {
  options: { id: string; label: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** A few views of the same thing, side by side. */
export function Segments({ options, chosen, onChoose }: Props) {
  return (
    <View className="segments">
      {options.map(({ id, label }) => (
        <View
          className={id === chosen ? 'segments__one segments__one--chosen' : 'segments__one'}
          key={id}
          hoverClass="pressed"
          ariaRole="tab"
          onClick={() => onChoose(id)}
        >
          {label}
        </View>
      ))}
    </View>
  );
}
