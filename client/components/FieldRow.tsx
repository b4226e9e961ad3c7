import { Input, Text, Textarea, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './FieldRow.scss';
import { Tag } from './Tag';

interface Props {
  id: string;
  label: string;
  /** a word about what stands in the box */
  mark?: string;
  value: string;
  onInput: (text: string) => void;
  /** in the empty box */
  placeholder?: string;
  unit?: string;
  /** what is meant and where to find it */
  hint?: ReactNode;
  error?: string;
  numeric?: boolean;
  maxLength?: number;
  /** a sentence or two: the box grows with it */
  long?: boolean;
}

/** One question: what is meant, a box, and what is wrong with the answer. */
export function FieldRow({
  id,
  label,
  mark,
  value,
  onInput,
  placeholder = '',
  unit,
  hint,
  error,
  numeric = false,
  maxLength = 100,
  long = false,
}: Props) {
  const box = {
    value,
    placeholder,
    placeholderClass: 'field__placeholder',
    maxlength: maxLength,
    ariaLabel: label,
  };
  return (
    <View className={error ? 'field field--bad' : 'field'} id={`field-${id}`}>
      <View className="field__label">
        {label}
        {mark && (
          <Text className="field__mark">
            <Tag text={mark} tone="warn" />
          </Text>
        )}
      </View>
      <View className="field__box">
        {long ? (
          <Textarea
            {...box}
            className="field__text"
            autoHeight
            onInput={(event) => onInput(event.detail.value)}
          />
        ) : (
          <Input
            {...box}
            className="field__input"
            type={numeric ? 'digit' : 'text'}
            onInput={(event) => onInput(event.detail.value)}
          />
        )}
        {unit && <Text className="field__unit">{unit}</Text>}
      </View>
      {error && <View className="field__error">{error}</View>}
      {hint && <View className="field__hint">{hint}</View>}
    </View>
  );
}
