import type { Dimension } from './groups';

/** Groups named in a sentence, in the order of one figure. */
export interface List {
  dimension: Dimension;
  /** measure that orders them; groups without it are left out */
  by: string;
  /** those with the greatest value, ties among them; `first`: so many from the top; `each`: every group */
  pick: 'greatest' | { first: number } | 'each' | 'above-whole' | 'rising' | 'falling';
  /** what is told of each, with `{measure}` for its figures */
  tell: string;
}

const amount = '{accounts}个，占{share}';

export const lists = {
  levelMost: { dimension: 'level', by: 'accounts', pick: 'greatest', tell: amount },
  levelBest: { dimension: 'level', by: 'median', pick: 'greatest', tell: '{median}' },
  levelRising: { dimension: 'level', by: 'medianChange', pick: 'rising', tell: '{medianChange}' },
  levelFalling: {
    dimension: 'level',
    by: 'medianChange',
    pick: 'falling',
    tell: '{medianChange}',
  },
  regionMost: { dimension: 'region', by: 'accounts', pick: { first: 3 }, tell: amount },
  regionBest: { dimension: 'region', by: 'median', pick: { first: 5 }, tell: '{median}' },
  cityBest: { dimension: 'city', by: 'median', pick: { first: 10 }, tell: '{median}' },
  departmentMost: { dimension: 'department', by: 'accounts', pick: { first: 3 }, tell: amount },
  departmentBest: { dimension: 'department', by: 'median', pick: 'above-whole', tell: '{median}' },
  stageEach: { dimension: 'stage', by: 'accounts', pick: 'each', tell: amount },
  stageBest: { dimension: 'stage', by: 'median', pick: 'greatest', tell: '{median}' },
  modeEach: { dimension: 'mode', by: 'accounts', pick: 'each', tell: amount },
  modeMedians: { dimension: 'mode', by: 'median', pick: 'each', tell: '{median}' },
  transitionEach: { dimension: 'transition', by: 'changed', pick: 'each', tell: '{changed}个' },
} satisfies Record<string, List>;

export type ListName = keyof typeof lists;
