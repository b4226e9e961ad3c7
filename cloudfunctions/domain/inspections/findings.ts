import type { AutomaticMeasure, InspectionRule, RuleSet } from '../../../typings/inspection-rules';
import type { EvidenceFigure, Finding } from '../../../typings/inspections';
import type { AccountStatus, FilingStatus } from '../../../typings/registry';
import type { Activity } from '../../../typings/updates';
import type { AccountKind, Day, RegionCode } from '../../../typings/vocabulary';
import { clockOf, daysBetween } from './clock';

/** A figure as stored, with the day that it was true. */
interface Known {
  value: number;
  asOf: Day;
}

/** What is known of an account for an inspection; null where nobody has told. */
export interface InspectionFacts {
  account: {
    region: RegionCode;
    kind: AccountKind;
    status: AccountStatus;
    closedOn: Day | null;
    filing: FilingStatus;
  };
  inspectionDay: Day;
  activity: Activity | null;
  /** articles of a stretch of days that ends before the inspection day */
  posts: { articles: number; days: number; asOf: Day; estimated?: true } | null;
  interactionAvailable: Known | null;
  serviceEntries: { all: number; working: number; asOf: Day } | null;
  /** periods that ended before the inspection day, with messages received and answered */
  messages: { period: string; to: Day; received: number; answered: number; estimated?: true }[];
  /** found by the checks of filings and titles */
  external: ExternalFinding[];
}

/** A finding of another check: one of a rule's measures, with its evidence. */
export interface ExternalFinding {
  measure: Extract<AutomaticMeasure, 'filing-overdue' | 'title-form' | 'unmasked-number'>;
  figures: EvidenceFigure[];
  link: string | null;
}

type Found = Omit<Finding, 'ruleId'> | null;
type Measuring = (facts: InspectionFacts, limit: number | null) => Found;

const sources: Record<Activity['source'], string> = {
  api: '接口',
  file: '填报文件',
  observed: '人工核看',
};

/** What the data show against an account, with evidence; what is unknown is no finding. */
export function automaticFindings(ruleSet: RuleSet, facts: InspectionFacts): Finding[] {
  return ruleSet.rules.flatMap((rule) => {
    const found = measured(rule, facts);
    return found ? [{ ruleId: rule.id, ...found }] : [];
  });
}

function measured({ found }: InspectionRule, facts: InspectionFacts): Found {
  return found.by === 'automatic' ? measuring[found.measure](facts, found.limit) : null;
}

const measuring: Record<AutomaticMeasure, Measuring> = {
  'days-without-update': ({ account, activity, inspectionDay }, limit) => {
    const clock = clockOf(account, inspectionDay);
    const most = limit ?? clock?.days;
    if (account.status !== 'active' || !activity || most === undefined) return null;
    const days = daysBetween(activity.lastPublished, inspectionDay);
    if (days <= most) return null;
    return one([
      published(activity),
      figure('距检查日', `${days} 天（上限 ${most} 天）`, inspectionDay),
    ]);
  },

  'posts-per-week': ({ account, posts, inspectionDay }, limit) => {
    const least = limit ?? clockOf(account, inspectionDay)?.postsPerWeek ?? null;
    if (account.status !== 'active' || !posts || least === null || posts.days <= 0) return null;
    const weekly = (posts.articles * 7) / posts.days;
    if (weekly >= least) return null;
    return one([
      figure(
        `最近一期（${posts.days} 天）发文`,
        `${posts.articles} 篇`,
        posts.asOf,
        posts.estimated,
      ),
      figure(
        '折合每周',
        `${Number(weekly.toFixed(1))} 篇（应不少于 ${least} 篇）`,
        posts.asOf,
        posts.estimated,
      ),
    ]);
  },

  'no-interaction': ({ interactionAvailable: known }) =>
    known?.value === 0 ? one([figure('互动功能', '不可用', known.asOf)]) : null,

  'unanswered-messages': ({ messages, inspectionDay }, limit) => {
    const overdue = messages.filter(
      ({ to, received, answered }) =>
        answered < received && daysBetween(to, inspectionDay) > (limit ?? 0),
    );
    const [first, ...others] = overdue.map(({ period, to, received, answered, estimated }) =>
      figure(`${period} 收到 ${received}`, `已回复 ${answered}`, to, estimated),
    );
    return first ? one([first, ...others]) : null;
  },

  'closed-without-procedure': ({ account: { status, closedOn, filing } }) =>
    status === 'closed' && filing !== 'withdrawn' && filing !== 'none'
      ? one([
          figure('关停日期', closedOn ?? '未登记', closedOn),
          figure('备案状态', '未注销备案', null),
        ])
      : null,

  abandoned: ({ account, activity, inspectionDay }, limit) => {
    if (account.status !== 'active' || !activity || limit === null) return null;
    const days = daysBetween(activity.lastPublished, inspectionDay);
    if (days <= limit) return null;
    return one([published(activity), figure('已停更', `${days} 天`, inspectionDay)]);
  },

  'broken-service-entries': ({ serviceEntries: entries }) => {
    if (!entries || entries.working >= entries.all) return null;
    const broken = entries.all - entries.working;
    return {
      ...one([figure('服务入口', `${entries.all} 个中 ${broken} 个不可用`, entries.asOf)]),
      times: broken,
    };
  },

  'filing-missing': ({ account: { status, filing } }) =>
    status === 'active' && filing !== 'filed' && filing !== 'pending'
      ? one([figure('备案状态', filing === 'withdrawn' ? '已撤销备案，仍在用' : '未备案', null)])
      : null,

  'filing-overdue': fromOutside('filing-overdue'),
  'title-form': fromOutside('title-form'),
  'unmasked-number': fromOutside('unmasked-number'),
};

function fromOutside(measure: ExternalFinding['measure']): Measuring {
  return ({ external }) => {
    const own = external.filter((one) => one.measure === measure);
    const [first] = own;
    if (!first) return null;
    const figures = own.flatMap((found) => found.figures);
    return {
      ...one(figures),
      times: own.length,
      evidence: { figures, link: first.link, fileIds: [] },
    };
  };
}

function one(figures: EvidenceFigure[]): Omit<Finding, 'ruleId'> {
  return { times: 1, evidence: { figures, link: null, fileIds: [] }, note: null };
}

function published({ lastPublished, source, asOf, confirmed }: Activity): EvidenceFigure {
  const told = confirmed ? '检查员核看' : sources[source];
  return figure(`最近发文（${told}）`, lastPublished, asOf);
}

function figure(label: string, value: string, asOf: Day | null, estimated?: true): EvidenceFigure {
  return { label, value, asOf, ...(estimated && { estimated }) };
}
