import type { ApiError } from '../../../typings/answer';
import type { RuleSet } from '../../../typings/inspection-rules';
import type { Evidence, Finding, JudgementInput } from '../../../typings/inspections';
import type { Day } from '../../../typings/vocabulary';

const mostTimes = 100;

/** What is wrong with a judgement; null when nothing is. A manual finding carries evidence. */
export function judgementFaults(
  ruleSet: RuleSet,
  { findings, lastPublished }: JudgementInput,
  automatic: readonly Finding[],
  today: Day,
): ApiError | null {
  const fields: Record<string, string> = {};
  const ids = findings.map(({ ruleId }) => ruleId);
  findings.forEach(({ ruleId, times, evidence, note }, index) => {
    const rule = ruleSet.rules.find(({ id }) => id === ruleId);
    const fromData = automatic.some((one) => one.ruleId === ruleId);
    const at = `judgement.findings.${index}`;
    if (!rule) fields[`${at}.ruleId`] = '本次检查的细则里没有这一项。';
    else if (ids.indexOf(ruleId) !== index)
      fields[`${at}.ruleId`] = '同一项只写一次，次数写在一起。';
    else if (!fromData && !isShown(evidence) && !(rule.id === 'secret-leak' && note)) {
      fields[`${at}.evidence`] = '请附上文章链接或截图作为依据。';
    }
    if (!Number.isInteger(times) || times < 1 || times > mostTimes) {
      fields[`${at}.times`] = `次数应是 1 到 ${mostTimes} 的整数。`;
    }
  });
  if (lastPublished !== null && lastPublished > today) {
    fields['judgement.lastPublished'] = '不能晚于今天。';
  }
  const [message] = Object.values(fields);
  return message ? { code: 'invalid', message, fields } : null;
}

/** Whether two judgements find the same, however they word it. */
export function agree(one: readonly Finding[], other: readonly Finding[]): boolean {
  const found = (list: readonly Finding[]) =>
    list
      .map(({ ruleId, times }) => `${ruleId} ${times}`)
      .sort()
      .join();
  return found(one) === found(other);
}

/** Equal findings of two inspectors with the evidence of both. */
export function joined(one: readonly Finding[], other: readonly Finding[]): Finding[] {
  return one.map((finding) => {
    const second = other.find(({ ruleId }) => ruleId === finding.ruleId);
    if (!second) return finding;
    return {
      ...finding,
      evidence: bothOf(finding.evidence, second.evidence),
      note: finding.note ?? second.note,
    };
  });
}

function isShown({ link, fileIds }: Evidence): boolean {
  return link !== null || fileIds.length > 0;
}

function bothOf(one: Evidence, other: Evidence): Evidence {
  const figures = new Map(
    [...one.figures, ...other.figures].map((figure) => [JSON.stringify(figure), figure]),
  );
  return {
    figures: [...figures.values()],
    link: one.link ?? other.link,
    fileIds: [...new Set([...one.fileIds, ...other.fileIds])],
  };
}
