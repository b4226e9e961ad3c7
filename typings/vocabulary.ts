/** The words of DESIGN: one word for one thing, in code, data and API. Types alone. */

/** 级别 */
export type Level = 'central' | 'provincial' | 'prefectural' | 'county' | 'township';

/** 账号类型：订阅号 / 服务号 */
export type AccountKind = 'subscription' | 'service';

/** 部门/系统 */
export type Department =
  | 'party'
  | 'government-office'
  | 'congress'
  | 'cppcc'
  | 'discipline'
  | 'publicity'
  | 'public-security'
  | 'procuratorate'
  | 'court'
  | 'justice'
  | 'youth-league'
  | 'womens-federation'
  | 'trade-union'
  | 'culture-tourism'
  | 'education'
  | 'market-supervision'
  | 'health'
  | 'traffic-municipal'
  | 'taxation'
  | 'human-resources'
  | 'civil-affairs'
  | 'emergency'
  | 'environment'
  | 'other';

/** 三力：传播力 / 服务力 / 互动力 */
export type Force = 'dissemination' | 'service' | 'interaction';

/** 运作模式：独立运作型 / 完全委托型 / 协同运作型 */
export type OperatingMode = 'independent' | 'delegated' | 'collaborative';

/** 角色 */
export type Role = 'staff' | 'supervisor' | 'vendor' | 'researcher';

/** 口径：人数 / 次数 */
export type Measure = 'people' | 'times';

/** 来源：接口 / 文件 / 手填 */
export type Source = 'api' | 'file' | 'form';

/**
 * 指标. Counts over the period unless said otherwise; `null` means unknown, never 0.
 * Definitions stand in cloudfunctions/domain/submissions/form-fields.data.ts.
 */
export type MetricName =
  | 'articles'
  | 'pushes'
  | 'reads'
  | 'maxReads'
  | 'headlineReads'
  | 'headlineCount'
  | 'wows'
  | 'maxWows'
  | 'headlineWows'
  | 'likes'
  | 'maxLikes'
  | 'headlineLikes'
  | 'shares'
  | 'maxShares'
  | 'headlineShares'
  | 'favourites'
  | 'comments'
  | 'replies'
  /** median hours from a comment or message to the reply */
  | 'medianReplyHours'
  /** followers at the end of the period */
  | 'followers'
  | 'newFollowers'
  | 'lostFollowers'
  | 'messages'
  | 'messageReplies'
  /** longest run of days without publishing, period edges included and days to come left out */
  | 'longestGapDays'
  /** service entries in the menu, and those among them that worked when tried */
  | 'serviceEntries'
  | 'workingServiceEntries'
  | 'serviceUses'
  | 'serviceCompletions'
  /** citizens' answers, and those among them that were satisfied */
  | 'satisfactionAnswers'
  | 'satisfied'
  /** findings of content inspection still open */
  | 'openFindings'
  /** 1 when readers can comment or write in, 0 when they cannot */
  | 'interactionAvailable';

/** 周期：`2026-W47` `2026-11` `2026-Q4` `2026`, or custom `2026-11-01..2026-11-20` */
export type PeriodId = string;

/** 周 / 月 / 季 / 年 / 自定 */
export type PeriodKind = 'week' | 'month' | 'quarter' | 'year' | 'custom';

/** Asia/Shanghai day, `YYYY-MM-DD` */
export type Day = string;

/** Instant in UTC, ISO 8601 */
export type Instant = string;

/** GB/T 2260, six digits; scopes use a prefix of two, four or six */
export type RegionCode = string;
