import type { FunctionKind, ModeFacts } from '../../../typings/modes';
import type { Positioning } from '../../../typings/positioning';

/** Hours within which each channel is answered; the product's own choice. */
const hours = { message: 24, consultation: 72, complaint: 120 };

/** Who answers what, by when: authority stays with the agency, whoever runs the account. */
export function planInteraction(
  functions: Record<FunctionKind, number>,
  { workload, currentMode, purchases }: ModeFacts,
): Positioning['interaction'] {
  const outside = currentMode === 'delegated' || purchases?.includes('operation') === true;
  const collector = outside ? '承办单位收集，本单位经办人员答复' : '本单位宣传岗';
  const many = (workload?.repliesPerDay ?? 0) > 20;
  const plan: Positioning['interaction'] = [
    {
      channel: '文章留言',
      owner: collector,
      withinHours: hours.message,
      text: `精选和回复留言，${hours.message} 小时内完成${many ? '，工作日安排专人值守' : ''}`,
    },
    {
      channel: '私信咨询',
      owner: '本单位业务科室',
      withinHours: hours.consultation,
      text: `设置常见问题自动回复，转人工的 ${hours.consultation} 小时内答复`,
    },
    {
      channel: '投诉和建议',
      owner: '本单位办公室交办，业务科室承办',
      withinHours: hours.complaint,
      text: `登记、交办、答复，${hours.complaint / 24} 天内回复，检查以超过 3 个月未回应为不合格`,
    },
  ];
  if (functions.interaction >= 0.3) {
    plan.push({
      channel: '意见征集',
      owner: '本单位业务科室',
      withinHours: hours.complaint,
      text: '每季度至少一次线上征集，结束后公布采纳情况',
    });
  }
  return plan;
}
