import type { FilingStatus } from '../typings/registry';
import type {
  AccountKind,
  Department,
  Force,
  Level,
  OperatingMode,
  PeriodKind,
  Role,
} from '../typings/vocabulary';

export const levelLabels: Record<Level, string> = {
  central: '中央',
  provincial: '省级',
  prefectural: '地市级',
  county: '县区级',
  township: '乡镇（街道）',
};

export const departmentLabels: Record<Department, string> = {
  party: '党委',
  'government-office': '政府办',
  congress: '人大',
  cppcc: '政协',
  discipline: '纪检监察',
  publicity: '宣传网信',
  'public-security': '公安',
  procuratorate: '检察',
  court: '法院',
  justice: '司法行政',
  'youth-league': '共青团',
  'womens-federation': '妇联',
  'trade-union': '工会',
  'culture-tourism': '文化和旅游',
  education: '教育',
  'market-supervision': '市场监管',
  health: '卫生健康',
  'traffic-municipal': '交通与市政',
  taxation: '税务',
  'human-resources': '人力资源社会保障',
  'civil-affairs': '民政',
  emergency: '应急管理',
  environment: '生态环境',
  other: '其他',
};

export const kindLabels: Record<AccountKind, string> = {
  subscription: '订阅号',
  service: '服务号',
};

export const modeLabels: Record<OperatingMode, string> = {
  independent: '独立运作型',
  delegated: '完全委托型',
  collaborative: '协同运作型',
};

export const roleLabels: Record<Role, string> = {
  staff: '运营人员',
  supervisor: '主管部门',
  vendor: '受托方',
  researcher: '研究机构',
};

export const forceLabels: Record<Force, string> = {
  dissemination: '传播力',
  service: '服务力',
  interaction: '互动力',
};

export const filingLabels: Record<FilingStatus, string> = {
  none: '未备案',
  pending: '备案中',
  filed: '已备案',
  withdrawn: '已撤销备案',
};

export const periodKindLabels: Record<PeriodKind, string> = {
  week: '周',
  month: '月',
  quarter: '季',
  year: '年',
  custom: '自定',
};
