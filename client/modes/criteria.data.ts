import type { CriterionId } from '../../typings/recommendation';

/** The model's criteria, as they are called on the screen. */
export const criterionLabels: Record<CriterionId, string> = {
  people: '人手与工作量',
  skills: '技能与职能',
  money: '预算与价格',
  content: '内容专属与敏感',
  supervision: '可衡量与可监督',
  vendors: '供应商与竞争',
  leadership: '领导重视',
  stage: '发展阶段',
  lag: '三力短板',
  continuity: '转换代价',
};

/** The model's constants that are the product's own choice. */
export const constantLabels: Record<string, string> = {
  hoursPerPost: '每篇文章所需工时',
  hoursPerReply: '每次回复所需工时',
  hoursPerWeek: '每人每周工时',
  partTimeShare: '兼职折算',
  enoughPeople: '人手够用的下限',
  technologyPriceShare: '技术或培训占全托价格的比例',
  affordableShare: '预算可行的下限',
  implausibleBudget: '预算过小的界限',
  clearAcceptability: '“把握较大”的界限',
  leaningAcceptability: '“略有倾向”的界限',
};
