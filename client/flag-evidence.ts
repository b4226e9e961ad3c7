import type { AnomalyFlag } from '../typings/indices';
import type { Account } from '../typings/registry';
import { formatBrief } from './figures';
import { evidenceLabels } from './metrics.data';
import { peerGroupText } from './peer-group';

type Told = (flag: AnomalyFlag, account: Account) => string;

const numberOf = ({ evidence }: AnomalyFlag, name: string): string =>
  formatBrief(Number(evidence[name]));
/** 稳健 z 值, in words. */
const distance = ({ evidence }: AnomalyFlag): string =>
  `偏差是平常波动的 ${formatBrief(Math.abs(Number(evidence.robustZ)), 1)} 倍`;

const groupOf = ({ peers }: AnomalyFlag, account: Account): string =>
  peers ? peerGroupText(peers, account) : '';

/** Comparisons say with whom, with how many, and what most of those have. */
const comparisons: Partial<Record<AnomalyFlag['code'], Told>> = {
  'outlier-own-past': (flag) => {
    const measure = flag.metric.startsWith('max') ? '' : '日均';
    return `与自己过去 ${numberOf(flag, 'compared')} 期相比：本期${measure} ${numberOf(flag, 'value')}，过去的中位数 ${numberOf(flag, 'typical')}，${distance(flag)}`;
  },
  'outlier-peers': (flag, account) => {
    return `与同组 ${numberOf(flag, 'compared')} 个账号相比${groupOf(flag, account)}：本账号 ${numberOf(flag, 'value')}，同组的中位数 ${numberOf(flag, 'typical')}，${distance(flag)}`;
  },
};

/** The numbers that raised a flag, and what they were held against; those that have a name here. */
export function evidenceText(flag: AnomalyFlag, account: Account): string | undefined {
  const compared = comparisons[flag.code];
  if (compared) return compared(flag, account);
  const told = Object.entries(flag.evidence).flatMap(([name, value]) => {
    const label = evidenceLabels[name];
    return label ? [`${label} ${typeof value === 'number' ? formatBrief(value) : value}`] : [];
  });
  return told.length > 0 ? `依据：${told.join('，')}` : undefined;
}
