import type { TraitName } from '../../../typings/datasets';
import type { Department, Level } from '../../../typings/vocabulary';

/** How far each trait is told at one step: digits of the region code, or exact, by group, not at all. */
export interface LadderStep {
  /** Chinese */
  label: string;
  region: 6 | 4 | 2 | 0;
  department: 'exact' | 'group' | 'all';
  level: 'exact' | 'group' | 'all';
  kind: 'exact' | 'all';
  mode: 'exact' | 'all';
}

export interface Ladder {
  id: string;
  steps: readonly LadderStep[];
}

type Told = [
  region: LadderStep['region'],
  department: LadderStep['department'],
  level: LadderStep['level'],
  kind: LadderStep['kind'],
  mode: LadderStep['mode'],
];

const step = (label: string, [region, department, level, kind, mode]: Told): LadderStep => ({
  label,
  region,
  department,
  level,
  kind,
  mode,
});

/** The order is the product's own choice: regions widen before the level, which studies need most, goes. */
export const ladder: Ladder = {
  id: 'ladder-1',
  steps: [
    step('县区、部门', [6, 'exact', 'exact', 'exact', 'exact']),
    step('县区、部门大类', [6, 'group', 'exact', 'exact', 'exact']),
    step('设区市、部门', [4, 'exact', 'exact', 'exact', 'exact']),
    step('设区市、部门大类', [4, 'group', 'exact', 'exact', 'exact']),
    step('设区市、部门大类，不分账号类型和模式', [4, 'group', 'exact', 'all', 'all']),
    step('省、部门', [2, 'exact', 'exact', 'exact', 'exact']),
    step('省、部门大类，不分账号类型和模式', [2, 'group', 'exact', 'all', 'all']),
    step('省，不分部门、账号类型和模式', [2, 'all', 'exact', 'all', 'all']),
    step('全范围、部门', [0, 'exact', 'exact', 'exact', 'exact']),
    step('全范围、部门大类，不分账号类型和模式', [0, 'group', 'exact', 'all', 'all']),
    step('全范围、级别大类', [0, 'all', 'group', 'all', 'all']),
    step('全范围，只留数字', [0, 'all', 'all', 'all', 'all']),
  ],
};

export interface Group<Member extends string> {
  code: string;
  label: string;
  members: readonly Member[];
}

export const levelGroups: readonly Group<Level>[] = [
  { code: 'group:upper', label: '省级及以上', members: ['central', 'provincial'] },
  { code: 'group:city', label: '地市级', members: ['prefectural'] },
  { code: 'group:lower', label: '县区及以下', members: ['county', 'township'] },
];

export const departmentGroups: readonly Group<Department>[] = [
  {
    code: 'group:party',
    label: '党委、纪检、宣传',
    members: ['party', 'discipline', 'publicity'],
  },
  {
    code: 'group:government',
    label: '政府办、人大、政协',
    members: ['government-office', 'congress', 'cppcc'],
  },
  {
    code: 'group:law',
    label: '政法',
    members: ['public-security', 'procuratorate', 'court', 'justice'],
  },
  {
    code: 'group:people',
    label: '群团',
    members: ['youth-league', 'womens-federation', 'trade-union'],
  },
  {
    code: 'group:livelihood',
    label: '民生与文化',
    members: ['culture-tourism', 'education', 'health', 'human-resources', 'civil-affairs'],
  },
  {
    code: 'group:order',
    label: '监管、交通、应急、生态、税务',
    members: ['market-supervision', 'traffic-municipal', 'taxation', 'emergency', 'environment'],
  },
  { code: 'group:other', label: '其他', members: ['other'] },
];

/** The code of a trait that is not told. */
export const anything = '*';

export const traitLabels: Record<TraitName, string> = {
  level: '级别',
  region: '地域',
  department: '部门/系统',
  kind: '账号类型',
  mode: '运作模式',
};
