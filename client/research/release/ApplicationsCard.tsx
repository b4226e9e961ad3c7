import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ApplicationListing } from '../../../typings/datasets';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';
import { Tag } from '../../components/Tag';
import { longDayLabel } from '../../periods';
import { releases } from '../../stores/made/datasets';
import { applicationStates } from '../labels.data';

/** 使用申请: each opens to its purpose and to the decision. */
export const ApplicationsCard = observer(function ApplicationsCard() {
  const [chosenId, choose] = useState<string | null>(null);
  const { rows, hasMore, page } = releases.applications;
  const chosen = rows.find(({ id }) => id === chosenId);
  if (rows.length === 0) return null;
  return (
    <Card title="使用申请">
      {rows.map((application) => (
        <Row
          key={application.id}
          label={application.institution}
          note={`${application.alias} · 用到 ${longDayLabel(application.until)}`}
          value={<Tag {...applicationStates[application.status]} />}
          onOpen={() => {
            releases.decision.clear();
            choose(application.id);
          }}
        />
      ))}
      {hasMore && (
        <Action
          text="更多"
          kind="plain"
          waiting={page.loading}
          onPress={() => void releases.applications.more()}
        />
      )}
      <Sheet title="使用申请" open={chosen !== undefined} onClose={() => choose(null)}>
        {chosen && <Decision application={chosen} onDone={() => choose(null)} />}
      </Sheet>
    </Card>
  );
});

const Decision = observer(function Decision({
  application,
  onDone,
}: {
  application: ApplicationListing;
  onDone: () => void;
}) {
  const [reason, setReason] = useState('');
  const { error, loading } = releases.decision;
  const { institution, purpose, until, status, own } = application;
  const act = async (work: () => Promise<void>) => {
    await work();
    if (!releases.decision.error) onDone();
  };
  return (
    <>
      <Row label="研究机构" note={institution} />
      <Row label="研究目的" note={purpose} />
      <Row label="用到" value={longDayLabel(until)} />
      {application.reason && <Row label="原因" note={application.reason} />}
      {error && <Notice tone="bad" title={error.message} />}
      {own && <Notice tone="warn" title="这是您自己的申请，请由其他人审批" />}
      {(status === 'waiting' || status === 'approved') && !own && (
        <FieldRow
          id="reason"
          label={status === 'waiting' ? '不批准的原因' : '收回的原因'}
          value={reason}
          placeholder="对方会看到"
          maxLength={200}
          long
          error={error?.fields?.reason}
          onInput={setReason}
        />
      )}
      {status === 'waiting' && !own && (
        <>
          <Action
            text="批准"
            waiting={loading}
            onPress={() => void act(() => releases.decide(application, true))}
          />
          <Action
            text="不批准"
            kind="secondary"
            waiting={loading || reason.trim() === ''}
            onPress={() => void act(() => releases.decide(application, false, reason))}
          />
        </>
      )}
      {status === 'approved' && !own && (
        <Action
          text="收回许可"
          kind="secondary"
          waiting={loading || reason.trim() === ''}
          onPress={() => void act(() => revoke(application, reason))}
        />
      )}
    </>
  );
});

async function revoke(application: ApplicationListing, reason: string): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '收回使用许可？',
    content: '收回后对方的下一次下载就会被拒绝。',
    confirmText: '收回',
  });
  if (confirm) await releases.revoke(application, reason);
}
