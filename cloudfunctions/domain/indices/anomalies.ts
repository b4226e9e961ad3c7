import type { AnomalyFlag } from '../../../typings/indices';
import type { PeerFigure } from '../../../typings/peers';
import type { Result } from '../../../typings/result';
import type { MetricName } from '../../../typings/vocabulary';
import { type Figures, figureOf } from './figures';
import { metricFacts } from './metrics.data';
import {
  dailyRate,
  ownOutliers,
  type PeersKnown,
  peerOutliers,
  peersAmong,
  watched,
} from './outliers';
import { peerFigures, peerRateOf } from './peer-figures.data';
import { resolveRecord } from './record';
import type { RecordRules } from './scheme';
import { standingFlags } from './standing-flags';

/** Figures are compared with figures; no scheme's reading of them matters. */
const anyMeasure: RecordRules = {
  name: '异常检查',
  measure: 'either',
  otherMeasure: 'refuse',
  readCap: 100_001,
};

/** Reads that grow so many times while articles do not grow. The product's own choice. */
const jumpTimes = 3;

/**
 * Flags with their evidence for a reviewer; they never change a score.
 *
 * @param history the account's own earlier records, newest last
 * @param peers records of its peer group in the same period
 * @returns `invalid` when a record is bad; the field says which one
 */
export function findAnomalies(
  record: unknown,
  history: unknown = [],
  peers: unknown = [],
): Result<AnomalyFlag[]> {
  const others = allFigures(peers, 'peers');
  return others.ok ? findAnomaliesAmong(record, history, peersAmong(others.value)) : others;
}

/** As `findAnomalies`, where peers are known by where their figures lie. */
export function findAnomaliesAmong(
  record: unknown,
  history: unknown,
  peers: PeersKnown,
): Result<AnomalyFlag[]> {
  const own = figuresOf(record, 'record');
  if (!own.ok) return own;
  const past = allFigures(history, 'history');
  if (!past.ok) return past;
  return {
    ok: true,
    value: [
      ...standingFlags(own.value),
      ...ownOutliers(own.value, past.value),
      ...peerOutliers(own.value, peers),
      ...jumps(own.value, past.value),
      ...repeats(own.value, past.value),
    ],
  };
}

/** What peers are compared by, as far as a record tells; nothing of a bad one. */
export function peerFiguresOf(record: unknown): [PeerFigure, number][] {
  const figures = figuresOf(record, 'record');
  if (!figures.ok) return [];
  return peerFigures.flatMap((name): [PeerFigure, number][] => {
    const rate = peerRateOf(figures.value, name);
    return rate === null ? [] : [[name, rate.value]];
  });
}

function figuresOf(record: unknown, at: string): Result<Figures> {
  const resolved = resolveRecord(anyMeasure, record);
  if (resolved.ok) return { ok: true, value: resolved.value.figures };
  const { code, message, fields } = resolved.error;
  if (!fields) return { ok: false, error: { code, message, fields: { [at]: message } } };
  const placed = Object.entries(fields).map(([field, fault]) => [`${at}.${field}`, fault]);
  return { ok: false, error: { code, message, fields: Object.fromEntries(placed) } };
}

function allFigures(records: unknown, at: string): Result<Figures[]> {
  if (records === null) return { ok: true, value: [] };
  if (!Array.isArray(records)) {
    const message = '须为记录的列表';
    return { ok: false, error: { code: 'invalid', message, fields: { [at]: message } } };
  }
  const all: Figures[] = [];
  for (const [index, record] of records.entries()) {
    const figures = figuresOf(record, `${at}[${index}]`);
    if (!figures.ok) return figures;
    all.push(figures.value);
  }
  return { ok: true, value: all };
}

/** A day. */
function daily(figures: Figures, metric: MetricName): number | null {
  return dailyRate(figures, metric)?.value ?? null;
}

function jumps(own: Figures, history: Figures[]): AnomalyFlag[] {
  const last = history.at(-1);
  const reads = daily(own, 'reads');
  const before = last ? daily(last, 'reads') : null;
  const articles = daily(own, 'articles');
  const articlesBefore = last ? daily(last, 'articles') : null;
  if (reads === null || before === null || articles === null || articlesBefore === null) return [];
  if (before <= 0 || reads < jumpTimes * before || articles > articlesBefore) return [];
  const times = reads / before;
  return [
    {
      code: 'jump-without-articles',
      severity: 'warning',
      metric: 'reads',
      message: `发布没有增加，日均阅读却是上期的 ${times.toFixed(1)} 倍，请核对来源`,
      evidence: { readsADay: reads, previousReadsADay: before, articlesADay: articles },
    },
  ];
}

/** Three large figures that are the same as in an earlier period are copied, not counted. */
function repeats(own: Figures, history: Figures[]): AnomalyFlag[] {
  for (const earlier of [...history].reverse()) {
    const same = watched.filter((metric) => {
      const value = figureOf(own, metric);
      return value !== null && value >= 10 && value === figureOf(earlier, metric);
    });
    const metric = same[0];
    if (metric === undefined || same.length < 3) continue;
    const labels = same.map((name) => metricFacts[name].label).join('、');
    const evidence = Object.fromEntries(same.map((name) => [name, figureOf(own, name) ?? 0]));
    const message = `${labels}与以往一期完全相同，请核对是否沿用了旧数据`;
    return [{ code: 'repeated-figures', severity: 'warning', metric, message, evidence }];
  }
  return [];
}
