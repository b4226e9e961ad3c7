import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { FieldRow } from '../../../components/FieldRow';
import { Notice } from '../../../components/Notice';
import { Segments } from '../../../components/Segments';
import type { ContractEditor } from '../../../stores/contract-editor';
import type { KpiDraft, KpiTextField } from '../../../stores/kpi-draft';
import { directionLabels, periodLabels, ruleLabels } from '../labels.data';
import './fields.scss';

interface Props {
  editor: ContractEditor;
  kpi: KpiDraft;
  number: number;
}

/** One KPI: metric, target, weight, and what a miss costs. */
export const KpiCard = observer(function KpiCard({ editor, kpi, number }: Props) {
  const { option, choices, errors } = kpi;
  const unit = option?.unit ?? '';
  return (
    <Card title={`${number}. ${option?.label ?? ''}`}>
      <ChoiceRow
        label="指标"
        labels={labelsOf(editor)}
        chosen={choices.metric}
        onChoose={(metric) => kpi.choose({ metric })}
      />
      {errors.metric && <View className="fields__error">{errors.metric}</View>}
      {option?.gaming && <Gaming editor={editor} kpi={kpi} />}
      {option?.needsScheme && (
        <>
          <ChoiceRow
            label="指数方案"
            labels={schemesOf(editor, kpi)}
            chosen={choices.scheme}
            onChoose={(scheme) => kpi.choose({ scheme })}
          />
          {isResearch(editor, kpi) && (
            <Notice tone="warn" title="研究方案仅供研究参考，不作考核依据，不应作为付款依据" />
          )}
        </>
      )}
      {errors.scheme && <View className="fields__error">{errors.scheme}</View>}
      <ChoiceRow
        label="考核周期"
        labels={periodLabels}
        chosen={choices.period}
        onChoose={(period) => kpi.choose({ period })}
      />
      {errors.period && <View className="fields__error">{errors.period}</View>}
      <Segments
        options={Object.entries(directionLabels).map(([id, label]) => ({ id, label }))}
        chosen={choices.direction}
        onChoose={(id) => kpi.choose({ direction: id === 'at-most' ? 'at-most' : 'at-least' })}
      />
      <Field kpi={kpi} field="target" label="目标" unit={unit} />
      <Field kpi={kpi} field="weight" label="权重" unit="%" />
      <ChoiceRow
        label="不达标怎样扣"
        labels={ruleLabels}
        chosen={choices.rule}
        onChoose={(rule) => kpi.choose({ rule })}
      />
      {choices.rule === 'per-unit' && (
        <Field kpi={kpi} field="unit" label="每差多少扣一次" unit={unit} />
      )}
      {choices.rule !== 'none' && (
        <Field kpi={kpi} field="percent" label="扣这一期应付款的" unit="%" />
      )}
      {choices.rule === 'per-unit' && <Field kpi={kpi} field="cap" label="最多扣" unit="%" />}
      <Field
        kpi={kpi}
        field="floor"
        label="底线"
        unit={unit}
        hint="突破底线可按合同终止；没有就留空"
      />
      <Action text="去掉这一项" kind="plain" onPress={() => editor.removeKpi(kpi.id)} />
    </Card>
  );
});

const Field = observer(function Field({
  kpi,
  field,
  label,
  unit,
  hint,
}: {
  kpi: KpiDraft;
  field: KpiTextField;
  label: string;
  unit: string;
  hint?: string;
}) {
  return (
    <FieldRow
      id={`${kpi.id}-${field}`}
      label={label}
      unit={unit}
      hint={hint}
      numeric
      maxLength={12}
      value={kpi.text[field]}
      error={kpi.errors[field]}
      onInput={(text) => kpi.type(field, text)}
    />
  );
});

const Gaming = observer(function Gaming({ editor, kpi }: Pick<Props, 'editor' | 'kpi'>) {
  const gaming = kpi.option?.gaming;
  if (!gaming) return null;
  const { label } = editor.form.metrics.find(({ metric }) => metric === gaming.alternative) ?? {};
  return (
    <Notice
      tone="warn"
      title={gaming.text}
      action={label ? '改用' : undefined}
      onAction={() => kpi.choose({ metric: gaming.alternative })}
    >
      中央网信委 2023 年规定：不得将关注点赞、转发评论作为考核评价的依据。
    </Notice>
  );
});

function labelsOf({ form }: ContractEditor) {
  const labels = form.metrics.map(({ metric, label, gaming }) => [
    metric,
    gaming ? `${label}（不建议）` : label,
  ]);
  return Object.fromEntries(labels);
}

function schemesOf({ form }: ContractEditor, { choices }: KpiDraft): Record<string, string> {
  const fits = (parts: string[]) =>
    choices.metric === 'communicationIndex' || parts.includes(choices.metric);
  return Object.fromEntries(
    form.schemes.filter(({ parts }) => fits(parts)).map(({ id, name }) => [id, name]),
  );
}

function isResearch({ form }: ContractEditor, { choices }: KpiDraft): boolean {
  return form.schemes.find(({ id }) => id === choices.scheme)?.purpose === 'research';
}
