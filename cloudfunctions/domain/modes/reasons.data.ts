import type { CriterionId } from '../../../typings/recommendation';
import type { OperatingMode } from '../../../typings/vocabulary';

/** What a criterion says for and against each mode, after the fact has been stated. */
export const statements: Record<
  CriterionId,
  Record<OperatingMode, { for: string; against: string }>
> = {
  people: {
    independent: { for: '自己做得过来', against: '自己做不过来' },
    collaborative: { for: '骨干在自己手里，缺口可由合作补上', against: '人手与合作分工不相称' },
    delegated: { for: '人手缺口大，需要有人代管', against: '人手够用，不必全部交出去' },
  },
  skills: {
    independent: { for: '所需技能基本齐备', against: '所需技能缺得多' },
    collaborative: { for: '缺的技能可以买技术或培训补上', against: '技能缺口不在合作能补的地方' },
    delegated: { for: '多数技能要靠外面的团队', against: '多数技能自己就有' },
  },
  money: {
    independent: { for: '钱不多，自己做最省', against: '有钱买到专业服务，只靠自己是浪费' },
    collaborative: { for: '够买技术或培训', against: '与合作所需的花费不相称' },
    delegated: { for: '够付全托的价格', against: '不够付全托的价格' },
  },
  content: {
    independent: { for: '内容离不开本单位的知识和职权', against: '内容不敏感，不必都自己写' },
    collaborative: { for: '内容自己把握，制作可以合作', against: '内容不适合让外人参与' },
    delegated: { for: '交出去风险小', against: '内容敏感或须有职权，不宜交出去' },
  },
  supervision: {
    independent: { for: '成果难以监督，自己做更稳妥', against: '成果容易监督，可以放手购买' },
    collaborative: { for: '合作的成果看得住', against: '合作的成果也难以监督' },
    delegated: { for: '成果可衡量、有人监督，合同管得住', against: '合同难以监督' },
  },
  vendors: {
    independent: { for: '本地缺少可选的社会组织', against: '本地有多家可选，不必事事自己做' },
    collaborative: { for: '有社会组织可以合作', against: '找不到合作的社会组织' },
    delegated: { for: '有多家竞争，价格和质量有保障', against: '缺少竞争，容易受制于一家' },
  },
  leadership: {
    independent: { for: '领导重视，自建团队有保障', against: '领导不够重视，自建团队难以维持' },
    collaborative: { for: '领导的支持足以推动合作', against: '领导支持不足，合作难以深入' },
    delegated: { for: '领导投入有限，委托更现实', against: '领导重视，没有必要全部委托' },
  },
  stage: {
    independent: { for: '这一阶段多由自己起步', against: '这一阶段只靠自己容易停滞' },
    collaborative: { for: '这一阶段适合引入合作', against: '这一阶段引入合作还早' },
    delegated: { for: '这一阶段可以借外力起步或提速', against: '这一阶段不必全部委托' },
  },
  lag: {
    independent: { for: '短板要靠本单位自己答复和办理', against: '短板不是自己多做就能补上的' },
    collaborative: { for: '短板要靠系统和技术合作来补', against: '短板不在技术上' },
    delegated: { for: '短板在内容生产，外面的团队擅长', against: '短板不是外面的团队能补的' },
  },
  continuity: {
    independent: { for: '就是现在的做法，不用转换', against: '改成自己做有转换代价' },
    collaborative: {
      for: '就是现在的做法，合作可以延续',
      against: '转为合作有代价，或现供应商履约不佳',
    },
    delegated: {
      for: '就是现在的做法，合同可以延续',
      against: '转为委托有代价，或现供应商履约不佳',
    },
  },
};
