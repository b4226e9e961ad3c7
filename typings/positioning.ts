import type { FunctionKind, Question, Reason } from './modes';
import type { AccountKind } from './vocabulary';

export interface MenuItem {
  name: string;
  function: FunctionKind;
  purpose: string;
}

export interface MenuColumn {
  name: string;
  items: MenuItem[];
}

/** The menu an account has now, as synced. */
export interface CurrentMenuColumn {
  name: string;
  items?: { name: string }[];
}

export interface MenuGap {
  kind: 'missing' | 'unplanned' | 'name-too-long' | 'too-many' | 'no-menu';
  name: string;
  text: string;
}

export interface Positioning {
  /** null when neither functions nor department are known */
  kind: AccountKind | null;
  because: Reason[];
  /** what the kind brings and takes: push quota, place in WeChat, interfaces */
  consequences: string[];
  functions: Record<FunctionKind, number> | null;
  menu: MenuColumn[];
  rhythm: {
    pushesPerWeek: number;
    articlesPerPush: number;
    maxGapDays: number;
    text: string;
  } | null;
  interaction: {
    channel: string;
    owner: string;
    withinHours: number;
    text: string;
  }[];
  missing: Question[];
  /** against the menu now; null when that menu was not given */
  gaps: MenuGap[] | null;
}
