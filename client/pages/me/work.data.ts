import type { Role } from '../../../typings/vocabulary';

interface Work {
  label: string;
  note: string;
  /** page to open */
  url: string;
}

/** What each role comes for beyond the four tabs, in the order shown. */
export const work: Record<Role, Work[]> = {
  staff: [
    {
      label: '检查与整改',
      note: '更新时限、检查结果、整改与申诉',
      url: '/supervision/inspections/mine/index',
    },
    {
      label: '我的名次',
      note: '同组名次、前一个台阶与已发布的榜单',
      url: '/supervision/leaderboards/own/index',
    },
    {
      label: '委托合同',
      note: '指标、结算、验收单与到期提醒',
      url: '/supervision/contracts/index',
    },
    {
      label: '备案与变更',
      note: '备案、变更、合并、关停的申请与进度',
      url: '/registry/procedures/index',
    },
    { label: '微信矩阵', note: '菜单与链接、上下级是否互通', url: '/supervision/matrix/index' },
    {
      label: '发布前自查',
      note: '错别字、敏感表述、未遮挡的号码',
      url: '/supervision/monitors/index',
    },
  ],
  supervisor: [
    {
      label: '检查',
      note: '抽查、判定、通报、整改与更新预警',
      url: '/supervision/inspections/index',
    },
    { label: '榜单', note: '实时排名、发布与勘误', url: '/supervision/leaderboards/index' },
    { label: '委托合同', note: '到期、未达标、自报不一致', url: '/supervision/contracts/index' },
    { label: '备案与变更', note: '审批、逾期与备案缺口', url: '/registry/procedures/index' },
    { label: '微信矩阵', note: '链接、上下级、失效与缺失', url: '/supervision/matrix/table/index' },
    { label: '日常监测', note: '更新间隔、错敏词、同题发布', url: '/supervision/monitors/index' },
    { label: '发展报告', note: '分布、变化与差距，成文发布', url: '/supervision/reports/index' },
    { label: '研究数据', note: '匿名发布、使用申请与下载记录', url: '/research/releases/index' },
  ],
  vendor: [
    { label: '我的合同', note: '指标完成情况与自报数据', url: '/supervision/contracts/index' },
    {
      label: '发展报告',
      note: '主管部门已发布的报告与走势',
      url: '/supervision/reports/published/index',
    },
    { label: '已开放的榜单', note: '所运营账号在榜的各期，只读', url: '/research/boards/index' },
  ],
  researcher: [
    {
      label: '数据集',
      note: '申请、下载与公开趋势',
      url: '/research/datasets/index',
    },
    {
      label: '已开放的榜单',
      note: '主管部门发布并开放的各期，只读',
      url: '/research/boards/index',
    },
    {
      label: '发展报告',
      note: '主管部门已发布的报告与走势',
      url: '/supervision/reports/published/index',
    },
    {
      label: '方案说明',
      note: '各指数方案怎样计算',
      url: '/research/schemes/index',
    },
  ],
};
