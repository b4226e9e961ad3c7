import type { Account } from '../../typings/registry';
import type { Submission } from '../../typings/submission';
import type { Day, Instant, PeriodId } from '../../typings/vocabulary';
import { madeAccounts } from './made-accounts';
import { sampleMonth } from './months';
import { type AccountSeed, namedAccounts } from './named-accounts.data';
import { type Random, seededRandom } from './random';
import { runningMonths } from './running';

export interface SampleData {
  accounts: Account[];
  submissions: Submission[];
  /** the running month of those who file while it runs */
  running: Submission[];
}

const monthCount = 12;
/** older months were filed by form, so no article is known of them */
const monthsWithArticles = 3;
const notFiledShare = 0.02;
const closedShare = 0.02;

/**
 * The accounts that the study names and some 300 made ones, with twelve full months before `today`
 * from a seeded model. Every record is marked as sample (示例数据).
 */
export function sampleData(today: Day, seed = 20_261_126): SampleData {
  const random = seededRandom(seed);
  const seeds = [...namedAccounts, ...madeAccounts(random)];
  const months = monthsBefore(today, monthCount);
  const accounts = seeds.map((account, index) =>
    toAccount(account, index, random, `${today}T00:00:00Z`),
  );
  const submissions = seeds.flatMap((account, index) => {
    const stored = accounts[index];
    return stored ? history(account, stored.id, months, random) : [];
  });
  return { accounts, submissions, running: runningMonths(seeds, submissions, today) };
}

function history(
  account: AccountSeed,
  accountId: string,
  months: PeriodId[],
  random: Random,
): Submission[] {
  const submissions: Submission[] = [];
  let followers = account.followers;
  months.forEach((period, index) => {
    const days = daysOf(period);
    const month = sampleMonth(account, days, followers, random);
    followers = month.figures.followers?.value ?? followers;
    if (account.key.includes('-') && random.chance(notFiledShare)) return;
    const recent = index >= months.length - monthsWithArticles;
    submissions.push({
      accountId,
      period,
      revision: 1,
      figures: month.figures,
      items: recent ? month.items : [],
      enteredBy: 'sample',
      enteredAt: `${days.at(-1)}T15:59:59Z`,
      sample: true,
    });
  });
  return submissions;
}

function toAccount(
  account: AccountSeed,
  index: number,
  random: Random,
  updatedAt: Instant,
): Account {
  const closed = account.key.includes('-') && random.chance(closedShare);
  return {
    id: `sample-${account.key}`,
    name: account.name,
    wechatId: `sample_${account.key.replaceAll('-', '_')}`,
    appId: null,
    kind: account.kind,
    principal: account.agency,
    agency: {
      id: `sample-agency-${account.key}`,
      name: account.agency,
      level: account.level,
      region: account.region,
      department: account.department,
      supervisorUnit: account.supervisorUnit,
    },
    operation: {
      mode: account.mode,
      operator: account.operator,
      openedOn: account.openedOn,
      fullTimeStaff: Math.round(account.care * (account.level === 'county' ? 2 : 5)),
      partTimeStaff: random.integer(0, 3),
      annualBudget: account.mode === 'independent' ? null : random.integer(10, 80) * 10_000,
    },
    filing: {
      number: `示例${String(index + 1).padStart(4, '0')}`,
      date: account.openedOn,
      status: random.chance(0.95) ? 'filed' : 'pending',
    },
    status: closed ? 'closed' : 'active',
    closedOn: closed ? updatedAt.slice(0, 10) : null,
    sample: true,
    revision: 1,
    updatedAt,
  };
}

/** The last `count` full months before the month of `today`, oldest first. */
function monthsBefore(today: Day, count: number): PeriodId[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - 1 - (count - index), 1)).toISOString().slice(0, 7),
  );
}

function daysOf(month: PeriodId): Day[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from(
    { length: count },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
}
