import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { DatasetApplication } from '../../../typings/datasets';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { dayAt } from '../../periods';
import { datasets } from '../../stores/made/datasets';

const terms = { '90': '三个月', '365': '一年', '730': '两年' };
const dayLength = 86_400_000;

interface Props {
  releaseId: string;
  /** an application that came to nothing, or has run out: it is mended, not written anew */
  before: DatasetApplication | null;
  onDone: () => void;
}

/** 申请使用: who, what for, until when. */
export const ApplyForm = observer(function ApplyForm({ releaseId, before, onDone }: Props) {
  const [institution, setInstitution] = useState(before?.institution ?? datasets.institution);
  const [purpose, setPurpose] = useState(before?.purpose ?? '');
  const [term, setTerm] = useState<keyof typeof terms>('365');
  const { error, loading } = datasets.application;
  const apply = async () => {
    const until = dayAt(Date.now() + Number(term) * dayLength);
    if (await datasets.apply(releaseId, { institution, purpose, until })) onDone();
  };
  return (
    <Card title="申请使用" note="由发布这份数据的主管部门审批">
      {before?.reason && (
        <Notice
          tone="warn"
          title={before.status === 'revoked' ? '许可收回的原因' : '上次没有批准的原因'}
        >
          {before.reason}
        </Notice>
      )}
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
