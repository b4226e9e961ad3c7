import { View } from '@tarojs/components';
import './Action.scss';

interface Props {
  text: string;
  kind?: 'primary' | 'secondary' | 'plain';
  /** cannot be pressed: work is under way, or something is missing */
  waiting?: boolean;
  onPress: () => void;
}

/** A button: 44 points high at least, the same on every platform. */
export function Action({ text, kind = 'primary', waiting = false, onPress }: Props) {
  return (
    <View
      className={`action action--${kind} ${waiting ? 'action--waiting' : ''}`}
      hoverClass={waiting ? 'none' : 'pressed'}
      ariaRole="button"
      onClick={() => {
        if (!waiting) onPress();
      }}
    >
      {text}
    </View>
  );
}
