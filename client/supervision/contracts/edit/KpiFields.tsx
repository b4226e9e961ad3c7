import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Choices } from '../../../components/Choices';
import { Notice } from '../../../components/Notice';
import { Sheet } from '../../../components/Sheet';
import type { ContractEditor } from '../../../stores/contract-editor';
import { KpiCard } from './KpiCard';
import './fields.scss';

const empty = '__empty';

/** 考核指标: from templates with their sources, or freely. */
export const KpiFields = observer(function KpiFields({ editor }: { editor: ContractEditor }) {
  const [adding, setAdding] = useState(false);
  const { kpis, templates, totalWeight, errors } = editor;
  return (
    <>
      <Card
        title="考核指标"
        note={
          kpis.length > 0
            ? `${kpis.length} 项，权重合计 ${totalWeight}%`
            : '选产出、差错、响应、可用性，不选关注、阅读、点赞'
        }
      >
        {errors.kpis && <View className="fields__error">{errors.kpis}</View>}
        <Action text="加一项指标" kind="secondary" onPress={() => setAdding(true)} />
        {kpis.length > 0 && (
          <Action text="平均分配权重" kind="plain" onPress={() => editor.shareWeights()} />
        )}
      </Card>
      {kpis.map((kpi, index) => (
        <KpiCard key={kpi.id} editor={editor} kpi={kpi} number={index + 1} />
      ))}
      <Sheet title="加一项指标" open={adding} onClose={() => setAdding(false)}>
        {templates.length === 0 && <Notice title="常用指标都已加上，可以自定义" />}
        <Choices
          options={[
            ...templates.map(({ id, text, source }) => ({
              id,
              label: text,
              note: `依据：${source}`,
            })),
            { id: empty, label: '自定义指标' },
          ]}
          chosen={null}
          onChoose={(id) => {
            setAdding(false);
            const template = templates.find((one) => one.id === id);
            if (template) editor.addKpi(template);
            else editor.addEmptyKpi();
          }}
        />
      </Sheet>
    </>
  );
});
