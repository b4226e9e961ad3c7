import type { Purpose } from './indices';
import type {
  AccountKind,
  Department,
  Force,
  Instant,
  Level,
  OperatingMode,
  PeriodId,
  RegionCode,
} from './vocabulary';

/** What a board orders by: the index, one of its forces, or the index's growth on the period before. */
export type BoardMeasure = 'index' | Force | 'growth';

/** What boards filter by, of one account. */
export interface BoardTraits {
  region: RegionCode;
  level: Level;
  department: Department;
  kind: AccountKind;
  mode: OperatingMode | null;
}

/** Which accounts a board holds; whatever is absent filters nothing. */
export interface BoardFilter {
  regionPrefix?: RegionCode;
  levels?: Level[];
  department?: Department;
  kind?: AccountKind;
  mode?: OperatingMode;
}

/** One board: what is ordered, and whose. */
export interface BoardQuery extends BoardFilter {
  scheme: string;
  period: PeriodId;
  measure: BoardMeasure;
}

/** What a board states on its face, whoever reads it. */
export interface BoardFace extends BoardQuery {
  /** Chinese: 「福州市 2026年10月 传播指数榜」 */
  title: string;
  schemeName: string;
  schemeVersion: string;
  purpose: Purpose;
  /** 仅供研究参考，不作考核依据; null for a scheme of assessment */
  notice: string | null;
  /** when the figures were read */
  cutOff: Instant;
  /** accounts with a place on the board */
  size: number;
  /** 示例数据 */
  sample: boolean;
}

/** One account's place. */
export interface BoardRow {
  accountId: string;
  name: string;
  agency: string;
  region: RegionCode;
  level: Level;
  department: Department;
  /** equal values share the better rank, and the next one skips */
  rank: number;
  tied: boolean;
  value: number;
  forces: Partial<Record<Force, number | null>>;
  /** the value less that of the period before; null when that one has none */
  change: number | null;
  /** places gained on the board of the period before; null while provisional, or when it was not on it */
  climbed: number | null;
  /** ranks that the score's own uncertainty allows; null when its articles are not known */
  rankInterval: [number, number] | null;
  /** 档: accounts of one band cannot be told apart; null while provisional */
  band: number | null;
  /** the value after a correction (勘误), which may be none; null when the row stands */
  correction: { value: number | null } | null;
  sample: boolean;
}

/** A page of a board, with the way to the next one. */
export interface BoardPage {
  rows: BoardRow[];
  next: string | null;
}

/** A page of a provisional board. */
export interface LivePage extends BoardPage {
  face: BoardFace;
}

/** 仅供参考, or a basis of assessment; the latter only for a scheme of assessment. */
export type BoardUse = 'reference' | 'assessment';

/**
 * `collecting` and `collected`: being prepared, seen by its supervisor alone. `ranking`: confirmed,
 * the ranks are being written. `published`: for good. `discarded`: being taken away.
 */
export type BoardState = 'collecting' | 'collected' | 'ranking' | 'published' | 'discarded';

export type LeftOutReason =
  | 'not-opened'
  | 'closed'
  | 'not-filed'
  | 'insufficient'
  | 'low-coverage'
  | 'no-value'
  | 'under-review'
  | 'excluded';

/** An account of the board's scope that has no place on it, and why. */
export interface LeftOut {
  accountId: string;
  name: string;
  agency: string;
  reason: LeftOutReason;
  /** Chinese */
  text: string;
}

/** A board that is published, or on its way. */
export interface Leaderboard extends BoardFace {
  id: string;
  state: BoardState;
  use: BoardUse;
  /** 第 N 期 of its series; null until confirmed */
  number: number | null;
  /** Chinese: by which membership it was published */
  publisher: string;
  publishedAt: Instant | null;
  /** accounts of the scope looked at so far */
  looked: number;
  leftOut: Partial<Record<LeftOutReason, number>>;
  /** SHA-256 over its rows, by the rule of docs/leaderboards.md; null until published */
  checksum: string | null;
  /** those on it may read it */
  open: boolean;
  /** corrections after publication */
  errata: number;
}

/** 勘误: a figure that was corrected after publication; the row itself stays. */
export interface Erratum {
  accountId: string;
  name: string;
  rank: number;
  from: number;
  /** null when the correction left no value */
  to: number | null;
  /** Chinese; as given with the correction */
  reason: string;
  at: Instant;
}

export type ReviewVerdict = 'accepted' | 'excluded';

/** One account's place in one group, with the step ahead; nobody else is named. */
export interface PlaceInGroup {
  /** Chinese: 「福州市 · 县区级」 */
  label: string;
  rank: number;
  size: number;
  median: number | null;
  /** to the account just ahead; null at the top */
  ahead: { rank: number; distance: number } | null;
}

/** A published board that an account is on, as its own people see it. */
export interface OwnRow {
  board: Leaderboard;
  row: BoardRow;
}

export interface OwnPlace {
  scheme: string;
  schemeName: string;
  notice: string | null;
  period: PeriodId;
  value: number | null;
  change: number | null;
  /** provisional, from the nearest group to the widest */
  groups: PlaceInGroup[];
  /** newest first */
  published: OwnRow[];
}
