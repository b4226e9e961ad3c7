import type { Finding, RecordEvent, RecordStep } from '../../../typings/inspections';
import type { Day } from '../../../typings/vocabulary';
import { dayNumber, dayOfInstant } from '../indices/days';
import { findRuleSet } from './rule-sets';

/** An account's record of an inspection whose results were made known. */
export interface KnownRecord {
  ruleSetId: string;
  publishedOn: Day;
  /** decided */
  findings: Finding[];
  steps: RecordStep[];
}

/** An inspection longer ago says nothing of the content of today. The product's own choice. */
const freshDays = 366;
const closing: ReadonlySet<RecordEvent> = new Set(['accept', 'overturn']);

/**
 * 未整改的内容问题数 at the end of a day, as inspections know it: findings by rules on what was published,
 * made known by then and neither put right nor overturned. Null where nothing is open and no inspection
 * of the year before was made known: that nobody looked is not that nothing was found.
 */
export function openContentFindings(records: readonly KnownRecord[], day: Day): number | null {
  const known = records.filter(({ publishedOn }) => publishedOn <= day);
  const isClosed = ({ steps }: KnownRecord): boolean =>
    steps.some(({ event, at }) => closing.has(event) && dayOfInstant(at) <= day);
  const open = known.flatMap((record) => (isClosed(record) ? [] : contentFindings(record))).length;
  const since = (dayNumber(day) ?? 0) - freshDays;
  const isFresh = known.some(({ publishedOn }) => (dayNumber(publishedOn) ?? 0) > since);
  return open > 0 || isFresh ? open : null;
}

function contentFindings({ ruleSetId, findings }: KnownRecord): Finding[] {
  const rules = findRuleSet(ruleSetId)?.rules ?? [];
  const ofContent = new Set(rules.flatMap(({ id, ofContent }) => (ofContent ? [id] : [])));
  return findings.filter(({ ruleId }) => ofContent.has(ruleId));
}
