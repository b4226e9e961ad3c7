import type { Blocker } from '../../../typings/recommendation';
import type { OperatingMode } from '../../../typings/vocabulary';
import { ownPeople, peopleNeeded } from './measures';
import type { ModeModel } from './model';
import { levelOf, type World } from './world';

/** A condition under which a mode is out of the question, whatever its value. */
export interface HardLimit extends Blocker {
  modes: readonly OperatingMode[];
  holds: (world: World, model: ModeModel) => boolean;
}

const own = '本产品自定的界限';

const lowestPrice = (world: World, model: ModeModel) =>
  model.operationPrice[levelOf(world)][0] * model.constants.affordableShare.value;

export const hardLimits: readonly HardLimit[] = [
  {
    code: 'no-budget',
    modes: ['delegated', 'collaborative'],
    holds: (world) => world.budgetYuan === 0,
    text: '没有预算，不能购买服务',
    source: '政府购买服务须有预算安排（《政府采购法》第六条）',
  },
  {
    code: 'budget-below-operation',
    modes: ['delegated'],
    holds: (world, model) => world.budgetYuan > 0 && world.budgetYuan < lowestPrice(world, model),
    text: '预算不到本级全托运营最低价格的一半，买不到完整的运营服务',
    source: own,
  },
  {
    code: 'budget-below-technology',
    modes: ['collaborative'],
    holds: (world, model) =>
      world.budgetYuan > 0 &&
      world.budgetYuan < lowestPrice(world, model) * model.constants.technologyPriceShare.value,
    text: '预算买不到最基本的技术或培训服务',
    source: own,
  },
  {
    code: 'no-officer',
    modes: ['delegated'],
    holds: (world) => world.namedOfficer === 0,
    text: '没有明确的经办人员监督合同，不能全部委托',
    source:
      '云政办规〔2019〕6号：委托承办须强化日常监督、过程监督；绵阳市民政局：明确 1 名具体经办人员',
  },
  {
    code: 'restricted-content',
    modes: ['delegated'],
    holds: (world) => world.sensitivity === 1,
    text: '内容不得离开本单位，不能交给社会组织生产',
    source: '国办发〔2018〕123号：严把保密关；云政办规〔2019〕6号：签订保密协议',
  },
  {
    code: 'internal-without-review',
    modes: ['delegated'],
    holds: (world) => world.sensitivity === 0.5 && world.ownReview === 0,
    text: '内容涉及内部信息，而终审不在本单位，不能全部委托',
    source: '国办发〔2018〕123号：先审后发，严把政治关、法律关、政策关、保密关、文字关',
  },
  {
    code: 'too-few-people',
    modes: ['independent'],
    holds: (world, model) =>
      ownPeople(world, model) < peopleNeeded(world, model) * model.constants.enoughPeople.value,
    text: '自有人手不到工作所需的一半，目前无法独立运作',
    source: `${own}；依据长兴县“一期采编两三个小时”折算`,
  },
];
