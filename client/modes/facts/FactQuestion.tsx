import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { FieldRow } from '../../components/FieldRow';
import { Pills } from '../../components/Pills';
import { parseFigure } from '../../figures';
import { stores } from '../../stores';
import { type FactValue, factAt } from '../../stores/mode-facts';
import type { FactQuestion as Question } from './questions.data';
import './FactQuestion.scss';

const { modes } = stores;
const unknown = '__unknown';
const none = '__none';

/** One question; 不清楚 is always an answer, and is not the same as no. */
export const FactQuestion = observer(function FactQuestion({ question }: { question: Question }) {
  const value = factAt(modes.draft, question.path);
  if (question.kind === 'number') return <NumberQuestion question={question} value={value} />;
  return (
    <View className="fact">
      <View className="fact__label">{question.label}</View>
      <Choice question={question} value={value} />
      {question.hint && <View className="fact__hint">{question.hint}</View>}
    </View>
  );
});

interface Props<Kind extends Question['kind']> {
  question: Extract<Question, { kind: Kind }>;
  value: FactValue | undefined;
}

function Choice({ question, value }: Props<'one' | 'many' | 'yes-no'>) {
  const state = (next: FactValue | undefined) => modes.state(question.path, next);
  if (question.kind === 'yes-no') {
    return (
      <Pills
        options={{ true: '有', false: '没有', [unknown]: '不清楚' }}
        chosen={[value === undefined ? unknown : String(value)]}
        onTap={(id) => state(id === unknown ? undefined : id === 'true')}
      />
    );
  }
  if (question.kind === 'one') {
    return (
      <Pills
        options={{ ...question.options, [unknown]: '不清楚' }}
        chosen={[value === undefined ? unknown : String(value)]}
        onTap={(id) => state(id === unknown ? undefined : id)}
      />
    );
  }
  const held = Array.isArray(value) ? value : [];
  return (
    <Pills
      options={{ ...question.options, [none]: '都没有', [unknown]: '不清楚' }}
      chosen={chosenOf(value, held)}
      onTap={(id) => state(afterTap(id, held))}
    />
  );
}

function chosenOf(value: FactValue | undefined, held: string[]): string[] {
  if (value === undefined) return [unknown];
  return held.length === 0 ? [none] : held;
}

function afterTap(id: string, held: string[]): string[] | undefined {
  if (id === unknown) return undefined;
  if (id === none) return [];
  return held.includes(id) ? held.filter((one) => one !== id) : [...held, id];
}

function NumberQuestion({ question, value }: Props<'number'>) {
  const factor = question.percent ? 100 : 1;
  const [text, setText] = useState(
    typeof value === 'number' ? String(Math.round(value * factor * 100) / 100) : '',
  );
  const parsed = parseFigure(text, false);
  return (
    <FieldRow
      id={question.path.replace('.', '-')}
      label={question.label}
      value={text}
      unit={question.unit}
      hint={question.hint}
      placeholder="不清楚就留空"
      numeric
      maxLength={12}
      error={parsed.ok ? undefined : parsed.message}
      onInput={(typed) => {
        setText(typed);
        const read = parseFigure(typed, false);
        if (read.ok)
          modes.state(question.path, read.value === null ? undefined : read.value / factor);
      }}
    />
  );
}
