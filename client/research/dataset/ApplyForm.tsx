import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { dayAt } from '../../periods';
import { datasets } from '../../stores/made/datasets';

const terms = { '90': '三个月', '365': '一年', '730': '两年' };
const dayLength = 86_400_000;

/** 申请使用: who, what for, until when. */
export const ApplyForm = observer(function ApplyForm({
  releaseId,
  onDone,
}: {
  releaseId: string;
  onDone: () => void;
}) {
  const [institution, setInstitution] = useState('');
  const [purpose, setPurpose] = useState('');
  const [term, setTerm] = useState<keyof typeof terms>('365');
  const { error, loading } = datasets.application;
  const apply = async () => {
    const until = dayAt(Date.now() + Number(term) * dayLength);
    if (await datasets.apply(releaseId, { institution, purpose, until })) onDone();
  };
  return (
    <Card title="申请使用" note="由发布这份数据的主管部门审批">
      <FieldRow
        id="institution"
        label="研究机构"
        value={institution}
        placeholder="全称"
        maxLength={60}
        error={error?.fields?.institution}
        onInput={setInstitution}
      />
      <FieldRow
        id="purpose"
        label="研究目的"
        value={purpose}
        placeholder="课题名称与要回答的问题"
        maxLength={500}
        long
        error={error?.fields?.purpose}
        onInput={setPurpose}
      />
      <ChoiceRow label="使用期限" labels={terms} chosen={term} onChoose={setTerm} />
      {error && <Notice tone="bad" title={error.message} />}
      <Action
        text={loading ? '正在提交…' : '提交申请'}
        waiting={loading || institution.trim() === '' || purpose.trim() === ''}
        onPress={() => void apply()}
      />
      <Action text="取消" kind="plain" onPress={onDone} />
    </Card>
  );
});
