/** One fact that the model asks for: how it is asked, and what it may be. */
export type FactQuestion = { path: string; label: string; hint?: string } & (
  | { kind: 'one' | 'many'; options: Record<string, string> }
  | { kind: 'yes-no' }
  /** `percent` is written 0–100 and stored 0–1 */
  | { kind: 'number'; unit: string; percent?: true }
);

export interface FactSection {
  title: string;
  questions: FactQuestion[];
}

const degrees = { high: '高', medium: '中', low: '低' };

export const factSections: FactSection[] = [
  {
    title: '谁在运作',
    questions: [
      {
        path: 'purchases',
        label: '购买了哪些服务',
        hint: '都没买请选「都没有」',
        kind: 'many',
        options: { operation: '运营', technology: '技术', training: '培训' },
      },
      {
        path: 'contentShare.government',
        label: '本单位自己写的文章占多少',
        kind: 'number',
        unit: '%',
        percent: true,
      },
      {
        path: 'contentShare.vendor',
        label: '外部单位写的文章占多少',
        kind: 'number',
        unit: '%',
        percent: true,
      },
      { path: 'contract', label: '有没有签合同', kind: 'yes-no' },
      {
        path: 'procurement',
        label: '怎么采购的',
        kind: 'one',
        options: {
          tender: '公开招标',
          negotiation: '磋商',
          directed: '定向合作',
          'single-source': '单一来源',
          inquiry: '询价',
        },
      },
      {
        path: 'finalReview',
        label: '发布前谁终审',
        kind: 'one',
        options: { government: '本单位', vendor: '外部单位', none: '没有终审' },
      },
    ],
  },
  {
    title: '人手与经费',
    questions: [
      { path: 'staff.fullTime', label: '专职人员', kind: 'number', unit: '人' },
      { path: 'staff.partTime', label: '兼职人员', kind: 'number', unit: '人' },
      {
        path: 'staff.skills',
        label: '会哪些',
        kind: 'many',
        options: { writing: '写作', design: '设计', video: '视频', systems: '系统开发' },
      },
      { path: 'budgetYuan', label: '每年经费', hint: '34 万填 340000', kind: 'number', unit: '元' },
      { path: 'leadership', label: '领导重视程度', kind: 'one', options: degrees },
      { path: 'supervision.namedOfficer', label: '有没有专人盯合同', kind: 'yes-no' },
    ],
  },
  {
    title: '工作量与内容',
    questions: [
      { path: 'workload.postsPerWeek', label: '每周发文', kind: 'number', unit: '篇' },
      { path: 'workload.repliesPerDay', label: '每天回复', kind: 'number', unit: '条' },
      {
        path: 'sensitivity',
        label: '内容敏感程度',
        kind: 'one',
        options: { public: '可以公开', internal: '内部信息', restricted: '不得离开本单位' },
      },
      {
        path: 'functions.information',
        label: '信息公开占多少',
        hint: '三项合计 100%',
        kind: 'number',
        unit: '%',
        percent: true,
      },
      {
        path: 'functions.service',
        label: '公共服务占多少',
        kind: 'number',
        unit: '%',
        percent: true,
      },
      {
        path: 'functions.interaction',
        label: '互动交流占多少',
        kind: 'number',
        unit: '%',
        percent: true,
      },
    ],
  },
  {
    title: '外部条件',
    questions: [
      { path: 'vendors.available', label: '能承接的单位有几家', kind: 'number', unit: '家' },
      { path: 'vendors.switchingCost', label: '更换的代价', kind: 'one', options: degrees },
      {
        path: 'supervision.measurability',
        label: '成效好不好量化',
        kind: 'one',
        options: { high: '好量化', medium: '一部分能', low: '很难' },
      },
      {
        path: 'stage',
        label: '发展阶段',
        kind: 'one',
        options: { founding: '初创', growth: '成长', stable: '稳定' },
      },
    ],
  },
];
