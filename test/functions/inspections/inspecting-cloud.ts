import { randomUUID } from 'node:crypto';
import type { ActionInput, ActionOutput, Answer } from '../../../typings/api';
import type { Finding, Inspection } from '../../../typings/inspections';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { madeAccount } from '../support/sample';

export const scope = { kind: 'region' as const, regionPrefix: '3501' };
export const inspectors = ['insp-a', 'insp-b', 'insp-c', 'insp-d', 'insp-e'];
export const key = () => randomUUID();
const staleAccounts = 3;

/** A day in China, so many days from today. */
export function day(offset: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
}

export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(`${answer.error.code} ${answer.error.message}`);
  return answer.data;
}

type Findings = (who: string, automatic: Finding[], accountId: string) => Finding[];

/** A city with accounts `acc-0` onwards, the first three of them silent too long, and who inspects them. */
export interface InspectingCloud {
  cloud: TestCloud;
  membershipIds: string[];
  plan(changes?: object): Promise<Answer<ActionOutput<'inspections.plan'>>>;
  /** Goes on with work under way until it is done. */
  done(inspectionId: string): Promise<Inspection>;
  /** Plans, commits and freezes. */
  frozen(changes?: object): Promise<Inspection>;
  /** And draws. */
  drawn(changes?: object): Promise<Inspection>;
  /** And assigns. */
  running(changes?: object): Promise<Inspection>;
  /** Everybody judges what is theirs, a fixed way. */
  judgeAll(findingsOf?: Findings): Promise<void>;
  /** Publishes what is judged. */
  published(inspectionId: string, dueOn: string): Promise<Inspection>;
}

export async function startInspectingCloud(accounts = 12): Promise<InspectingCloud> {
  const cloud = await startTestCloud();
  await cloud.addAccounts([
    ...Array.from({ length: accounts }, (_, index) => madeAccount(`acc-${index}`)),
    madeAccount('outside', { agency: { region: '350203' } }),
  ]);
  await cloud.grant('chief', 'supervisor', scope);
  await cloud.grant('elsewhere', 'supervisor', { kind: 'region', regionPrefix: '3502' });
  await cloud.grant('staff-0', 'staff', { kind: 'agency', agencyId: 'agency-acc-0' });
  await cloud.grant('staff-1', 'staff', { kind: 'agency', agencyId: 'agency-acc-1' });
  for (const openid of inspectors) {
    await cloud.grant(openid, 'supervisor', { kind: 'region', regionPrefix: '350102' });
  }
  const members = value(await cloud.call('chief', 'memberships.list', {})).items;
  const membershipIds = members.flatMap(({ id, scope: own }) =>
    own.kind === 'region' && own.regionPrefix === '350102' ? [id] : [],
  );
  for (let index = 0; index < accounts; index += 1) {
    await cloud.call('chief', 'inspections.observe', {
      requestKey: key(),
      accountId: `acc-${index}`,
      lastPublished: day(index < staleAccounts ? -20 : -2),
    });
  }

  const plan = (changes: object = {}) => {
    const planned: ActionInput<'inspections.plan'> = {
      requestKey: key(),
      title: '2026年第四季度检查',
      ruleSetId: 'national-2019',
      scope,
      inspectionDay: day(0),
      share: 1,
      ...changes,
    };
    return cloud.call('chief', 'inspections.plan', planned);
  };
  const done = async (inspectionId: string) => {
    for (;;) {
      const one = value(await cloud.call('chief', 'inspections.advance', { inspectionId }));
      if (one.job === null) return one;
    }
  };
  const frozen = async (changes?: object) => {
    const { id: inspectionId } = value(await plan(changes));
    value(await cloud.call('chief', 'inspections.commit', { requestKey: key(), inspectionId }));
    return done(inspectionId);
  };
  const drawn = async (changes?: object) => {
    const { id: inspectionId } = await frozen(changes);
    const drawing = { requestKey: key(), inspectionId, witness: '08 12 15' };
    value(await cloud.call('chief', 'inspections.draw', drawing));
    return done(inspectionId);
  };
  const running = async (changes?: object) => {
    const { id: inspectionId } = await drawn(changes);
    const assign = { requestKey: key(), inspectionId, membershipIds };
    value(await cloud.call('chief', 'inspections.assign', assign));
    return done(inspectionId);
  };
  const judgeAll = async (findingsOf: Findings = (_, automatic) => automatic) => {
    for (let round = 0; round < 2; round += 1) {
      for (const who of inspectors) await judgeOwn(cloud, who, findingsOf);
    }
  };
  const published = async (inspectionId: string, dueOn: string) => {
    const publish = { requestKey: key(), inspectionId, dueOn };
    value(await cloud.call('chief', 'inspections.publish', publish));
    return done(inspectionId);
  };
  return { cloud, membershipIds, plan, done, frozen, drawn, running, judgeAll, published };
}

async function judgeOwn(cloud: TestCloud, who: string, findingsOf: Findings): Promise<void> {
  const { items } = value(await cloud.call(who, 'inspections.work', {}));
  for (const { id, automatic, account } of items) {
    const findings = findingsOf(who, automatic, account.accountId);
    const judgement = { findings, lastPublished: null };
    value(
      await cloud.call(who, 'inspections.judge', {
        requestKey: key(),
        assignmentId: id,
        judgement,
      }),
    );
  }
}
