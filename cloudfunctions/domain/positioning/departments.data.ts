import type { FunctionKind } from '../../../typings/modes';
import type { MenuItem } from '../../../typings/positioning';
import type { Department } from '../../../typings/vocabulary';

/** What a department's accounts usually do, taken when the agency has not said; our own choice. */
export const usualFunctions: Record<Department, Record<FunctionKind, number>> = {
  party: { information: 0.8, service: 0.05, interaction: 0.15 },
  'government-office': { information: 0.6, service: 0.2, interaction: 0.2 },
  congress: { information: 0.7, service: 0.05, interaction: 0.25 },
  cppcc: { information: 0.7, service: 0.05, interaction: 0.25 },
  discipline: { information: 0.6, service: 0.1, interaction: 0.3 },
  publicity: { information: 0.85, service: 0.05, interaction: 0.1 },
  'public-security': { information: 0.3, service: 0.5, interaction: 0.2 },
  procuratorate: { information: 0.6, service: 0.2, interaction: 0.2 },
  court: { information: 0.6, service: 0.25, interaction: 0.15 },
  justice: { information: 0.45, service: 0.35, interaction: 0.2 },
  'youth-league': { information: 0.65, service: 0.1, interaction: 0.25 },
  'womens-federation': { information: 0.6, service: 0.2, interaction: 0.2 },
  'trade-union': { information: 0.5, service: 0.3, interaction: 0.2 },
  'culture-tourism': { information: 0.65, service: 0.25, interaction: 0.1 },
  education: { information: 0.5, service: 0.3, interaction: 0.2 },
  'market-supervision': { information: 0.45, service: 0.35, interaction: 0.2 },
  health: { information: 0.4, service: 0.45, interaction: 0.15 },
  'traffic-municipal': { information: 0.3, service: 0.5, interaction: 0.2 },
  taxation: { information: 0.35, service: 0.5, interaction: 0.15 },
  'human-resources': { information: 0.35, service: 0.5, interaction: 0.15 },
  'civil-affairs': { information: 0.4, service: 0.45, interaction: 0.15 },
  emergency: { information: 0.7, service: 0.15, interaction: 0.15 },
  environment: { information: 0.55, service: 0.2, interaction: 0.25 },
  other: { information: 0.6, service: 0.2, interaction: 0.2 },
};

const service = (name: string, purpose: string): MenuItem => ({
  name,
  function: 'service',
  purpose,
});

/** Services that citizens look for at a department, before the general ones. */
export const departmentServices: { [K in Department]?: readonly MenuItem[] } = {
  'public-security': [
    service('户政办理', '户籍、身份证的预约和办理'),
    service('出入境预约', '出入境证件预约和查询'),
  ],
  'traffic-municipal': [
    service('违章查询', '交通违法查询和缴款'),
    service('实时路况', '路况、停车和公交信息'),
  ],
  health: [service('预约挂号', '本地医院预约挂号'), service('疫苗接种', '接种点查询和预约')],
  education: [
    service('招生入学', '入学政策、学区和报名'),
    service('考试查询', '考试报名和成绩查询'),
  ],
  'human-resources': [
    service('社保查询', '社保缴费和待遇查询'),
    service('招聘求职', '岗位信息和招聘会'),
  ],
  'civil-affairs': [service('婚姻登记', '婚姻登记预约'), service('救助申请', '社会救助申请和查询')],
  taxation: [service('办税指南', '办税流程和材料'), service('发票查验', '发票真伪查验')],
  'market-supervision': [
    service('企业登记', '设立、变更和注销登记'),
    service('投诉举报', '消费投诉和举报'),
  ],
  'culture-tourism': [
    service('场馆预约', '图书馆、博物馆和景区预约'),
    service('旅游攻略', '线路、交通和住宿'),
  ],
  justice: [service('法律援助', '法律援助申请'), service('公证预约', '公证办理预约')],
  court: [service('网上立案', '网上立案和材料提交'), service('案件查询', '案件进度和开庭信息')],
  discipline: [service('我要举报', '监督举报平台入口')],
  'womens-federation': [service('妇女维权', '维权咨询和求助')],
  'youth-league': [service('志愿服务', '志愿者报名和活动')],
  'trade-union': [service('职工服务', '困难帮扶和职工活动')],
  environment: [service('空气质量', '空气、水质实时数据')],
  emergency: [service('预警信息', '灾害预警和避险指南')],
};
