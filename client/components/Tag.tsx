import { Text } from '@tarojs/components';
import './Tag.scss';

export type Tone = 'plain' | 'info' | 'good' | 'warn' | 'bad';

interface Props {
  text: string;
  tone?: Tone;
}

/** A word or two about the thing beside it. */
export function Tag({ text, tone = 'plain' }: Props) {
  return <Text className={`tag tag--${tone}`}>{text}</Text>;
}
