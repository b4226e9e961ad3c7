import type { RegionScope } from '../../typings/membership';
import type { PeriodId } from '../../typings/vocabulary';
import { dayOfInstant } from '../domain/indices/days';
import { modeAt } from '../domain/modes/mode-at';
import type { AccountFacts, ReportDays } from '../domain/reports/counted-account';
import { accountStates } from './account-revisions';
import { type AccountDocument, accounts } from './accounts';
import { command } from './collection';
import { allOf, placesWithin } from './places';
import { valuesOfPeriods } from './scores';

/** What is read of each account. */
export interface ReportSource {
  scope: RegionScope;
  scheme: string;
  days: ReportDays;
  /** the months of the period and of the one before */
  months: PeriodId[];
  monthsBefore: PeriodId[];
}

export interface FactsPage {
  facts: AccountFacts[];
  /** place of the last account; null when there are no more */
  last: string | null;
}

const fields = [
  'place',
  'agency',
  'operation',
  'status',
  'closedOn',
  'sample',
  'revision',
  'updatedAt',
];

/** The next accounts of a scope, with their scores and modes in two periods. */
export async function factsPage(
  source: ReportSource,
  after: string | null,
  limit: number,
): Promise<FactsPage> {
  const page = await accounts.list(within(source.scope, after), {
    limit,
    order: ['place', 'asc'],
    fields,
  });
  const ids = page.map(({ _id }) => _id);
  const periods = [...source.months, ...source.monthsBefore];
  const [scores, modes] = await Promise.all([
    valuesOfPeriods(ids, periods, source.scheme),
    modesOf(page, source.days),
  ]);
  const found = new Map(scores.map((score) => [`${score.accountId}:${score.period}`, score]));
  const facts = page.map((account): AccountFacts => {
    const scoreIn = (period: PeriodId) => found.get(`${account._id}:${period}`) ?? null;
    const { region, level, department } = account.agency;
    return {
      region,
      level,
      department,
      openedOn: account.operation.openedOn,
      status: account.status,
      closedOn: account.closedOn,
      sample: account.sample,
      ...modes(account),
      scores: source.months.map((month) => scoreIn(month)?.value ?? null),
      scoresBefore: source.monthsBefore.map((month) => scoreIn(month)?.value ?? null),
      doubtful: source.months.some((month) => (scoreIn(month)?.doubts.length ?? 0) > 0),
    };
  });
  return { facts, last: page.length < limit ? null : (page.at(-1)?.place ?? null) };
}

/** Whether a scope has any account at all. */
export async function hasAccounts(scope: RegionScope): Promise<boolean> {
  return (await accounts.list(within(scope, null), { limit: 1, fields: ['place'] })).length > 0;
}

function within(scope: RegionScope, after: string | null) {
  return allOf([
    ...placesWithin([scope], ['agency.level', 'agency.department']),
    ...(after ? [{ place: command.gt(after) }] : []),
  ]);
}

type Modes = Pick<AccountFacts, 'mode' | 'modeBefore'>;

/** The modes at the ends of both periods; earlier states are read of accounts changed since alone. */
async function modesOf(
  page: AccountDocument[],
  { to, toBefore }: ReportDays,
): Promise<(account: AccountDocument) => Modes> {
  const changed = page.filter(({ updatedAt }) => dayOfInstant(updatedAt) > toBefore);
  const states = await accountStates(
    changed.map(({ _id, ...account }) => ({ id: _id, ...account })),
  );
  return ({ _id, operation }) => {
    const own = states.get(_id);
    if (!own || own.length === 0) return { mode: operation.mode, modeBefore: operation.mode };
    return { mode: modeAt(own, to), modeBefore: modeAt(own, toBefore) };
  };
}
