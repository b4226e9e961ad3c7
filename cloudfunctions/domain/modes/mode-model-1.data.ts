import type { ModeModel } from './model';

const own = '本产品自定，没有来源给出界限';
const thesis = '《政府部门微信公众号运作问题探究》第三章第三节';

/**
 * Version 1. Measures run 0–1 for degrees (low, medium, high = 0, 0.5, 1) unless said otherwise.
 * On `people`, independent's slope is nowhere below another mode's: more own people never count
 * against running the account oneself.
 */
export const modeModel1: ModeModel = {
  version: 'mode-model-1',
  effectiveFrom: '2026-01-01',
  criteria: [
    {
      id: 'people',
      label: '人手与工作量',
      weight: [0.1, 0.25],
      source: `${thesis}；长兴县 2019 年清理时 282 个账号中 223 个由员工兼职管理`,
      shape: {
        kind: 'curves',
        measure: '自有人手（折合全职）÷ 工作所需人手',
        curves: {
          independent: [
            [0, 0],
            [0.5, 0.4],
            [1, 0.95],
            [1.5, 1],
          ],
          collaborative: [
            [0, 0.3],
            [0.5, 0.7],
            [1, 0.6],
            [1.5, 0.4],
          ],
          delegated: [
            [0, 1],
            [0.5, 0.75],
            [1, 0.3],
            [1.5, 0.1],
          ],
        },
      },
    },
    {
      id: 'skills',
      label: '技能与职能',
      weight: [0.05, 0.15],
      source: thesis,
      shape: {
        kind: 'curves',
        measure: '职能所需技能中已具备的份额',
        curves: {
          independent: [
            [0, 0],
            [1, 1],
          ],
          collaborative: [
            [0, 0.3],
            [0.5, 0.85],
            [1, 0.5],
          ],
          delegated: [
            [0, 1],
            [0.5, 0.6],
            [1, 0.3],
          ],
        },
      },
    },
    {
      id: 'money',
      label: '预算与价格',
      weight: [0.08, 0.2],
      source: `${thesis}；公开采购：34 万元（一个账号）至 134.8 万元（市级旗舰账号）`,
      shape: {
        kind: 'curves',
        measure: '年预算 ÷ 本级全托运营的年价格',
        curves: {
          independent: [
            [0, 1],
            [0.3, 0.6],
            [1, 0.3],
          ],
          collaborative: [
            [0, 0],
            [0.2, 0.7],
            [0.5, 0.75],
            [1, 0.5],
          ],
          delegated: [
            [0, 0],
            [0.3, 0.3],
            [0.7, 0.85],
            [1, 1],
          ],
        },
      },
    },
    {
      id: 'content',
      label: '内容专属与敏感',
      weight: [0.08, 0.2],
      source: 'Williamson 资产专用性；Brown & Potoski 2005',
      shape: {
        kind: 'curves',
        measure: '敏感程度占七成，互动职能（答复须有职权）占三成',
        curves: {
          independent: [
            [0, 0.35],
            [1, 1],
          ],
          collaborative: [
            [0, 0.5],
            [0.5, 0.8],
            [1, 0.5],
          ],
          delegated: [
            [0, 1],
            [0.4, 0.5],
            [1, 0],
          ],
        },
      },
    },
    {
      id: 'supervision',
      label: '可衡量与可监督',
      weight: [0.06, 0.16],
      source: 'Brown & Potoski 2003、2005；绵阳市民政局：明确 1 名具体经办人员',
      shape: {
        kind: 'curves',
        measure: '成果可衡量的程度；没有经办人时按三成计',
        curves: {
          independent: [
            [0, 0.8],
            [1, 0.45],
          ],
          collaborative: [
            [0, 0.4],
            [1, 0.65],
          ],
          delegated: [
            [0, 0],
            [1, 1],
          ],
        },
      },
    },
    {
      id: 'vendors',
      label: '供应商与竞争',
      weight: [0.03, 0.12],
      source: 'Hefetz & Warner 2011',
      shape: {
        kind: 'curves',
        measure: '能承担的社会组织家数',
        curves: {
          independent: [
            [0, 1],
            [1, 0.7],
            [3, 0.4],
          ],
          collaborative: [
            [0, 0.1],
            [1, 0.7],
            [3, 0.7],
          ],
          delegated: [
            [0, 0],
            [1, 0.35],
            [3, 0.9],
            [5, 1],
          ],
        },
      },
    },
    {
      id: 'leadership',
      label: '领导重视',
      weight: [0.04, 0.12],
      source: thesis,
      shape: {
        kind: 'curves',
        measure: '重视程度',
        curves: {
          independent: [
            [0, 0.2],
            [0.5, 0.5],
            [1, 1],
          ],
          collaborative: [
            [0, 0.3],
            [0.5, 0.7],
            [1, 0.75],
          ],
          delegated: [
            [0, 0.6],
            [0.5, 0.8],
            [1, 0.45],
          ],
        },
      },
    },
    {
      id: 'stage',
      label: '发展阶段',
      weight: [0.02, 0.08],
      source: `${thesis}：创立之初绝大多数独立运作，其后衍生出委托与协同`,
      shape: {
        kind: 'curves',
        measure: '初创 0、成长 0.5、稳定 1',
        curves: {
          independent: [
            [0, 0.8],
            [0.5, 0.5],
            [1, 0.6],
          ],
          collaborative: [
            [0, 0.4],
            [0.5, 0.8],
            [1, 0.7],
          ],
          delegated: [
            [0, 0.5],
            [0.5, 0.65],
            [1, 0.5],
          ],
        },
      },
    },
    {
      id: 'lag',
      label: '三力短板',
      weight: [0.03, 0.12],
      source: `${thesis}（三力的划分）；对应关系为${own}`,
      shape: {
        kind: 'lag',
        sharpness: 2,
        byForce: {
          interaction: { independent: 0.9, collaborative: 0.55, delegated: 0.2 },
          service: { independent: 0.4, collaborative: 0.9, delegated: 0.5 },
          dissemination: { independent: 0.3, collaborative: 0.5, delegated: 0.9 },
        },
      },
    },
    {
      id: 'continuity',
      label: '转换代价',
      weight: [0.04, 0.12],
      source: '交易成本理论；Hefetz & Warner 2011',
      shape: {
        kind: 'continuity',
        stayBought: [
          [0, 0.1],
          [0.5, 0.7],
          [1, 1],
        ],
        stayIndependent: 0.9,
        change: [
          [0, 0.8],
          [1, 0.2],
        ],
      },
    },
  ],
  constants: {
    hoursPerPost: {
      value: 3,
      unit: '小时',
      meaning: '采编一篇文章所需的时间',
      source: '长兴县：一期采编“两三个小时”',
    },
    hoursPerReply: { value: 0.2, unit: '小时', meaning: '答复一条留言所需的时间', source: own },
    hoursPerWeek: { value: 35, unit: '小时', meaning: '一名专职人员每周的有效工时', source: own },
    partTimeShare: { value: 0.3, unit: '人', meaning: '一名兼职折合的专职人数', source: own },
    enoughPeople: {
      value: 0.5,
      unit: '倍',
      meaning: '自有人手不到所需的这一比例时，不能独立运作',
      source: own,
    },
    technologyPriceShare: {
      value: 0.15,
      unit: '倍',
      meaning: '技术或培训合作的最低价格与全托运营最低价格之比',
      source: own,
    },
    affordableShare: {
      value: 0.5,
      unit: '倍',
      meaning: '预算不到最低价格的这一比例时，买不起',
      source: own,
    },
    implausibleBudget: {
      value: 1000,
      unit: '元',
      meaning: '低于此数又不为 0 的年预算，可能把万元写成了元',
      source: own,
    },
    clearAcceptability: {
      value: 0.75,
      unit: '份额',
      meaning: '可接受度到此为“明确推荐”',
      source: own,
    },
    leaningAcceptability: {
      value: 0.55,
      unit: '份额',
      meaning: '可接受度到此为“倾向推荐”，不到则不推荐',
      source: own,
    },
  },
  operationPrice: {
    central: [900_000, 2_000_000],
    provincial: [700_000, 1_500_000],
    prefectural: [400_000, 1_350_000],
    county: [200_000, 620_000],
    township: [80_000, 200_000],
  },
  possible: {
    fullTime: [0, 2],
    partTime: [0, 3],
    postsPerWeek: [1, 21],
    repliesPerDay: [0, 30],
    vendorsAvailable: [0, 5],
    budget: [0, 1.2],
  },
};
