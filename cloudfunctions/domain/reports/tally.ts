import { type Buckets, bucketOf } from '../submissions/peer-buckets';
import type { CountedAccount } from './counted-account';
import { regionOf } from './regions';
import { stageOf } from './stages.data';

/** What is known of one group, in whole numbers alone. */
export interface GroupTally {
  /** accounts in use at the end of the period, and of the one before */
  accounts: number;
  accountsBefore: number;
  /** how many have their index in each bucket, in the period and in the one before */
  now: Buckets;
  before: Buckets;
  /** of those with an index in both: by the bucket */
  rose: number;
  fell: number;
  same: number;
}

/** Accounts counted: sums and histograms, so that order and pages make no difference. */
export interface Tally {
  /** accounts looked at */
  done: number;
  /** by `dimension:key` */
  groups: Record<string, GroupTally>;
  /** changes of the accounts that have an index in both periods */
  change: Buckets;
  opened: number;
  closed: number;
  doubtful: number;
  samples: number;
  /** accounts in use in both periods whose mode changed, by `from>to` */
  transitions: Record<string, number>;
}

export interface TallyFrame {
  scheme: string;
  /** as `regionSteps` gives them */
  steps: (2 | 4 | 6)[];
}

export const emptyTally = (): Tally => ({
  done: 0,
  groups: {},
  change: {},
  opened: 0,
  closed: 0,
  doubtful: 0,
  samples: 0,
  transitions: {},
});

export const emptyGroup = (): GroupTally => ({
  accounts: 0,
  accountsBefore: 0,
  now: {},
  before: {},
  rose: 0,
  fell: 0,
  same: 0,
});

export function tallyOf(accounts: readonly CountedAccount[], frame: TallyFrame): Tally {
  const tally = emptyTally();
  for (const account of accounts) count(tally, account, frame);
  return tally;
}

/** Adds a tally to another, which it changes: what accounts came in which page makes no difference. */
export function addTally(sum: Tally, other: Tally): void {
  for (const name of ['done', 'opened', 'closed', 'doubtful', 'samples'] as const) {
    sum[name] += other[name];
  }
  addCounts(sum.change, other.change);
  addCounts(sum.transitions, other.transitions);
  for (const [key, group] of Object.entries(other.groups)) addGroup(groupOf(sum, key), group);
}

function addGroup(sum: GroupTally, other: GroupTally): void {
  for (const name of ['accounts', 'accountsBefore', 'rose', 'fell', 'same'] as const) {
    sum[name] += other[name];
  }
  addCounts(sum.now, other.now);
  addCounts(sum.before, other.before);
}

function addCounts(sum: Record<string, number>, other: Record<string, number>): void {
  for (const [key, number] of Object.entries(other)) sum[key] = (sum[key] ?? 0) + number;
}

function count(tally: Tally, account: CountedAccount, frame: TallyFrame): void {
  const { value, before, standing, stoodBefore, mode, modeBefore } = account;
  tally.done += 1;
  if (account.opened) tally.opened += 1;
  if (account.closed) tally.closed += 1;
  if (!standing && !stoodBefore) return;
  if (account.sample) tally.samples += 1;
  if (standing && account.doubtful) tally.doubtful += 1;
  const now = bucketOf(frame.scheme, value);
  const then = bucketOf(frame.scheme, before);
  const change = now && then && Number(now.slice(1)) - Number(then.slice(1));
  if (typeof change === 'number') increase(tally.change, `b${change}`);
  for (const key of keysOf(account, frame)) {
    const group = groupOf(tally, key);
    if (standing) group.accounts += 1;
    if (stoodBefore) group.accountsBefore += 1;
    increase(group.now, now);
    increase(group.before, then);
    if (typeof change === 'number') group[change > 0 ? 'rose' : change < 0 ? 'fell' : 'same'] += 1;
  }
  if (standing && stoodBefore && mode !== modeBefore) {
    increase(tally.transitions, `${modeBefore ?? 'unknown'}>${mode ?? 'unknown'}`);
  }
}

/** A group by its key, made when it is not there. */
function groupOf(tally: Tally, key: string): GroupTally {
  const group = tally.groups[key] ?? emptyGroup();
  tally.groups[key] = group;
  return group;
}

function keysOf(account: CountedAccount, { steps }: TallyFrame): string[] {
  const { level, department, mode, region, openedYear } = account;
  const regions = steps.flatMap((step) => regionOf(region, level, step) ?? []);
  return [
    'all',
    `level:${level}`,
    `department:${department}`,
    `mode:${mode ?? 'unknown'}`,
    `stage:${stageOf(openedYear)}`,
    ...regions.map((prefix) => `region:${prefix}`),
  ];
}

function increase(counts: Record<string, number>, key: string | null): void {
  if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
}
