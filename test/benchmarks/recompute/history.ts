import { createHash } from 'node:crypto';
import { EJSON } from 'bson';
import { parsePeriod } from '../../../cloudfunctions/domain/indices';
import { scoreAgain } from '../../../cloudfunctions/domain/submissions/scoring';
import type { AccountDocument } from '../../../cloudfunctions/records/accounts';
import { toDocument } from '../../../cloudfunctions/records/accounts';
import { keptScore } from '../../../cloudfunctions/records/kept-score';
import type { KeptScore } from '../../../cloudfunctions/records/scores';
import type { SubmissionHead } from '../../../cloudfunctions/records/submissions';
import type { DocumentService } from '../../../local/cloudbase/documents';
import type { DocumentFill } from '../../../local/cloudbase/documents/fill';
import type { Figures } from '../../../typings/submission';
import type { AccountKind, Department, Level, MetricName } from '../../../typings/vocabulary';
import { madeAccount } from '../../functions/support/sample';

const levels: Level[] = ['provincial', 'prefectural', 'county', 'township'];
const departments: Department[] = [
  'government-office',
  'publicity',
  'public-security',
  'education',
  'health',
  'justice',
  'culture-tourism',
  'market-supervision',
  'civil-affairs',
  'taxation',
];
const kinds: AccountKind[] = ['subscription', 'service'];
/** Ten cities of each of twenty-five provinces. */
const regionOf = (index: number): string =>
  `${11 + (index % 25)}${String((Math.floor(index / 25) % 10) + 1).padStart(2, '0')}01`;
const batch = 1000;
const ejson = (value: object) => EJSON.stringify(value, { relaxed: false });

/** Order does not matter to it, so that it can be told from pieces. */
export class Checksum {
  private sum = 0;
  rows = 0;

  add(text: string): void {
    const part = createHash('sha1').update(text).digest().readUIntBE(0, 6);
    this.sum = (this.sum + part) % 2 ** 48;
    this.rows += 1;
  }

  toString(): string {
    return `${this.rows}:${this.sum.toString(16)}`;
  }
}

type Told = Pick<KeptScore, '_id' | 'value' | 'cell' | 'counted'>;

const told = ({ _id, value, cell, counted }: Told): string =>
  `${_id}=${value}@${cell}#${counted.index}`;

/** The months before 2026-11, newest first. */
export function monthsBefore(count: number): string[] {
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(2026, 9 - back, 1)).toISOString().slice(0, 7),
  );
}

function accountOf(index: number): AccountDocument {
  const agency = {
    level: levels[index % 4] ?? 'county',
    department: departments[Math.floor(index / 4) % 10] ?? 'other',
    region: regionOf(Math.floor(index / 80)),
  };
  const kind = kinds[Math.floor(index / 40) % 2] ?? 'subscription';
  const account = madeAccount(`a${String(index).padStart(7, '0')}`, { kind, agency });
  return toDocument({ ...account, vendorIds: [] });
}

/** Figures that differ from account to account and month to month, by a fixed rule. */
function figuresOf(account: number, month: number, asOf: string): Figures {
  const seed = (account * 7919 + month * 104_729) % 100_003;
  const reads = 2000 + seed * 3;
  const comments = 5 + (seed % 60);
  const values: Partial<Record<MetricName, number>> = {
    articles: 10 + (seed % 40),
    reads,
    maxReads: Math.round(reads / 3),
    headlineReads: Math.round(reads / 2),
    headlineCount: 8,
    likes: Math.round(reads / 90),
    maxLikes: Math.round(reads / 250),
    wows: Math.round(reads / 120),
    maxWows: Math.round(reads / 400),
    shares: Math.round(reads / 40),
    comments,
    replies: Math.round(comments / 2),
    medianReplyHours: 2 + (seed % 40),
    followers: 5000 + seed,
    lostFollowers: 20 + (seed % 90),
    messages: 30,
    messageReplies: 20,
    longestGapDays: seed % 9,
    serviceEntries: 8,
    workingServiceEntries: seed % 8,
    serviceUses: 200 + (seed % 700),
    serviceCompletions: 150,
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, measure: null, source: 'form', asOf },
    ]),
  );
}

/**
 * Writes accounts and their months straight into the file of an environment, without scores, and
 * tells what the scheme's scores must come to.
 */
export function writeHistory(
  documents: DocumentFill,
  { accounts, months, scheme }: { accounts: number; months: number; scheme: string },
): Checksum {
  const checksum = new Checksum();
  const periods = monthsBefore(months);
  for (let from = 0; from < accounts; from += batch) {
    const size = Math.min(batch, accounts - from);
    const page = Array.from({ length: size }, (_, offset) => accountOf(from + offset));
    documents.insert('accounts', page);
    for (const [month, id] of periods.entries()) {
      const period = parsePeriod(id);
      if (!period.ok) throw new Error(id);
      const heads = page.map((owner, offset): SubmissionHead => {
        const { _id, agency, kind, operation } = owner;
        const figures = figuresOf(from + offset, month, period.value.to);
        const submission = { accountId: _id, period: id, revision: 1, figures };
        const scored = scoreAgain(scheme, { period: id, figures });
        if (!scored.ok) throw new Error(JSON.stringify(scored.error));
        const account = { agency, kind, operation };
        const source = { account, period: period.value, submission };
        checksum.add(told(keptScore(source, scored.value, { revision: 1, computedAt: '' })));
        return {
          _id: `${_id}:${id}`,
          ...submission,
          kind: 'month',
          to: period.value.to,
          enteredBy: 'bench',
          enteredAt: `${period.value.to}T00:00:00.000Z`,
          sample: true,
          digest: 'none',
          lastPublished: null,
          countsByDay: false,
        };
      });
      documents.insert('submission-heads', heads);
    }
  }
  return checksum;
}

/** What stands: every head as it is, and as many in the append-only revisions and in the counters. */
export function checkScores(documents: DocumentService): {
  heads: Checksum;
  revisions: Checksum;
  counted: number;
} {
  const heads = new Checksum();
  const revisions = new Checksum();
  let counted = 0;
  const walk = (collectionName: string, visit: (document: Record<string, unknown>) => void) => {
    let after = '';
    for (;;) {
      const { data } = documents.call('database.getDocument', {
        collectionName,
        query: ejson({ _id: { $gt: after } }),
        order: ejson({ _id: 1 }),
        limit: batch,
      }) as { data: { list: string[] } };
      for (const text of data.list) visit(EJSON.parse(text));
      const last = data.list.at(-1);
      if (!last) return;
      after = String(EJSON.parse(last)._id);
    }
  };
  walk('score-heads', (head) => heads.add(told(head as unknown as KeptScore)));
  walk('scores', (score) => {
    const { _id } = score as unknown as KeptScore;
    const bare = { ...(score as unknown as KeptScore), _id: _id.slice(0, _id.lastIndexOf(':')) };
    revisions.add(told(bare));
  });
  walk('peer-counters', ({ region, buckets }) => {
    if (region !== '' || buckets === undefined) return;
    const { index = {} } = buckets as { index?: Record<string, number> };
    for (const count of Object.values(index)) counted += count;
  });
  return { heads, revisions, counted };
}
