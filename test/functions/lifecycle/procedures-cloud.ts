import { randomUUID } from 'node:crypto';
import type { ActionInput, ActionOutput, Answer } from '../../../typings/api';
import type { Application } from '../../../typings/lifecycle';
import type { Account } from '../../../typings/registry';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { madeAccount } from '../support/sample';

type Report = ActionInput<'lifecycle.report'>['act'];
type Decision = ActionInput<'lifecycle.decide'>['act'];
type Detail = Promise<Answer<ActionOutput<'lifecycle.get'>>>;

export const named = {
  name: '鼓楼发布',
  wechatId: 'test_target',
  link: 'https://www.example.gov.cn/gulou',
};
export const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
export const approve = { act: 'approve', note: null } as const;
const ids = ['gulou', 'filing', 'change', 'merged', 'target', 'twice', 'gone'];

/** An agency with accounts, its staff, and supervisors of its city, its province and another city. */
export interface ProceduresCloud {
  cloud: TestCloud;
  apply(accountId: string, changes?: Partial<Application>, openid?: string): Detail;
  /** Applies, and answers with the procedure's id. */
  opened(accountId: string, changes?: Partial<Application>): Promise<string>;
  decide(procedureId: string, sequence: number, act: Decision, openid?: string): Detail;
  report(procedureId: string, sequence: number, act: Report, openid?: string): Detail;
  file(procedureId: string, sequence: number, on: string, number?: string): Detail;
  account(accountId: string): Promise<Account | null>;
  /** A notice cannot be published before the day it was approved: time passes behind its back. */
  noticeStood(procedureId: string): Promise<void>;
}

export const application = (changes: Partial<Application> = {}): Application => ({
  kind: 'closing',
  reason: '无力维护',
  plannedOn: today,
  collectiveDecision: { on: '2020-01-01', record: '会议纪要 1 号' },
  leaderConsent: { on: '2020-01-01', by: '张某' },
  responsible: '张某',
  contact: '李某',
  phone: '0591-12345678',
  alteration: null,
  successor: null,
  ...changes,
});

export async function startProceduresCloud(): Promise<ProceduresCloud> {
  const cloud = await startTestCloud();
  await cloud.addAccounts([
    ...ids.map((id) => madeAccount(id, { agency: { id: 'agency-gulou' } })),
    madeAccount('xiamen', { agency: { region: '350203' } }),
    madeAccount('ended', { status: 'closed', closedOn: '2026-01-01' }),
  ]);
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-gulou' });
  await cloud.grant('far', 'staff', { kind: 'agency', agencyId: 'agency-xiamen' });
  await cloud.grant('city', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.grant('xm', 'supervisor', { kind: 'region', regionPrefix: '3502' });
  await cloud.grant('province', 'supervisor', { kind: 'region', regionPrefix: '35' });

  const apply: ProceduresCloud['apply'] = (accountId, changes = {}, openid = 'staff') =>
    cloud.call(openid, 'lifecycle.apply', {
      requestKey: randomUUID(),
      accountId,
      application: application(changes),
    });
  return {
    cloud,
    apply,
    async opened(accountId, changes = {}) {
      const answer = await apply(accountId, changes);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.data.id;
    },
    decide(procedureId, sequence, act, openid = 'city') {
      const input = { requestKey: randomUUID(), procedureId, sequence, act };
      return cloud.call(openid, 'lifecycle.decide', input);
    },
    report(procedureId, sequence, act, openid = 'staff') {
      const input = { requestKey: randomUUID(), procedureId, sequence, act };
      return cloud.call(openid, 'lifecycle.report', input);
    },
    file(procedureId, sequence, on, number = '闽001') {
      const act = { act: 'file' as const, on, number };
      const input = { requestKey: randomUUID(), procedureId, sequence, act };
      return cloud.call('city', 'lifecycle.file', input);
    },
    async account(accountId) {
      const answer = await cloud.call('province', 'accounts.get', { accountId });
      return answer.ok ? answer.data : null;
    },
    async noticeStood(procedureId) {
      const [document] = await cloud.documents('procedures', { _id: procedureId });
      const before = (document?.events ?? []) as { act: string; on: string }[];
      const events = before.map((event) => ({ ...event, on: '2020-01-02' }));
      await cloud.change('procedures', { _id: procedureId }, { events });
    },
  };
}
