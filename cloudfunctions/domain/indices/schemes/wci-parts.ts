import type { InputName } from '../../../../typings/indices';
import type { Group, Quantity, Term } from '../scheme';

/** What a WCI counts of readers: the total, and the same over headlines and of the best article. */
interface WciFigure {
  key: string;
  label: string;
  total: InputName;
  headline: InputName;
  maximum: InputName;
  /** 在看, 点赞 and 转发 count ten times */
  times?: number;
}

const figures = {
  reads: {
    key: 'reads',
    label: '阅读',
    total: 'reads',
    headline: 'headlineReads',
    maximum: 'maxReads',
  },
  wows: {
    key: 'wows',
    label: '在看',
    total: 'wows',
    headline: 'headlineWows',
    maximum: 'maxWows',
    times: 10,
  },
  likes: {
    key: 'likes',
    label: '点赞',
    total: 'likes',
    headline: 'headlineLikes',
    maximum: 'maxLikes',
    times: 10,
  },
  shares: {
    key: 'shares',
    label: '转发',
    total: 'shares',
    headline: 'headlineShares',
    maximum: 'maxShares',
    times: 10,
  },
} as const satisfies Record<string, WciFigure>;

type FigureKey = keyof typeof figures;
type Weights = Partial<Record<FigureKey, number>>;

function logTerm(
  part: string,
  figure: WciFigure,
  weight: number,
  quantity: Quantity,
  label: string,
): Term {
  const times = figure.times ?? 1;
  return {
    key: `${part}.${figure.key}`,
    label,
    weight,
    quantity: { ...quantity, times },
    transform: { kind: 'log' },
  };
}

/**
 * The four sub-indices since V13.0: overall (O, a day), per article (A), headline (H, a day) and
 * peak (P, the best article), each the same weighted sum of logs.
 */
export function fourParts(
  parts: { overall: number; perArticle: number; headline: number; peak: number },
  weights: Weights,
): Group {
  const keys = Object.keys(weights) as FigureKey[];
  const group = (
    key: keyof typeof parts,
    label: string,
    prefix: string,
    quantity: (figure: WciFigure) => Quantity,
  ): Group => ({
    key,
    label,
    weight: parts[key],
    minimum: 1,
    children: keys.map((name) => {
      const figure = figures[name];
      const weight = weights[name] ?? 0;
      return logTerm(key, figure, weight, quantity(figure), `${prefix}${figure.label}`);
    }),
  });
  return {
    key: 'wci',
    label: '微信传播指数',
    weight: 1,
    minimum: 1,
    children: [
      group('overall', '整体传播力', '日均', ({ total }) => ({
        of: [total],
        over: [['days']],
      })),
      group('perArticle', '篇均传播力', '篇均', ({ total }) => ({
        of: [total],
        over: [['articles']],
        whenEmpty: 0,
      })),
      group('headline', '头条传播力', '头条日均', ({ headline }) => ({
        of: [headline],
        over: [['days']],
      })),
      group('peak', '峰值传播力', '最高', ({ maximum }) => ({ of: [maximum] })),
    ],
  };
}

/** How the two-part versions count totals, averages and likes. */
interface TwoPartRules {
  daily: boolean;
  likeTimes: number;
  round?: 'tenth';
}

/** Up to V12.0: reads 80 %, likes 20 %, each .40 total + .45 average + .15 best article. */
export function twoParts({ daily, likeTimes, round }: TwoPartRules): Group {
  const group = (key: 'read' | 'like', label: string, weight: number, figure: WciFigure): Group => {
    const over = daily ? { over: [['days' as const]] } : {};
    const totalLabel = `${daily ? '日均' : '总'}${figure.label}`;
    const average: Quantity = { of: [figure.total], over: [['articles']], whenEmpty: 0 };
    return {
      key,
      label,
      weight,
      minimum: 1,
      children: [
        logTerm(`${key}.total`, figure, 0.4, { of: [figure.total], ...over }, totalLabel),
        logTerm(
          `${key}.average`,
          figure,
          0.45,
          round ? { ...average, round } : average,
          `篇均${figure.label}`,
        ),
        logTerm(`${key}.peak`, figure, 0.15, { of: [figure.maximum] }, `最高${figure.label}`),
      ],
    };
  };
  return {
    key: 'wci',
    label: '微信传播指数',
    weight: 1,
    minimum: 1,
    children: [
      group('read', '阅读指数', 0.8, figures.reads),
      group('like', '点赞指数', 0.2, { ...figures.wows, times: likeTimes }),
    ],
  };
}
