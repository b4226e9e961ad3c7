import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ProcedureDetail } from '../../../typings/lifecycle';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Tag } from '../../components/Tag';
import { copyText } from '../../device/copy';
import { dayAt } from '../../periods';
import { stores } from '../../stores';
import { lifecycle } from '../../stores/made/lifecycle';
import { kindLabels, stateTags } from '../procedures/labels.data';

const { session, display } = stores;

/** 办理进度: the steps of one procedure, its record, and what this person may do next. */
export default observer(function ProcedurePage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  const load = async () => {
    await Promise.all([session.loadMemberships(), lifecycle.open(id)]);
  };
  useLoad(() => void load());
  const { detail, acted } = lifecycle;

  return (
    <Screen scale={display.scale}>
      <Loaded value={detail.value} error={detail.error} onRetry={() => void load()}>
        {(value) => (
          <>
            <Steps detail={value} />
            {acted.error && (
              <Notice tone="bad" title={acted.error.fields?.on ?? acted.error.message} />
            )}
            <Next detail={value} />
            <Stated detail={value} />
            <Rules detail={value} />
          </>
        )}
      </Loaded>
    </Screen>
  );
});

function Steps({ detail }: { detail: ProcedureDetail }) {
  return (
    <Card
      title={`${kindLabels[detail.kind]} · ${detail.accountName}`}
      note={`${detail.agencyName}${detail.sample ? ' · 示例数据' : ''}`}
      aside={<Tag {...stateTags[detail.state]} />}
    >
      {detail.steps.map(({ step, label, doneOn, dueOn, notBefore, overdue, limit }) => (
        <Row
          key={step}
          label={`${doneOn ? '✓' : '○'} ${label}`}
          note={
            doneOn
              ? undefined
              : [
                  notBefore && `公告期满 ${notBefore} 起可办`,
                  dueOn && `${dueOn} 前${limit?.basis === 'reference' ? '（参照期限）' : ''}`,
                ]
                  .filter(Boolean)
                  .join('，') || undefined
          }
          value={doneOn ?? (overdue ? <Tag text="逾期" tone="bad" /> : '')}
        />
      ))}
    </Card>
  );
}

const Next = observer(function Next({ detail }: { detail: ProcedureDetail }) {
  const [text, setText] = useState('');
  const waiting = lifecycle.acted.loading;
  const today = dayAt(Date.now());
  const note = text.trim();
  const isSupervisor = session.hasRole('supervisor');
  if (detail.next === 'decide' && isSupervisor) {
    return (
      <Card title="审批">
        <FieldRow
          id="note"
          label="意见"
          value={text}
          placeholder="退回或不批准时必填"
          onInput={setText}
        />
        <Action
          text="批准"
          waiting={waiting}
          onPress={() => void lifecycle.decide({ act: 'approve', note: note || null })}
        />
        <Action
          text="退回修改"
          kind="secondary"
          waiting={waiting || !note}
          onPress={() => void lifecycle.decide({ act: 'return', note })}
        />
        <Action
          text="不批准"
          kind="plain"
          waiting={waiting || !note}
          onPress={() => void lifecycle.decide({ act: 'refuse', note })}
        />
      </Card>
    );
  }
  if (detail.next === 'file' && isSupervisor) {
    return (
      <Card title="备案登记" note="在全国政务新媒体信息报送系统办完后填写">
        <FieldRow id="number" label="备案号" value={text} maxLength={40} onInput={setText} />
        <Action
          text="登记并办结"
          waiting={waiting || !note}
          onPress={() => void lifecycle.file({ act: 'file', on: today, number: note })}
        />
      </Card>
    );
  }
  if (detail.next === 'notice') {
    return (
      <Card title="公告文稿" note="按申请内容拟好，发布后再点“已发布”">
        <Row label={detail.noticeText ?? ''} />
        <Action
          text="复制公告"
          kind="secondary"
          onPress={() => void copyText(detail.noticeText ?? '', '公告已复制')}
        />
        <FieldRow
          id="link"
          label="公告链接"
          value={text}
          placeholder="https://（没有可不填）"
          maxLength={300}
          onInput={setText}
        />
        <Action
          text="已于今天发布"
          waiting={waiting}
          onPress={() =>
            void lifecycle.report({
              act: 'notice',
              on: today,
              link: note || null,
              text: detail.noticeText ?? '公告',
            })
          }
        />
      </Card>
    );
  }
  if (detail.next === 'carry-out') {
    return (
      <Card title="在微信平台办理" note="办理后登记簿随之更新，不能撤回">
        <Action
          text="已于今天办理"
          waiting={waiting}
          onPress={() => void confirmed(() => lifecycle.report({ act: 'carry-out', on: today }))}
        />
      </Card>
    );
  }
  return null;
});

async function confirmed(act: () => Promise<void>): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '确认已经办理？',
    content: '登记簿会随之更新：变更的写入新内容，合并、关停的账号标为已关停。',
  });
  if (confirm) await act();
}

const Stated = observer(function Stated({ detail }: { detail: ProcedureDetail }) {
  const { application } = detail;
  const { form } = lifecycle;
  return (
    <Card title="申请内容">
      <Row label="事由" value={application.reason} />
      <Row label="日期" value={application.plannedOn} />
      <Row
        label="单位集体研究"
        note={application.collectiveDecision.record}
        value={application.collectiveDecision.on}
      />
      <Row
        label="主要领导同意"
        note={application.leaderConsent.by}
        value={application.leaderConsent.on}
      />
      <Row label="负责人" value={application.responsible} />
      <Row label="联系人" note={application.phone} value={application.contact} />
      {application.successor && (
        <Row
          label="新账号"
          note={application.successor.link ?? undefined}
          value={application.successor.name}
        />
      )}
      {form.error && <Notice tone="bad" title={form.error.message} />}
      <Action
        text={form.busy ? '正在生成…' : '打印备案登记表'}
        kind="secondary"
        waiting={form.busy}
        onPress={() => void lifecycle.openForm()}
      />
    </Card>
  );
});

function Rules({ detail }: { detail: ProcedureDetail }) {
  return (
    <Card title="办理依据" note={detail.rules.source}>
      {detail.rules.duties.map((duty) => (
        <Row key={duty} label={duty} />
      ))}
    </Card>
  );
}
