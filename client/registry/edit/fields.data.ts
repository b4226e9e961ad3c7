import type { AccountTextField } from '../../stores/account-editor';

interface Field {
  field: AccountTextField;
  label: string;
  hint?: string;
  numeric?: boolean;
  /** chosen from the platform's wheel */
  isDay?: true;
}

export const identityFields: Field[] = [
  { field: 'name', label: '公众号名称' },
  { field: 'wechatId', label: '微信号', hint: '公众号设置里的「微信号」，不是名称' },
  { field: 'appId', label: 'AppID', hint: '以 wx 开头，开发 → 基本配置；没有可留空' },
  { field: 'principal', label: '主体', hint: '认证主体的全称' },
];

export const agencyFields: Field[] = [
  { field: 'agency.name', label: '主办单位名称' },
  { field: 'agency.supervisorUnit', label: '主管单位' },
];

export const operationFields: Field[] = [
  { field: 'operation.operator', label: '运营单位', hint: '委托给谁；自己运营可留空' },
  { field: 'operation.openedOn', label: '开通日期', isDay: true },
  { field: 'operation.fullTimeStaff', label: '专职人数', numeric: true },
  { field: 'operation.partTimeStaff', label: '兼职人数', numeric: true },
  {
    field: 'operation.annualBudget',
    label: '年度经费（元）',
    hint: '单位是元，34 万填 340000',
    numeric: true,
  },
];

export const filingFields: Field[] = [
  { field: 'filing.number', label: '备案号' },
  { field: 'filing.date', label: '备案日期', isDay: true },
];
