import type { LifecycleRules, StepLimit } from '../../../typings/lifecycle';

const hubei = '湖北省政务新媒体管理办法（试行）';
const websites = '2019 年政府网站集约化意见：关停整合公告期不少于 30 日（原文针对政府网站）';

const filedWithinFiveDays = (basis: StepLimit['basis']): StepLimit => ({
  days: 5,
  unit: 'working',
  from: 'carry-out',
  basis,
  source: hubei,
});

const noticeDays: StepLimit = {
  days: 30,
  unit: 'calendar',
  from: 'notice',
  basis: 'reference',
  source: websites,
};

/**
 * What regions ask of the life cycle. The national opinion asks for filing and for closing by
 * procedure and names no number of days; where a region's own number was not seen, another's is taken
 * and marked `reference`.
 */
export const ruleSets: readonly LifecycleRules[] = [
  {
    id: 'national-2018',
    regionPrefix: '',
    title: '全国通用规则',
    source: '国办发〔2018〕123号',
    effectiveFrom: '2018-12-27',
    limits: { file: filedWithinFiveDays('reference') },
    noticeDays,
    duties: [
      '一个单位原则上在同一个第三方平台只开设一个政务新媒体账号。',
      '功能相近、关注度和利用率低的账号要清理整合；确属无力维护的要坚决关停注销。',
      '变更、关停、注销后及时在全国政务新媒体信息报送系统中更新。',
    ],
  },
  {
    id: 'hubei',
    regionPrefix: '42',
    title: '湖北省规则',
    source: hubei,
    effectiveFrom: null,
    limits: { file: filedWithinFiveDays('binding') },
    noticeDays,
    duties: [
      '开设、变更、关停、注销均在 5 个工作日内向省级平台和全国政务新媒体信息报送系统备案。',
      '备案之外无政务新媒体。',
    ],
  },
  {
    id: 'yongzhou',
    regionPrefix: '4311',
    title: '永州市规则',
    source: '湘政务函〔2022〕20号、永网办发〔2023〕9号',
    effectiveFrom: null,
    limits: { file: filedWithinFiveDays('reference') },
    noticeDays,
    duties: [
      '县直部门和乡镇原则上不开设。',
      '开设、变更、关停、注销填写党政机关新媒体账号备案登记表，报县数据局；再由双方在全国系统备案。',
    ],
  },
  {
    id: 'jiangchuan',
    regionPrefix: '530403',
    title: '玉溪市江川区规则',
    source: '江川区政务新媒体管理要求（2025-01-08 发布）',
    effectiveFrom: '2025-01-08',
    limits: { file: filedWithinFiveDays('reference') },
    noticeDays,
    duties: ['开设、变更、关停、注销须经单位集体研究和主要领导同意，报区政府办公室批准。'],
  },
  {
    id: 'yanta',
    regionPrefix: '610113',
    title: '西安市雁塔区规则',
    source: '雁政办函〔2022〕4号',
    effectiveFrom: null,
    limits: { file: filedWithinFiveDays('reference') },
    noticeDays,
    duties: [
      '开设须有本单位领导同意、书面申请、分级审批和备案承诺。',
      '不为单个项目开设账号；不具独立法人资格的内设机构不开设。',
    ],
  },
];
