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
  /** the index less that of the period before; null when that one has none */
  growth: number | null;
  sample: boolean;
}

/** A page of a provisional board, with the way to the next one. */
export interface BoardPage {
  face: BoardFace;
  rows: BoardRow[];
  next: string | null;
}
