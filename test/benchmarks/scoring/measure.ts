import { performance } from 'node:perf_hooks';
import { briefScore, findScheme, type Scheme, score } from '../../../cloudfunctions/domain/indices';
import type { ScoringRecord } from '../../../typings/indices';
import { bareWci142, bareZhengwei1, type Figures } from './bare';

const figures: Figures = {
  days: 30,
  articles: 20,
  reads: 20_000,
  maxReads: 5000,
  headlineReads: 10_000,
  headlineCount: 12,
  shares: 400,
  wows: 160,
  maxWows: 50,
  headlineWows: 80,
  likes: 200,
  maxLikes: 66,
  headlineLikes: 100,
  comments: 40,
  replies: 30,
  medianReplyHours: 6,
  followers: 20_000,
  lostFollowers: 60,
  messages: 30,
  messageReplies: 24,
  longestGapDays: 3,
  workingServiceEntries: 3,
  serviceUses: 300,
  serviceCompletions: 200,
  satisfactionAnswers: 30,
  satisfied: 20,
};
const all = Array.from({ length: 1000 }, (_, index) => ({ ...figures, reads: 20_000 + index }));
const records: ScoringRecord[] = all.map((one) => ({ ...one, measure: 'times' }));
const batch = 200_000;
const rounds = 10;

/** Microseconds a call, the best of ten rounds: the machine has other work too. */
function microseconds(calls: number, run: (index: number) => number): number {
  let best = Number.POSITIVE_INFINITY;
  let sink = 0;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    for (let index = 0; index < calls; index += 1) sink += run(index % 1000);
    best = Math.min(best, ((performance.now() - start) * 1000) / calls);
  }
  if (Number.isNaN(sink)) throw new Error('a score without a value');
  return best;
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
    return scored.ok ? scored.value.explanation.contribution : Number.NaN;
  };
  const brief = (index: number): number => {
    const scored = briefScore(scheme, records[index]);
    return scored.ok ? (scored.value.value ?? Number.NaN) : Number.NaN;
  };
  const bareOf = (index: number): number => bare(all[index] ?? figures);
  const difference = Math.abs(explained(0) - bareOf(0));
  if (difference > 1e-9) throw new Error(`${id} differs from the bare formula by ${difference}`);
  const formula = microseconds(500_000, bareOf);
  const whole = microseconds(20_000, explained);
  const short = microseconds(20_000, brief);
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
