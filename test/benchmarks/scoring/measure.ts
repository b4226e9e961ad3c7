import { performance } from 'node:perf_hooks';
import { briefScore, findScheme, type Scheme, score } from '../../../cloudfunctions/domain/indices';
import { shortestGap } from '../../../cloudfunctions/domain/indices/gaps';
import type { ExplanationNode, ScoringRecord } from '../../../typings/indices';
import { bareWci142, bareZhengwei1, type Figures } from './bare';

/** Accounts of all sizes, as the command line and the database give them: read from JSON. */
const all: Figures[] = Array.from({ length: 1000 }, (_, index) =>
  JSON.parse(JSON.stringify(month(index))),
);
const records: ScoringRecord[] = all.map((figures) =>
  JSON.parse(JSON.stringify({ ...figures, measure: 'times' })),
);
const batch = 200_000;

function month(index: number): Figures {
  const reads = 2000 + 317 * index;
  return {
    days: 30,
    articles: 8 + (index % 40),
    reads,
    maxReads: Math.ceil(reads / 3),
    headlineReads: Math.floor(reads / 2),
    headlineCount: 4 + (index % 8),
    shares: Math.floor(reads / 50),
    wows: Math.floor(reads / 120),
    maxWows: Math.ceil(reads / 300),
    headlineWows: Math.floor(reads / 240),
    likes: Math.floor(reads / 100),
    maxLikes: Math.ceil(reads / 250),
    headlineLikes: Math.floor(reads / 200),
    comments: 40 + (index % 90),
    replies: 10 + (index % 30),
    medianReplyHours: 1 + (index % 70) / 10,
    followers: 3000 + 211 * index,
    lostFollowers: 5 + (index % 200),
    messages: 30 + (index % 50),
    messageReplies: 5 + (index % 25),
    longestGapDays: shortestGap(8 + (index % 40), 30) + (index % 20),
    workingServiceEntries: index % 6,
    serviceUses: 300 + index,
    serviceCompletions: 100 + (index % 200),
    satisfactionAnswers: 30 + (index % 40),
    satisfied: 10 + (index % 20),
  };
}

const roundCalls = 150;
const rounds = 3000;

/** Microseconds a call, the best of many short rounds: the machine has other work too. */
function microseconds(run: (index: number) => number): number {
  let best = Number.POSITIVE_INFINITY;
  let sink = 0;
  for (let round = 0; round < rounds; round += 1) {
    const first = round * roundCalls;
    const start = performance.now();
    for (let call = 0; call < roundCalls; call += 1) sink += run((first + call) % 1000);
    best = Math.min(best, ((performance.now() - start) * 1000) / roundCalls);
  }
  if (Number.isNaN(sink)) throw new Error('a score without a value');
  return best;
}

/** Reads every node, so that none can be left out. */
function contributed({ children, contribution }: ExplanationNode): number {
  let sum = contribution;
  for (const child of children) sum += contributed(child);
  return sum;
}

function schemeOf(id: string): Scheme {
  const found = findScheme(id);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

function reportSpeed(id: string, bare: (figures: Figures) => number): void {
  const scheme = schemeOf(id);
  const explained = (index: number): number => {
    const scored = score(scheme, records[index]);
    return scored.ok ? contributed(scored.value.explanation) : Number.NaN;
  };
  const brief = (index: number): number => {
    const scored = briefScore(scheme, records[index]);
    return scored.ok ? (scored.value.value ?? Number.NaN) : Number.NaN;
  };
  const bareOf = (index: number): number => bare(all[index] as Figures);
  for (const index of all.keys()) {
    const difference = Math.abs(brief(index) - bareOf(index));
    if (difference > 1e-9) throw new Error(`${id} differs from the bare formula by ${difference}`);
  }
  const formula = microseconds(bareOf);
  const whole = microseconds(explained);
  const short = microseconds(brief);
  console.log(
    JSON.stringify({
      scheme: id,
      explainedPerSecond: Math.round(1e6 / whole),
      briefPerSecond: Math.round(1e6 / short),
      bareMicroseconds: Number(formula.toFixed(3)),
      explainedToBare: Number((whole / formula).toFixed(1)),
      briefToBare: Number((short / formula).toFixed(1)),
    }),
  );
}

/** Checked, valued, with parts, coverage and flags, all held at once. */
function reportMemory(id: string): void {
  const scheme = schemeOf(id);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const held = Array.from({ length: batch }, (_, index) =>
    briefScore(scheme, records[index % 1000]),
  );
  const seconds = (performance.now() - start) / 1000;
  globalThis.gc?.();
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  console.log(
    JSON.stringify({
      scheme: id,
      accountMonths: held.length,
      seconds: Number(seconds.toFixed(2)),
      heldMegabytes: Number(megabytes.toFixed(0)),
      peakResidentMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
}

reportSpeed('zhengwei-1', bareZhengwei1);
reportSpeed('wci-14.2', bareWci142);
reportMemory('zhengwei-1');
