import type { CriterionId } from '../../../typings/recommendation';
import type { OperatingMode } from '../../../typings/vocabulary';

/** What a criterion says for or against a mode; where it depends on what speaks for another, one for each. */
export type Statement = string | Readonly<Record<'independent' | 'delegated', string>>;

type Statements = Record<OperatingMode, { for: string; against: Statement }>;

/**
 * What a criterion says after the fact has been stated. Collaborative lies between the others, so
 * that what speaks against it depends on which of them gains most by the fact.
 */
export const statements: Record<Exclude<CriterionId, 'continuity'>, Statements> = {
  people: {
    independent: { for: '自己做得过来', against: '自己做不过来' },
    collaborative: {
      for: '骨干在自己手里，缺口可由合作补上',
      against: { independent: '人手够用，不必与人合作', delegated: '人手太少，接不住合作的分工' },
    },
    delegated: { for: '人手缺口大，需要有人代管', against: '人手够用，不必全部交出去' },
  },
  skills: {
    independent: { for: '所需技能基本齐备', against: '所需技能缺得多' },
    collaborative: {
      for: '缺的技能可以买技术或培训补上',
      against: { independent: '技能齐备，不靠合作来补', delegated: '技能缺得太多，合作补不齐' },
    },
    delegated: { for: '多数技能要靠外面的团队', against: '多数技能自己就有' },
  },
  money: {
    independent: { for: '自己做最省', against: '有钱买专业服务，不必只靠自己' },
    collaborative: {
      for: '够买技术或培训',
      against: { independent: '不够合作所需', delegated: '超出合作所需，够买全部运营' },
    },
    delegated: { for: '够付全托的价格', against: '不够付全托的价格' },
  },
  content: {
    independent: { for: '内容离不开本单位的知识和职权', against: '内容不敏感，不必都自己写' },
    collaborative: {
      for: '内容自己把握，制作可以合作',
      against: {
        independent: '内容敏感或须有职权，合作也有顾虑',
        delegated: '内容不敏感，整体交出去也可以',
      },
    },
    delegated: { for: '交出去风险小', against: '内容敏感或须有职权，不宜交出去' },
  },
  supervision: {
    independent: { for: '成果难以监督，自己做更稳妥', against: '成果容易监督，可以放手购买' },
    collaborative: {
      for: '合作的成果看得住',
      against: { independent: '合作的成果也难以监督', delegated: '成果管得住，整体委托也放心' },
    },
    delegated: { for: '成果可衡量、有人监督，合同管得住', against: '合同难以监督' },
  },
  vendors: {
    independent: { for: '本地缺少可选的社会组织', against: '本地有多家可选，不必事事自己做' },
    collaborative: {
      for: '有社会组织可以合作',
      against: { independent: '找不到合作的社会组织', delegated: '有多家竞争，整体委托也有保障' },
    },
    delegated: { for: '有多家竞争，价格和质量有保障', against: '缺少竞争，容易受制于一家' },
  },
  leadership: {
    independent: { for: '自建团队有保障', against: '自建团队缺少保障' },
    collaborative: {
      for: '足以推动合作',
      against: {
        independent: '自建团队更有保障',
        delegated: '合作难以深入',
      },
    },
    delegated: { for: '委托更现实', against: '没有必要全部委托' },
  },
  stage: {
    independent: { for: '这一阶段多由自己起步', against: '这一阶段只靠自己容易停滞' },
    collaborative: {
      for: '这一阶段适合引入合作',
      against: { independent: '这一阶段引入合作还早', delegated: '这一阶段更宜借外力提速' },
    },
    delegated: { for: '这一阶段可以借外力起步或提速', against: '这一阶段不必全部委托' },
  },
  lag: {
    independent: { for: '短板要靠本单位自己答复和办理', against: '短板不是自己多做就能补上的' },
    collaborative: {
      for: '短板要靠系统和技术合作来补',
      against: {
        independent: '短板要靠本单位自己补，不在技术上',
        delegated: '短板在内容生产，不在技术上',
      },
    },
    delegated: { for: '短板在内容生产，外面的团队擅长', against: '短板不是外面的团队能补的' },
  },
};

/** What the cost of changing says of the present mode and of another; a poor vendor is a reason to change. */
export const continuityStatements = {
  present: { for: '这就是现在的做法，不用转换', against: '转换代价不大，不必照旧' },
  other: { for: '转换代价不大', against: '改变做法有转换代价' },
  presentByPoorVendor: { for: '这就是现在的做法，不用转换', against: '照旧有风险' },
  otherThanPoorVendor: { for: '正好换一种做法', against: '改变做法有转换代价' },
} as const;
