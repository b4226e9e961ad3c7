import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../../components/Card';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { FieldRow } from '../../../components/FieldRow';
import { Pills } from '../../../components/Pills';
import type { ContractEditor } from '../../../stores/contract-editor';
import type { ContractTextField } from '../../../stores/contract-fields';
import { procurementLabels, scopeLabels, settlementLabels } from '../labels.data';
import './fields.scss';

interface Field {
  field: ContractTextField;
  label: string;
  hint?: string;
  numeric?: boolean;
  unit?: string;
}

const vendorFields: Field[] = [
  { field: 'vendorName', label: '受托方名称' },
  {
    field: 'vendorCode',
    label: '统一社会信用代码',
    hint: '营业执照上的 18 位代码，用来合并同一受托方的履约记录',
  },
];

const termFields: Field[] = [
  { field: 'startsOn', label: '开始日期', hint: '例如 2026-01-01；从月初开始便于按月核对' },
  { field: 'endsOn', label: '结束日期', hint: '例如 2026-12-31' },
  { field: 'priceYuan', label: '合同价', unit: '元', numeric: true, hint: '34 万填 340000' },
  { field: 'acceptor', label: '由谁验收', hint: '例如：区政府办公室信息科' },
];

/** Who, for which accounts, what, how and for how long. */
export const TermsFields = observer(function TermsFields({ editor }: { editor: ContractEditor }) {
  const { form, choices, errors, standing } = editor;
  const vendors = Object.fromEntries(form.vendors.map(({ code, name }) => [code, name]));
  const accounts = Object.fromEntries(form.accounts.map(({ id, name }) => [id, name]));
  return (
    <>
      <Card title="受托方" note={`委托方：${form.agency.name}`}>
        {form.vendors.length > 0 && (
          <ChoiceRow
            label="以前合作过的"
            labels={vendors}
            chosen={null}
            onChoose={(code) => {
              editor.type('vendorCode', code);
              editor.type('vendorName', vendors[code] ?? '');
            }}
          />
        )}
        <Fields editor={editor} fields={vendorFields} />
      </Card>
      <Card title="买什么">
        <View className="fields__label">账号（同类合同不能重叠）</View>
        <Pills
          options={accounts}
          chosen={choices.accountIds}
          onTap={(id) => editor.toggle('accountIds', id)}
        />
        {errors.accountIds && <View className="fields__error">{errors.accountIds}</View>}
        <View className="fields__label">购买范围</View>
        <Pills
          options={scopeLabels}
          chosen={choices.scope}
          onTap={(id) => editor.toggle('scope', id as keyof typeof scopeLabels)}
        />
        {errors.scope && <View className="fields__error">{errors.scope}</View>}
        <ChoiceRow
          label="采购方式"
          labels={procurementLabels}
          chosen={choices.procurement}
          onChoose={(procurement) => editor.choose({ procurement })}
        />
      </Card>
      <Card title="期限与价格">
        <Fields editor={editor} fields={termFields} />
        <ChoiceRow
          label="结算"
          labels={settlementLabels}
          chosen={choices.settledBy}
          onChoose={(settledBy) => editor.choose({ settledBy })}
        />
      </Card>
      {standing && (
        <Card title="修改原因" note="每次修改都会留存，不覆盖以前的版本">
          <Fields editor={editor} fields={[{ field: 'reason', label: '为什么修改' }]} />
        </Card>
      )}
    </>
  );
});

export const Fields = observer(function Fields({
  editor,
  fields,
}: {
  editor: ContractEditor;
  fields: Field[];
}) {
  return (
    <>
      {fields.map(({ field, label, hint, numeric, unit }) => (
        <FieldRow
          key={field}
          id={field}
          label={label}
          hint={hint}
          unit={unit}
          numeric={numeric}
          value={editor.text[field] ?? ''}
          error={editor.errors[field]}
          onInput={(text) => editor.type(field, text)}
        />
      ))}
    </>
  );
});
