import type { InputName, Purpose, SchemeSource } from '../../../typings/indices';
import type { Day, Measure } from '../../../typings/vocabulary';

/** A divisor or a sum may also count the true days of the period. */
export type QuantityInput = InputName | 'days';

/**
 * What a term measures: the sum of `of`, over the product of the sums in `over`, rounded as the
 * publisher rounds, times `times`.
 */
export interface Quantity {
  of: InputName[];
  over?: QuantityInput[][];
  /** added to the divisor, so that one out of one is no more than a sign: cases that stayed silent */
  overPlus?: number;
  /** `tenth`: to one decimal; `floor`: down to a whole number */
  round?: 'tenth' | 'floor';
  times?: number;
  /** what nothing out of nothing is; `missing` when absent */
  whenEmpty?: 0;
}

export type Transform =
  /** x itself */
  | { kind: 'identity' }
  /** ln(x + 1) */
  | { kind: 'log' }
  /** 1000 · ln(x + 1) / ln(full + 1), where `full` counts for each day or for the whole period */
  | { kind: 'log-share'; full: number; each: 'day' | 'period' }
  /** (x/half)^power / (1 + (x/half)^power): 0 at 0, one half at `half`, never full */
  | { kind: 'half-point'; half: number; power: number }
  /** 1 / (1 + (x/half)^power): 1 at 0, one half at `half` */
  | { kind: 'decay'; half: number; power: number }
  /** (of + prior · cases) / (over + cases): a proportion shrunk toward `prior` */
  | { kind: 'share'; prior: number; cases: number };

export interface Term {
  key: string;
  label: string;
  /** of the quantity, Chinese; `%` for a share of one; absent where it has none worth telling */
  unit?: string;
  weight: number;
  quantity: Quantity;
  transform: Transform;
}

export interface Group {
  key: string;
  label: string;
  weight: number;
  /** value = scale × weighted sum; 1 when absent */
  scale?: number;
  /** least share of the weight that must be known; below it the group has no value */
  minimum: number;
  children: SchemeNode[];
}

export type SchemeNode = Term | Group;

export type FinalTransform = { kind: 'identity' } | { kind: 'square'; factor: number };

/** A versioned definition of an index: pure data, evaluated by the one engine. */
export interface Scheme {
  id: string;
  family: string;
  version: string;
  name: string;
  purpose: Purpose;
  effective: { from: Day | null; to: Day | null };
  measure: Measure | 'either';
  /**
   * What happens to figures in the other 口径: they are refused, or taken as they are (everyone
   * who read did so at least once, so people are a lower bound of times) and marked.
   */
  otherMeasure: 'refuse' | 'lower-bound';
  /**
   * WeChat had one mark of approval until the end of 2018, called 点赞 then and 在看 since. A scheme
   * of one mark counts `wows`, and `likes` where a record has no `wows`.
   */
  oneMark?: true;
  /** what a displayed 「10万+」 counts as */
  readCap: number;
  root: Group;
  final: FinalTransform;
  /** in a period without articles these parts have no value and count 0 in the index */
  withoutArticles?: { valueless: string[] };
  maximum: number | null;
  sources: SchemeSource[];
}

export function isGroup(node: SchemeNode): node is Group {
  return 'children' in node;
}

/** What of a scheme bears on reading a record. */
export interface RecordRules
  extends Pick<Scheme, 'name' | 'measure' | 'otherMeasure' | 'oneMark' | 'readCap'> {
  /** places of the figures that it computes from; all when absent */
  inputs?: ReadonlySet<number>;
}
