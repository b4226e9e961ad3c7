import { createHash } from 'node:crypto';
import {
  briefScore,
  findScheme,
  parsePeriod,
  type Scheme,
} from '../../../cloudfunctions/domain/indices';
import { shortestGap } from '../../../cloudfunctions/domain/indices/gaps';
import { cellOf } from '../../../cloudfunctions/domain/leaderboards/cells';
import { bucketOf } from '../../../cloudfunctions/domain/submissions/peer-buckets';
import { scoringRecord } from '../../../cloudfunctions/domain/submissions/scoring';
import type { AccountDocument } from '../../../cloudfunctions/records/accounts';
import { toDocument } from '../../../cloudfunctions/records/accounts';
import type { PeerCounter } from '../../../cloudfunctions/records/peer-counters';
import type { KeptScore } from '../../../cloudfunctions/records/scores';
import type { SubmissionHead } from '../../../cloudfunctions/records/submissions';
import type { DocumentFill } from '../../../local/cloudbase/documents/fill';
import type { Document } from '../../../local/cloudbase/documents/values/types';
import type { Figures } from '../../../typings/submission';
import type { AccountKind, Department, Level, MetricName } from '../../../typings/vocabulary';
import { madeAccount } from '../../functions/support/sample';
import type { BenchCloud } from '../cloud';

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

interface Told {
  id: string;
  value: number | null;
  cell: string;
  bucket: string | null | undefined;
}

const told = ({ id, value, cell, bucket }: Told): string => `${id}=${value}@${cell}#${bucket}`;

/** What a score document comes to; a revision's id ends with its number, a head's does not. */
function toldBy(document: Document, id: string): string {
  const { value, cell, counted } = document as unknown as KeptScore;
  return told({ id, value, cell, bucket: counted.index });
}

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
  const articles = 10 + (seed % 40);
  const values: Partial<Record<MetricName, number>> = {
    articles,
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
    longestGapDays: shortestGap(articles, 31) + (seed % 9),
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
  { accounts, months, scheme: id }: { accounts: number; months: number; scheme: string },
): Checksum {
  const found = findScheme(id);
  if (!found.ok) throw new Error(found.error.message);
  const checksum = new Checksum();
  const periods = monthsBefore(months);
  for (let from = 0; from < accounts; from += batch) {
    const size = Math.min(batch, accounts - from);
    const page = Array.from({ length: size }, (_, offset) => accountOf(from + offset));
    documents.insert('accounts', page);
    for (const [month, period] of periods.entries()) {
      const heads = page.map((owner, offset) => headOf(owner, from + offset, { month, period }));
      for (const [offset, head] of heads.entries()) {
        const owner = page[offset];
        if (owner) checksum.add(expected(found.value, owner, head));
      }
      documents.insert('submission-heads', heads);
    }
  }
  return checksum;
}

function headOf(
  { _id }: AccountDocument,
  index: number,
  { month, period: id }: { month: number; period: string },
): SubmissionHead {
  const period = parsePeriod(id);
  if (!period.ok) throw new Error(id);
  const { to } = period.value;
  return {
    _id: `${_id}:${id}`,
    accountId: _id,
    period: id,
    revision: 1,
    figures: figuresOf(index, month, to),
    kind: 'month',
    to,
    enteredBy: 'bench',
    enteredAt: `${to}T00:00:00.000Z`,
    sample: true,
    digest: 'none',
    lastPublished: null,
    countsByDay: false,
  };
}

function expected(scheme: Scheme, owner: AccountDocument, head: SubmissionHead): string {
  const scored = briefScore(scheme, scoringRecord(head));
  if (!scored.ok) throw new Error(JSON.stringify(scored.error));
  const { agency, kind, operation } = owner;
  const { value } = scored.value;
  return told({
    id: `${head.accountId}:${head.period}:${scheme.id}`,
    value,
    cell: cellOf({ ...agency, kind, mode: operation.mode }),
    bucket: bucketOf(scheme.id, value),
  });
}

/** What stands: every head as it is, and as many in the append-only revisions and in the counters. */
export function checkScores(cloud: BenchCloud): {
  heads: Checksum;
  revisions: Checksum;
  counted: number;
} {
  const heads = new Checksum();
  const revisions = new Checksum();
  let counted = 0;
  cloud.scan('score-heads', (head) => heads.add(toldBy(head, String(head._id))));
  cloud.scan('scores', (revision) => {
    const id = String(revision._id);
    revisions.add(toldBy(revision, id.slice(0, id.lastIndexOf(':'))));
  });
  cloud.scan('peer-counters', (counter) => {
    const { region, buckets } = counter as unknown as PeerCounter;
    if (region !== '') return;
    for (const count of Object.values(buckets?.index ?? {})) counted += count;
  });
  return { heads, revisions, counted };
}
