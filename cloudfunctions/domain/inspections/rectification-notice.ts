import type { DocumentModel } from '../../../typings/documents';
import type { RuleSet } from '../../../typings/inspection-rules';
import type { InspectionRecord } from '../../../typings/inspections';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { dueName, situation } from './situation';

/** 整改通知: to one unit about one account. */
export function rectificationNoticeOf(
  ruleSet: RuleSet,
  title: string,
  { account, findings, lastUpdate, dueOn }: InspectionRecord,
  today: Day,
): DocumentModel {
  const rules = findings.flatMap((finding) => {
    const rule = ruleSet.rules.find(({ id }) => id === finding.ruleId);
    return rule ? [{ rule, finding }] : [];
  });
  return {
    title: '政务新媒体整改通知',
    meta: [`${account.agency}　${dayName(today)}`],
    blocks: [
      {
        kind: 'paragraph',
        text: `在${title}中，你单位主办的微信公众号“${account.name}”（微信号 ${account.wechatId}）存在以下问题，检查时更新日期为${lastUpdate ? dayName(lastUpdate) : '未知'}：`,
      },
      {
        kind: 'list',
        numbered: true,
        items: rules.map(({ rule, finding }) => {
          const found = [rule.label, situation(finding)].filter(Boolean).join('——');
          return `${found}。检查指标：${rule.wording}（${rule.source}）`;
        }),
      },
      {
        kind: 'paragraph',
        text: `请于${dueName(dueOn)}前完成整改，并在“政微指数”提交整改情况和佐证材料。对判定有异议的，可在本次检查办结前申诉。`,
      },
    ],
  };
}
