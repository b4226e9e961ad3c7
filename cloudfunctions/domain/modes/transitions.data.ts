import type { TransitionParty, TransitionStep } from '../../../typings/transition';
import type { OperatingMode } from '../../../typings/vocabulary';

export const sectionTitles: Record<TransitionStep['section'], string> = {
  decide: '一、决定与采购',
  contract: '二、写进合同',
  keep: '三、留在本单位',
  handover: '四、交接',
  watch: '五、试运行与监督',
};

export const partyLabels: Record<TransitionParty, string> = {
  'agency-head': '分管领导',
  officer: '经办人员',
  office: '办公室（宣传岗）',
  finance: '财务与采购',
  vendor: '社会组织',
};

type Draft = Omit<TransitionStep, 'id'>;

const step = (
  section: TransitionStep['section'],
  owner: TransitionParty,
  startDay: number,
  dueDay: number,
  text: string,
): Draft => ({ section, owner, startDay, dueDay, text });

/** Days are the product's own choice, save where a text names its rule. */
const keepReview = step('keep', 'office', 0, 30, '终审：先审后发，发布前由本单位终审，权限不外交');
const keepAdmin = step('keep', 'office', 0, 30, '账号所有权、管理员身份和认证主体留在本单位');
const keepReplies = step('keep', 'office', 0, 30, '涉及职权的答复、投诉和舆情处置由本单位作出');
const registerChange = step(
  'watch',
  'office',
  30,
  37,
  '承办单位有变动的，5 个工作日内在报送系统备案变更',
);

const buying: Draft[] = [
  step('decide', 'agency-head', 0, 7, '单位集体研究，确定购买的范围和预算'),
  step('decide', 'finance', 7, 30, '按预算和限额选择采购方式，发布采购需求'),
  step('decide', 'officer', 20, 30, '资质审核：核对承办单位的资质、人员和业绩'),
  step('contract', 'officer', 25, 35, '签订承办协议，写明权责条款、人员到位和更换要求'),
  step('contract', 'officer', 25, 35, '与承办单位和上岗人员签订保密协议'),
  step(
    'contract',
    'officer',
    25,
    35,
    '写明验收人、付款节点、扣款规则和底线，避免以粉丝、点赞数为指标',
  ),
  step('contract', 'officer', 25, 35, '写明数据、素材和粉丝归本单位，合同结束后完整交回'),
];

const watching: Draft[] = [
  step('watch', 'officer', 0, 7, '明确一名具体经办人员，负责日常监督和过程监督'),
  step('watch', 'officer', 35, 95, '两个月试运行，每周核对发布、差错和答复'),
  step('watch', 'officer', 95, 110, '试运行验收，对照指标决定是否正式运行'),
  registerChange,
];

const wholeContract: Draft[] = [
  ...buying,
  step('contract', 'officer', 25, 35, '写明发布数量、原创数量、差错率、制作时限和检查合格要求'),
  step('contract', 'officer', 25, 35, '写明编辑、校对、策划、设计人员的数量和驻点要求'),
];

const technicalContract: Draft[] = [
  ...buying,
  step('contract', 'officer', 25, 35, '写明系统功能、可用率、响应时限和交付验收标准'),
  step('contract', 'officer', 25, 35, '写明培训的内容、次数和考核方式，让本单位人员学得会'),
];

const takingBack: Draft[] = [
  step('decide', 'agency-head', 0, 7, '单位集体研究，确定收回的内容和时间'),
  step('contract', 'officer', 0, 15, '按合同约定书面通知不再续签或变更，核对结算和未完成事项'),
  step('handover', 'vendor', 15, 30, '移交素材、选题库、排版模板、数据报表和未办结的留言'),
  step('handover', 'office', 25, 30, '收回运营者权限，更换密码，解除第三方平台授权'),
  step('watch', 'officer', 30, 45, '完成最后一期验收和付款，登记供应商履约记录'),
  registerChange,
];

const ownTeam: Draft[] = [
  step('decide', 'agency-head', 0, 14, '确定专职人员和分工，人手不少于工作所需的一半'),
  step('keep', 'office', 0, 30, '建立采、编、审、发、答全流程制度和值班表'),
  step('handover', 'office', 14, 30, '并行两周：本单位编发，原团队只作指导'),
  step('watch', 'office', 30, 60, '第一个月每周复盘更新、差错和答复，避免两周无更新'),
];

const ownContent: Draft[] = [
  step('keep', 'office', 0, 30, '选题、采写和编辑由本单位负责，至少一名专职骨干'),
  step('handover', 'office', 30, 44, '并行两周：分清内容与技术的接口人和时限'),
];

const handingOver: Draft[] = [
  step('keep', 'office', 0, 30, '提供运作思路、新闻素材和权威数据，指定供稿人'),
  step('handover', 'office', 35, 42, '移交栏目规划、素材和模板，只授予运营者权限'),
  step('handover', 'vendor', 35, 49, '承办团队到位，熟悉业务和审稿流程，试编两周'),
];

const duties: Draft[] = [keepReview, keepAdmin, keepReplies];

/** What to do for each pair of modes. */
export const transitions: Record<OperatingMode, { [K in OperatingMode]?: readonly Draft[] }> = {
  independent: {
    delegated: [...wholeContract, ...duties, ...handingOver, ...watching],
    collaborative: [...technicalContract, ...duties, ...ownContent, ...watching],
  },
  delegated: {
    independent: [...takingBack, ...duties, ...ownTeam],
    collaborative: [...takingBack, ...technicalContract, ...duties, ...ownContent, ...watching],
  },
  collaborative: {
    independent: [...takingBack, ...duties, ...ownTeam],
    delegated: [...wholeContract, ...duties, ...handingOver, ...watching],
  },
};
