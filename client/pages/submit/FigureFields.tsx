import { Text, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { FormField } from '../../../typings/submission';
import { Card } from '../../components/Card';
import { ChoiceField } from '../../components/ChoiceField';
import { FieldRow } from '../../components/FieldRow';
import { formatBrief } from '../../figures';
import { stores } from '../../stores';
import './FigureFields.scss';

const { submission } = stores;

/** The short form: each figure with its 口径, where to find it, and the last period's to start from. */
export const FigureFields = observer(function FigureFields({ title }: { title: string }) {
  const { fields } = submission.form;
  if (fields.length === 0) return null;
  return (
    <Card title={title} note="不知道的留空：留空表示未知，不会按 0 计">
      {fields.map((field) => (
        <Figure field={field} key={field.metric} />
      ))}
    </Card>
  );
});

const Figure = observer(function Figure({ field }: { field: FormField }) {
  const { metric, label, unit, choices } = field;
  const { text, errors } = submission.form;
  const answer = text[metric] ?? '';
  const asked = { id: metric, label, error: errors[metric], hint: <Hint field={field} /> };
  if (choices) {
    return (
      <ChoiceField
        {...asked}
        options={choices.map(({ value, label: choice }) => ({ id: String(value), label: choice }))}
        chosen={answer}
        onChoose={(chosen) => submission.type(metric, chosen)}
      />
    );
  }
  return (
    <FieldRow
      {...asked}
      mark={submission.form.isEstimate(metric) ? '估算' : undefined}
      value={answer}
      unit={unit}
      numeric
      maxLength={16}
      placeholder={placeholderOf(field)}
      onInput={(typed) => submission.type(metric, typed)}
    />
  );
});

/** What is meant, where to find it, and the last period's answer to take over. */
const Hint = observer(function Hint({ field }: { field: FormField }) {
  const { metric, definition, whereToFind, previous, choices, estimate } = field;
  const isOpen = (submission.form.text[metric] ?? '') === '';
  const before = choices?.find(({ value }) => value === previous)?.label;
  return (
    <>
      <View>{definition}</View>
      {estimate !== undefined && <View>知道准确数就填；不填，按表格的估算入库</View>}
      <View className="figure-field__find">
        <Text className="figure-field__where">在哪里看：{whereToFind}</Text>
        {previous !== null && isOpen && estimate === undefined && (
          <View
            className="figure-field__repeat"
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => submission.repeatPrevious(metric)}
          >
            同上期{before && `：${before}`}
          </View>
        )}
      </View>
    </>
  );
});

function placeholderOf({ estimate, previous, previousEstimated }: FormField): string {
  if (estimate !== undefined) return `表格估算 ${formatBrief(estimate)}`;
  if (previous === null) return '请填数字';
  return `上期${previousEstimated ? '估算' : ''} ${formatBrief(previous)}`;
}
