import { View } from '@tarojs/components';
import './Pills.scss';

interface Props {
  options: Record<string, string>;
  chosen: string[];
  onTap: (id: string) => void;
}

/** Short answers side by side; one or several of them stand. */
export function Pills({ options, chosen, onTap }: Props) {
  return (
    <View className="pills">
      {Object.entries(options).map(([id, label]) => (
        <View
          className={chosen.includes(id) ? 'pills__one pills__one--chosen' : 'pills__one'}
          key={id}
          hoverClass="pressed"
          ariaRole="button"
          onClick={() => onTap(id)}
        >
          {chosen.includes(id) ? '✓ ' : ''}
          {label}
        </View>
      ))}
    </View>
  );
}
