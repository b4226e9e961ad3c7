import Taro, { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Application, ProcedureKind } from '../../../typings/lifecycle';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { FieldRow } from '../../components/FieldRow';
import { Footer } from '../../components/Footer';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { stores } from '../../stores';
import { lifecycle } from '../../stores/made/lifecycle';
import { kindLabels } from '../procedures/labels.data';

const { session, display } = stores;

interface Question {
  id: string;
  label: string;
  placeholder?: string;
  kinds?: ProcedureKind[];
}

/** Fields as the application has them; a part of it by its path. */
const questions: Question[] = [
  { id: 'reason', label: '申请事由' },
  { id: 'plannedOn', label: '开设、变更、合并或关停日期', placeholder: '例如 2026-12-01' },
  { id: 'alteration.name', label: '新的账号名称', placeholder: '不变可不填', kinds: ['change'] },
  {
    id: 'alteration.operator',
    label: '新的运营单位',
    placeholder: '不变可不填',
    kinds: ['change'],
  },
  { id: 'successor.name', label: '新账号（或网站）名称', kinds: ['merger', 'closing'] },
  { id: 'successor.wechatId', label: '并入账号的微信号', kinds: ['merger'] },
  {
    id: 'successor.link',
    label: '新的链接',
    placeholder: 'https://',
    kinds: ['merger', 'closing'],
  },
  { id: 'collectiveDecision.on', label: '单位集体研究日期', placeholder: '例如 2026-11-20' },
  { id: 'collectiveDecision.record', label: '会议纪要', placeholder: '例如 局务会纪要第 18 期' },
  { id: 'leaderConsent.on', label: '主要领导同意日期', placeholder: '例如 2026-11-20' },
  { id: 'leaderConsent.by', label: '主要领导' },
  { id: 'responsible', label: '账号负责人' },
  { id: 'contact', label: '联系人' },
  { id: 'phone', label: '办公电话', placeholder: '例如 0591-12345678' },
];

/** 提出申请: one form for each kind of procedure, with what the unit decided. */
export default observer(function ApplyPage() {
  const [kind, setKind] = useState<ProcedureKind>('filing');
  const [answers, setAnswers] = useState<Record<string, string>>({});
  useLoad(() => void session.open());
  const { error, loading } = lifecycle.acted;
  const { account } = session;

  return (
    <Screen scale={display.scale} footed>
      <Card title={account?.name ?? '提出申请'}>
        <ChoiceRow label="事项" labels={kindLabels} chosen={kind} onChoose={setKind} />
        {questions
          .filter(({ kinds }) => !kinds || kinds.includes(kind))
          .map(({ id, label, placeholder }) => (
            <FieldRow
              key={id}
              id={id}
              label={label}
              placeholder={placeholder}
              value={answers[id] ?? ''}
              maxLength={300}
              error={error?.fields?.[`application.${id}`]}
              onInput={(text) => setAnswers((before) => ({ ...before, [id]: text }))}
            />
          ))}
      </Card>
      {error && <Notice tone="bad" title={error.message} />}
      <Footer>
        <Action
          text={loading ? '正在提交…' : '提交申请'}
          waiting={loading || !account}
          onPress={() => void submit(account?.id ?? '', applicationOf(kind, answers))}
        />
      </Footer>
    </Screen>
  );
});

async function submit(accountId: string, application: Application): Promise<void> {
  const id = await lifecycle.apply(accountId, application);
  if (id) await Taro.redirectTo({ url: `/registry/procedure/index?id=${id}` });
}

function applicationOf(kind: ProcedureKind, answers: Record<string, string>): Application {
  const of = (id: string) => (answers[id] ?? '').trim();
  const name = of('alteration.name');
  const operator = of('alteration.operator');
  const successor = of('successor.name');
  return {
    kind,
    reason: of('reason'),
    plannedOn: of('plannedOn'),
    collectiveDecision: {
      on: of('collectiveDecision.on'),
      record: of('collectiveDecision.record'),
    },
    leaderConsent: { on: of('leaderConsent.on'), by: of('leaderConsent.by') },
    responsible: of('responsible'),
    contact: of('contact'),
    phone: of('phone'),
    alteration:
      kind === 'change' ? { ...(name ? { name } : {}), ...(operator ? { operator } : {}) } : null,
    successor:
      (kind === 'merger' || kind === 'closing') && successor
        ? {
            name: successor,
            wechatId: of('successor.wechatId') || null,
            link: of('successor.link') || null,
          }
        : null,
  };
}
