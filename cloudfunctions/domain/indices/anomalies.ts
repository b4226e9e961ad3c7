import { medianAbsoluteDeviation, median as medianOf } from 'simple-statistics';
import type { AnomalyFlag } from '../../../typings/indices';
import type { Result } from '../../../typings/result';
import type { MetricName } from '../../../typings/vocabulary';
import { type Figures, figureOf } from './figures';
import { metricFacts } from './metrics.data';
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

const watched: MetricName[] = ['reads', 'maxReads', 'likes', 'wows', 'shares', 'comments'];
const peerWatched: MetricName[] = ['reads', 'likes', 'wows', 'shares', 'comments'];

/** Iglewicz & Hoaglin (1993) label modified z-scores beyond 3.5 as potential outliers. */
const outlierZ = 3.5;
/** Logs that never moved would make any change infinite; 5 % counts as no change. */
const leastSpread = 0.05;
const leastHistory = 5;
const leastPeers = 10;
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
  const own = figuresOf(record, 'record');
  if (!own.ok) return own;
  const past = allFigures(history, 'history');
  if (!past.ok) return past;
  const others = allFigures(peers, 'peers');
  if (!others.ok) return others;
  return {
    ok: true,
    value: [
      ...standingFlags(own.value),
      ...outliers(own.value, past.value, ownPast),
      ...outliers(own.value, others.value, amongPeers),
      ...jumps(own.value, past.value),
      ...repeats(own.value, past.value),
    ],
  };
}

function figuresOf(record: unknown, at: string): Result<Figures> {
  const resolved = resolveRecord(anyMeasure, record);
  if (resolved.ok) return { ok: true, value: resolved.value.figures };
  const { code, message, fields = {} } = resolved.error;
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

interface Comparison {
  code: 'outlier-own-past' | 'outlier-peers';
  metrics: MetricName[];
  least: number;
  /** what the log is taken of */
  level(figures: Figures, metric: MetricName): number | null;
  with: string;
}

/** A day, so that a month compares with a week. */
function daily(figures: Figures, metric: MetricName): number | null {
  const value = figureOf(figures, metric);
  const days = metric.startsWith('max') ? 1 : figureOf(figures, 'days');
  return value === null || days === null ? null : value / days;
}

/** An article, so that busy accounts compare with quiet ones. */
function perArticle(figures: Figures, metric: MetricName): number | null {
  const value = figureOf(figures, metric);
  const articles = figureOf(figures, 'articles');
  return value === null || articles === null || articles === 0 ? null : value / articles;
}

const ownPast: Comparison = {
  code: 'outlier-own-past',
  metrics: watched,
  least: leastHistory,
  level: daily,
  with: '自身以往',
};

const amongPeers: Comparison = {
  code: 'outlier-peers',
  metrics: peerWatched,
  least: leastPeers,
  level: perArticle,
  with: '同组账号',
};

function outliers(own: Figures, others: Figures[], comparison: Comparison): AnomalyFlag[] {
  const { code, metrics, least, level } = comparison;
  return metrics.flatMap((metric): AnomalyFlag[] => {
    const value = level(own, metric);
    const logs = others.flatMap((figures) => {
      const other = level(figures, metric);
      return other === null ? [] : [Math.log1p(other)];
    });
    if (value === null || logs.length < least) return [];
    const centre = medianOf(logs);
    const spread = Math.max(medianAbsoluteDeviation(logs) * 1.4826, leastSpread);
    const z = (Math.log1p(value) - centre) / spread;
    if (Math.abs(z) <= outlierZ) return [];
    const { label } = metricFacts[metric];
    const direction = z > 0 ? '高' : '低';
    return [
      {
        code,
        severity: Math.abs(z) > 2 * outlierZ ? 'warning' : 'notice',
        metric,
        message: `${label}明显${direction}于${comparison.with}的一般水平，请核对`,
        evidence: { value, typical: Math.expm1(centre), robustZ: z, compared: logs.length },
      },
    ];
  });
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
