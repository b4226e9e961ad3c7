import type { Contradiction, ModeFacts } from '../../../typings/modes';

/** Shares may miss 1 by this much through rounding. */
const roundingSlack = 0.011;

interface Check {
  facts: string[];
  holds: (facts: ModeFacts) => boolean;
  text: string;
  question: string;
}

const nothingBought = (facts: ModeFacts) => facts.purchases?.length === 0;
const somethingBought = (facts: ModeFacts) => (facts.purchases?.length ?? 0) > 0;
const vendorWrites = (facts: ModeFacts) => facts.contentShare?.vendor ?? 0;

/** Pairs of facts that cannot both be true of one account. */
const checks: Check[] = [
  {
    facts: ['purchases', 'contract'],
    holds: (facts) => nothingBought(facts) && facts.contract === true,
    text: '填了没有购买服务，却有合同',
    question: '合同买的是什么：运营、技术还是培训？',
  },
  {
    facts: ['purchases', 'procurement'],
    holds: (facts) => nothingBought(facts) && facts.procurement !== undefined,
    text: '填了没有购买服务，却有采购方式',
    question: '这次采购买的是什么：运营、技术还是培训？',
  },
  {
    facts: ['purchases', 'contentShare'],
    holds: (facts) => nothingBought(facts) && vendorWrites(facts) > roundingSlack,
    text: '填了没有购买服务，却有社会组织生产的内容',
    question: '社会组织是否在没有购买关系的情况下供稿？',
  },
  {
    facts: ['purchases', 'finalReview'],
    holds: (facts) => nothingBought(facts) && facts.finalReview === 'vendor',
    text: '填了没有购买服务，终审却由社会组织做',
    question: '终审究竟由谁做？',
  },
  {
    facts: ['purchases', 'contract'],
    holds: (facts) => somethingBought(facts) && facts.contract === false,
    text: '填了购买服务，却没有合同',
    question: '是合同尚未签订，还是其实没有购买？',
  },
  {
    facts: ['contract', 'procurement'],
    holds: (facts) =>
      !nothingBought(facts) && facts.contract === false && facts.procurement !== undefined,
    text: '填了没有合同，却有采购方式',
    question: '采购是否已经签订合同？',
  },
  {
    facts: ['purchases', 'contentShare'],
    holds: (facts) =>
      somethingBought(facts) &&
      facts.purchases?.includes('operation') === false &&
      vendorWrites(facts) > 0.5,
    text: '只购买技术或培训，多数内容却由社会组织生产',
    question: '是否还购买了运营服务？',
  },
  {
    facts: ['contentShare'],
    holds: ({ contentShare }) =>
      (contentShare?.government ?? 0) + (contentShare?.vendor ?? 0) > 1 + roundingSlack,
    text: '双方的内容占比相加超过 100%',
    question: '本单位和社会组织各占多少？两项相加不应超过 1。',
  },
];

/** Lists what in the facts of a classification cannot be true together, with what to ask. */
export function findContradictions(facts: ModeFacts): Contradiction[] {
  return checks
    .filter((check) => check.holds(facts))
    .map(({ facts: paths, text, question }) => ({ facts: paths, text, question }));
}
