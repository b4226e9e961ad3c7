import type { AccountKind, Department, Level, OperatingMode } from '../../typings/vocabulary';

/** An account to make: who it is, how it is run, and how large and lively its model is. */
export interface AccountSeed {
  key: string;
  name: string;
  kind: AccountKind;
  agency: string;
  supervisorUnit: string | null;
  level: Level;
  region: string;
  department: Department;
  mode: OperatingMode;
  operator: string | null;
  openedOn: string;
  followers: number;
  /** 0–1: how well it is run in the model */
  care: number;
}

/** The accounts that the study of operating modes names. Their figures are made up all the same. */
export const namedAccounts: AccountSeed[] = [
  {
    key: 'gongqingtuan',
    name: '共青团中央',
    kind: 'subscription',
    agency: '中国共产主义青年团中央委员会宣传部',
    supervisorUnit: null,
    level: 'central',
    region: '110000',
    department: 'youth-league',
    mode: 'independent',
    operator: null,
    openedOn: '2013-12-20',
    followers: 6_500_000,
    care: 0.9,
  },
  {
    key: 'zhongyangjiwei',
    name: '中央纪委',
    kind: 'subscription',
    agency: '中央纪委网络中心',
    supervisorUnit: null,
    level: 'central',
    region: '110000',
    department: 'discipline',
    mode: 'independent',
    operator: null,
    openedOn: '2015-01-01',
    followers: 3_800_000,
    care: 0.85,
  },
  {
    key: 'shanghaifabu',
    name: '上海发布',
    kind: 'subscription',
    agency: '上海市人民政府办公厅“上海发布”办公室',
    supervisorUnit: '上海市人民政府办公厅',
    level: 'provincial',
    region: '310000',
    department: 'government-office',
    mode: 'independent',
    operator: null,
    openedOn: '2013-06-19',
    followers: 5_200_000,
    care: 0.95,
  },
  {
    key: 'foshanfabu',
    name: '佛山发布',
    kind: 'subscription',
    agency: '佛山市人民政府新闻办公室',
    supervisorUnit: '中共佛山市委宣传部',
    level: 'prefectural',
    region: '440600',
    department: 'publicity',
    mode: 'collaborative',
    operator: null,
    openedOn: '2013-09-02',
    followers: 880_000,
    care: 0.85,
  },
  {
    key: 'zhongshanfabu',
    name: '中山发布',
    kind: 'subscription',
    agency: '中山市人民政府新闻办公室',
    supervisorUnit: '中共中山市委宣传部',
    level: 'prefectural',
    region: '442000',
    department: 'publicity',
    mode: 'collaborative',
    operator: null,
    openedOn: '2013-11-11',
    followers: 620_000,
    care: 0.8,
  },
  {
    key: 'fengraozhizhou',
    name: '丰饶之州',
    kind: 'subscription',
    agency: '南安市丰州镇人民政府党政办公室',
    supervisorUnit: '南安市人民政府办公室',
    level: 'township',
    region: '350583',
    department: 'government-office',
    mode: 'independent',
    operator: null,
    openedOn: '2015-07-15',
    followers: 6_300,
    care: 0.55,
  },
  {
    key: 'jiazaigulou',
    name: '家在鼓楼',
    kind: 'subscription',
    agency: '福州市鼓楼区人民政府办公室',
    supervisorUnit: '福州市人民政府办公厅',
    level: 'county',
    region: '350102',
    department: 'government-office',
    mode: 'delegated',
    operator: '示例传媒有限公司',
    openedOn: '2014-08-08',
    followers: 128_000,
    care: 0.7,
  },
  {
    key: 'fuzhoufulian',
    name: '福州妇联',
    kind: 'subscription',
    agency: '福州市妇女联合会',
    supervisorUnit: '福建省妇女联合会',
    level: 'prefectural',
    region: '350100',
    department: 'womens-federation',
    mode: 'delegated',
    operator: '示例传媒有限公司',
    openedOn: '2015-03-08',
    followers: 46_000,
    care: 0.65,
  },
];
