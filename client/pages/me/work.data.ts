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
      label: '委托合同',
      note: '指标、结算、验收单与到期提醒',
      url: '/supervision/contracts/index',
    },
  ],
  supervisor: [
    { label: '委托合同', note: '到期、未达标、自报不一致', url: '/supervision/contracts/index' },
  ],
  vendor: [
    { label: '我的合同', note: '指标完成情况与自报数据', url: '/supervision/contracts/index' },
  ],
  researcher: [],
};
