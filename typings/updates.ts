import type { AccountKind, Day, Department, Instant, Level, RegionCode } from './vocabulary';

/** The floor on updates for a class of accounts in a region. */
export interface UpdateClock {
  regionPrefix: RegionCode;
  kind: AccountKind;
  /** most days between two publications */
  days: number;
  /** fewest articles a week; null where the rule has none */
  postsPerWeek: number | null;
  effective: { from: Day; to: Day | null };
  source: string;
}

/** A clock with the name of its region, as it is shown. */
export interface NamedClock extends UpdateClock {
  regionName: string;
}

/** Where the last publication is known from: 接口、文件、人工核看 */
export type ActivitySource = 'api' | 'file' | 'observed';

/** The last day on which an account published, as known on a day. */
export interface Activity {
  accountId: string;
  lastPublished: Day;
  source: ActivitySource;
  asOf: Day;
  /** an inspector looked and found it so */
  confirmed: boolean;
}

/** When an account will fail if nothing is posted. */
export interface UpdateForecast {
  accountId: string;
  name: string;
  agency: string;
  level: Level;
  region: RegionCode;
  department: Department;
  lastPublished: Day;
  /** last day to publish; the account fails from the day after */
  publishBy: Day;
  /** negative when passed */
  daysLeft: number;
  clock: { days: number; source: string };
  activity: Pick<Activity, 'source' | 'asOf' | 'confirmed'>;
  /** 示例数据 */
  sample: boolean;
}

/** 待办: something that an agency has to do. */
export interface TodoNotice {
  id: string;
  kind: 'forecast' | 'rectification' | 'overdue' | 'recheck' | 'upheld';
  accountId: string;
  accountName: string;
  /** Chinese */
  text: string;
  /** the record that it is about; null for a forecast */
  recordId: string | null;
  dueOn: Day;
  at: Instant;
}

/** What an agency has to do as things stand. */
export interface TodoItem {
  kind: 'update' | 'rectification';
  accountId: string;
  accountName: string;
  /** Chinese */
  text: string;
  /** null for an update */
  recordId: string | null;
  dueOn: Day;
  /** negative when passed */
  daysLeft: number;
}
