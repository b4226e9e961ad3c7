import type { RuleSet } from '../../../../typings/inspection-rules';
import { bonuses, deductions } from './deductions.data';
import { localVetoes, scored } from './scored-rules';

const ownPoints =
  '各项分值在公开文件中不可见，为本产品示例；启用前请按本地文件核对。任一单项否决即不合格。';

/** 肇庆市 2019: vetoes, 100 deducted, 25 bonus points above 80; below 60 fails. */
const zhaoqing2019: RuleSet = {
  id: 'zhaoqing-2019',
  name: '肇庆市政务新媒体考评（100＋25）',
  version: '2019.1',
  notice: ownPoints,
  sources: ['肇庆市2019年政府网站与政务新媒体考评指标及评分细则'],
  regionPrefix: '4412',
  kinds: ['subscription', 'service'],
  effective: { from: '2019-01-01', to: null },
  points: { base: 100, bonus: 25, bonusAbove: 80, failBelow: 60 },
  twoTier: false,
  rectificationDays: 10,
  rules: [
    ...localVetoes,
    ...scored('deduction', '肇庆市2019年评分细则（扣分，扣完为止）', deductions),
    ...scored('bonus', '肇庆市2019年评分细则（加分）', [
      ...bonuses,
      {
        id: 'cooperation',
        label: '协同联动',
        wording: '落实上级统一部署的重大信息发布。',
        points: 1,
        cap: 5,
        found: { by: 'manual', evidence: '文章链接' },
      },
    ]),
  ],
};

/** 湾沚区 2021: 100 and 20, the same lines. */
const wanzhi2021: RuleSet = {
  id: 'wanzhi-2021',
  name: '芜湖市湾沚区政务新媒体考评（100＋20）',
  version: '2021.1',
  notice: ownPoints,
  sources: ['湾沚区2021年政府网站与政务新媒体考核方案'],
  regionPrefix: '340210',
  kinds: ['subscription', 'service'],
  effective: { from: '2021-01-01', to: null },
  points: { base: 100, bonus: 20, bonusAbove: 80, failBelow: 60 },
  twoTier: false,
  rectificationDays: 10,
  rules: [
    ...localVetoes,
    ...scored('deduction', '湾沚区2021年考核方案（扣分之和不超过本项总分）', deductions),
    ...scored('bonus', '湾沚区2021年考核方案（加分）', bonuses),
  ],
};

/** 连云港 2023-09: a bulletin in two lists, vetoes and deductions; due eight days on. */
const lianyungang2023: RuleSet = {
  id: 'lianyungang-2023',
  name: '连云港市政务新媒体检查（两级清单）',
  version: '2023.9',
  notice: ownPoints,
  sources: ['连云港市2023年9月政府网站与政务新媒体检查通报'],
  regionPrefix: '3207',
  kinds: ['subscription', 'service'],
  effective: { from: '2023-09-01', to: null },
  points: { base: 100, bonus: 0, bonusAbove: 80, failBelow: 60 },
  twoTier: true,
  rectificationDays: 8,
  rules: [
    ...localVetoes,
    ...scored('deduction', '连云港市2023年9月通报“出现扣分情形”', deductions),
  ],
};

/** Not of a real place's file: lets the two-tier list and the points be tried on the sample data. */
const fujianSample: RuleSet = {
  id: 'fujian-sample',
  name: '示例：地方两级清单（100＋20）',
  version: '1',
  notice: `示例细则，不是任何地方的文件。${ownPoints}`,
  sources: ['参照肇庆市2019年、湾沚区2021年、连云港市2023年公开做法编写的示例'],
  regionPrefix: '35',
  kinds: ['subscription', 'service'],
  effective: { from: '2026-01-01', to: null },
  points: { base: 100, bonus: 20, bonusAbove: 80, failBelow: 60 },
  twoTier: true,
  rectificationDays: 8,
  rules: [
    ...localVetoes,
    ...scored('deduction', '示例细则（扣分）', deductions),
    ...scored('bonus', '示例细则（加分）', bonuses),
  ],
};

export const localRuleSets: RuleSet[] = [zhaoqing2019, wanzhi2021, lianyungang2023, fujianSample];
