import type { FunctionKind } from './modes';
import type { AccountStatus } from './registry';
import type { AccountKind, Day, Department, Instant, Level, RegionCode } from './vocabulary';

/** What a link says of the account that it leads to; at least one is known. */
export interface LinkTarget {
  name: string | null;
  wechatId: string | null;
  appId: string | null;
  /** an article or home page of the account on mp.weixin.qq.com */
  link: string | null;
}

/** One place of a menu: a way to another account, a page, or anything else (an answer, a picture). */
export interface MenuEntry {
  name: string;
  kind: 'account' | 'page' | 'other';
  /** of an account */
  target: LinkTarget | null;
  /** of a page: an http(s) address */
  url: string | null;
}

/** A column of a menu, as the platform allows three: one entry of its own, or up to five below it. */
export interface MenuColumn extends MenuEntry {
  items: MenuEntry[];
}

/** A link that stands elsewhere than in the menu: in a hall page, an automatic answer, an article. */
export interface StatedLink {
  target: LinkTarget;
  /** where it stands, such as 微信大厅 */
  place: string;
}

/** 菜单与链接: what an account states of itself; append-only revisions. */
export interface MatrixStatement {
  menu: MenuColumn[];
  links: StatedLink[];
}

export interface StoredStatement extends MatrixStatement {
  accountId: string;
  revision: number;
  enteredAt: Instant;
  sample: boolean;
}

/** An account as a point of the picture. */
export interface MatrixNode {
  accountId: string;
  name: string;
  level: Level;
  department: Department;
  region: RegionCode;
  kind: AccountKind;
  status: AccountStatus;
}

/** What became of one link. */
export type LinkState =
  /** leads to an account in use */
  | 'live'
  /** leads to a closed account that names no successor */
  | 'closed'
  /** leads to a closed account; its successor is shown */
  | 'moved'
  /** leads to no registered account */
  | 'unknown'
  /** an article whose account the registry has not seen */
  | 'unread'
  /** several registered accounts bear the name */
  | 'ambiguous'
  /** leads back to the account itself */
  | 'self';

export interface MatrixLink {
  /** 菜单「…」 or where else it stands */
  place: string;
  /** as stated: a name, else what identifies it */
  stated: string;
  state: LinkState;
  /** where it leads today; null for unknown and ambiguous ones */
  to: MatrixNode | null;
}

/** How an account and a relation of it link to each other. */
export type Tie = 'both' | 'out' | 'in' | 'none';

export interface Relation extends MatrixNode {
  /** seen from the account in the middle */
  tie: Tie;
}

export type MatrixProblemKind =
  | 'dead-link'
  | 'moved-link'
  | 'unknown-link'
  | 'ambiguous-link'
  | 'self-link'
  | 'missing-superior'
  | 'missing-subordinate'
  | 'not-linked-back';

export interface MatrixProblem {
  kind: MatrixProblemKind;
  /** in Chinese, with names */
  text: string;
}

/** One account with what lies around it. */
export interface Neighbourhood {
  account: MatrixNode;
  /** null when nothing was stated yet */
  statedOn: Day | null;
  revision: number;
  superiors: Relation[];
  subordinates: Relation[];
  /** cursor to more subordinates */
  moreSubordinates: string | null;
  siblings: Relation[];
  links: MatrixLink[];
  /** accounts that link to this one, the first of them */
  linkedFrom: MatrixNode[];
  moreLinkedFrom: boolean;
  problems: MatrixProblem[];
  /** 示例数据 */
  sample: boolean;
  /** names along each circle of links through the account, the account first; for supervisors */
  circles: string[][];
}

/** A line of a scope's table. */
export interface MatrixRow extends MatrixNode {
  agencyName: string;
  statedOn: Day | null;
  links: number;
  dead: number;
  unknown: number;
  /** links to its superior; null when no superior is registered */
  linksSuperior: boolean | null;
  sample: boolean;
}

/** Whether a region has an account of each department, by what the department mainly does. */
export interface RegionCoverage {
  region: RegionCode;
  level: Level;
  regionName: string;
  functions: {
    function: FunctionKind;
    present: { department: Department; accounts: number }[];
    absent: Department[];
  }[];
}

/** 地域覆盖: the regions one step below, each with how many departments have an account in use. */
export interface RegionMap {
  /** six digits; 000000 is the whole country */
  region: RegionCode;
  regionName: string;
  children: {
    region: RegionCode;
    name: string;
    present: number;
    expected: number;
    functions: { function: FunctionKind; present: number; expected: number }[];
  }[];
}
