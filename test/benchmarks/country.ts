import { parsePeriod } from '../../cloudfunctions/domain/indices';
import { shortestGap } from '../../cloudfunctions/domain/indices/gaps';
import { columns } from '../../cloudfunctions/domain/registry/columns.data';
import { regionLookup } from '../../cloudfunctions/domain/registry/region-lookup';
import { scoreAgain } from '../../cloudfunctions/domain/submissions/scoring';
import { departments, kinds, levels, operatingModes } from '../../cloudfunctions/domain/words.data';
import { regions } from '../../cloudfunctions/platform/regions';
import { toDocument } from '../../cloudfunctions/records/accounts';
import { countAll } from '../../cloudfunctions/records/bulk-submissions';
import { grown } from '../../cloudfunctions/records/keep-scores';
import { keptScore } from '../../cloudfunctions/records/kept-score';
import type { PeerCounter } from '../../cloudfunctions/records/peer-counters';
import type { KeptScore } from '../../cloudfunctions/records/scores';
import type { DocumentFill } from '../../local/cloudbase/documents/fill';
import type { Account } from '../../typings/registry';
import type { Figures } from '../../typings/submission';
import type { MetricName, PeriodId } from '../../typings/vocabulary';
import { madeAccount } from '../functions/support/sample';

const names = regionLookup(regions);
const counties = regions.filter(({ code }) => !code.endsWith('00')).map(({ code }) => code);
const batch = 2000;

/** A number from 0 to 1 that an index and a purpose give, the same each time. */
export function chance(index: number, purpose: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 13), 0x45d9f3b);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}

function pick<T>(list: readonly T[], index: number, purpose: number): T {
  const picked = list[Math.floor(chance(index, purpose) * list.length)];
  if (picked === undefined) throw new Error('an empty list');
  return picked;
}

/** One of the country's accounts: every level, department, kind and mode in every county. */
export function countryAccount(index: number): Account {
  const region = pick(counties, index, 0);
  const department = pick(departments, index, 1);
  const name = `${names.fullName(region) ?? ''}${columns.department.show(department, names)}`;
  const account = madeAccount(`n${String(index).padStart(7, '0')}`, {
    name: `${name}${index}号`,
    kind: pick(kinds, index, 2),
    agency: { level: pick(levels, index, 3), department, region, name: `${name}单位` },
  });
  const mode = pick([...operatingModes, null], index, 4);
  return { ...account, operation: { ...account.operation, mode } };
}

/** What an account filed for a month, wide apart from account to account. */
export function countryFigures(index: number, month: number, asOf: string): Figures {
  const rate = chance(index, 100 + month);
  const reads = Math.round(2000 * 10 ** (3 * chance(index, 50) + 0.3 * rate));
  const comments = 5 + Math.round(60 * rate);
  const articles = 10 + Math.round(40 * chance(index, 51));
  const values: Partial<Record<MetricName, number>> = {
    articles,
    reads,
    maxReads: Math.round(reads / 3),
    headlineReads: Math.round(reads / 2),
    headlineCount: 8,
    likes: Math.round(reads / 90),
    maxLikes: Math.round(reads / 250),
    headlineLikes: Math.round(reads / 200),
    wows: Math.round(reads / 120),
    maxWows: Math.round(reads / 400),
    headlineWows: Math.round(reads / 300),
    shares: Math.round(reads / 40),
    comments,
    replies: Math.round(comments / 2),
    medianReplyHours: 2 + Math.round(40 * rate),
    followers: 5000 + reads,
    lostFollowers: 20 + Math.round(90 * rate),
    messages: 30,
    messageReplies: Math.round(30 * chance(index, 52)),
    longestGapDays: shortestGap(articles, 31) + Math.round(9 * chance(index, 53)),
    serviceEntries: 8,
    workingServiceEntries: Math.round(8 * chance(index, 54)),
    serviceUses: 200 + Math.round(700 * rate),
    serviceCompletions: 150,
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, measure: null, source: 'form', asOf },
    ]),
  );
}

export interface Country {
  size: number;
  /** oldest first */
  periods: PeriodId[];
  scheme: string;
  /** accounts at the end that have not filed the newest period */
  late: number;
}

/** When a period's figures were filed: on its last day. */
export const filedAt = ({ to }: { to: string }): string => `${to}T08:00:00.000Z`;

/** Writes accounts; answers with them. */
export function writeAccounts(documents: DocumentFill, size: number): Account[] {
  return Array.from({ length: size }, (_, index) => {
    const account = countryAccount(index);
    documents.insert('accounts', [toDocument({ ...account, vendorIds: [] })]);
    return account;
  });
}

/**
 * Writes the country straight into a file, as the records would: accounts, then for each period the
 * scores' heads by one scheme, with growth, and their counters. Tells of the scores a page at a time.
 */
export function writeCountry(
  documents: DocumentFill,
  { size, periods, scheme, late }: Country,
  onPage: (period: PeriodId, page: KeptScore[]) => void = () => {},
): void {
  const accounts = writeAccounts(documents, size);
  const before: (KeptScore['value'] | undefined)[] = [];
  for (const [month, id] of periods.entries()) {
    const period = parsePeriod(id);
    if (!period.ok) throw new Error(id);
    const filed = month === periods.length - 1 ? size - late : size;
    const counters = new Map<string, PeerCounter>();
    for (let from = 0; from < filed; from += batch) {
      const page = accounts.slice(from, Math.min(filed, from + batch));
      const scores = page.map((account, offset) => {
        const index = from + offset;
        const figures = countryFigures(index, month, period.value.to);
        const scored = scoreAgain(scheme, { period: id, figures });
        if (!scored.ok) throw new Error(JSON.stringify(scored.error));
        const submission = { accountId: account.id, period: id, revision: 1, figures };
        const source = { account, period: period.value, submission };
        const score = keptScore(source, scored.value, {
          revision: 1,
          computedAt: filedAt(period.value),
        });
        const earlier = before[index];
        before[index] = score.value;
        return grown(score, earlier === undefined ? null : { ...score, value: earlier });
      });
      documents.insert('score-heads', scores);
      countAll(counters, scores);
      onPage(id, scores);
    }
    documents.insert('peer-counters', [...counters.values()]);
  }
}

/** Months before 2026-11, oldest first. */
export function monthsUntil(count: number): PeriodId[] {
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(2026, 10 - count + index, 1)).toISOString().slice(0, 7),
  );
}
