import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './FieldRow.scss';
import { Pills } from './Pills';

interface Props {
  id: string;
  label: string;
  /** in their order: what is kept, and how it reads */
  options: { id: string; label: string }[];
  /** '' while it is not known */
  chosen: string;
  onChoose: (id: string) => void;
  hint?: ReactNode;
  error?: string;
}

const unknown = '__unknown';
/** A key that is a whole number would be moved before the others. */
const keyOf = (id: string): string => `_${id}`;

/** One question with a few answers; 不清楚 is one of them. */
export function ChoiceField({ id, label, options, chosen, onChoose, hint, error }: Props) {
  const texts = Object.fromEntries(options.map((option) => [keyOf(option.id), option.label]));
  return (
    <View className={error ? 'field field--bad' : 'field'} id={`field-${id}`}>
      <View className="field__label">{label}</View>
      <Pills
        options={{ ...texts, [unknown]: '不清楚' }}
        chosen={[chosen === '' ? unknown : keyOf(chosen)]}
        onTap={(tapped) => onChoose(tapped === unknown ? '' : tapped.slice(1))}
      />
      {error && <View className="field__error">{error}</View>}
      {hint && <View className="field__hint">{hint}</View>}
    </View>
  );
}
