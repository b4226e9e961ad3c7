import type { Day, PeriodId } from './vocabulary';

/** A median and its 95 % interval; told of five accounts at least. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** Accounts whose index lies from one value to below another. */
export interface Band {
  from: number;
  /** null: and more */
  to: number | null;
  accounts: number;
  previous: number;
}

/** 监管概览: where a scope stands in the last full month. */
export interface ScopeState {
  /** of the membership that it is seen by: 「福州市 · 全部账号」 */
  label: string;
  /** how many scopes the caller supervises; this is one of them */
  scopes: { id: string; label: string }[];
  id: string;
  schemeName: string;
  /** 仅供研究参考，不作考核依据; null for a scheme of assessment */
  notice: string | null;
  period: PeriodId;
  /** accounts of the registry as counted on a day; null before the first count */
  registered: {
    active: number;
    closed: number;
    unfiled: number;
    /** all of them are sample data */
    isSample: boolean;
    countedOn: Day;
  } | null;
  /** contracts that end within two months, the first to end first */
  ending: { contractId: string; name: string; vendorName: string; endsOn: Day }[];
  moreEnding: boolean;
  /** accounts with an index in the month, and in the one before */
  accounts: number;
  previousAccounts: number;
  /** null when fewer than five accounts have an index */
  index: Spread | null;
  previousIndex: Spread | null;
  /** accounts that have an index in both months */
  changes: { up: number; level: number; down: number };
  bands: Band[];
  /** the first whose time to publish runs out within three days or has run out */
  due: { accountId: string; name: string; lastPublished: Day }[];
  moreDue: boolean;
}
