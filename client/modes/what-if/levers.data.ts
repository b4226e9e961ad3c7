/** What an agency can change: a level cannot change, two more people can. */
export type Lever = { path: string; label: string } & (
  | { kind: 'steps'; unit: string; step: number; most: number }
  | { kind: 'one'; options: Record<string, string> }
  | { kind: 'yes-no' }
);

export const levers: Lever[] = [
  { path: 'staff.fullTime', label: '专职人员', kind: 'steps', unit: '人', step: 1, most: 30 },
  {
    path: 'budgetYuan',
    label: '每年经费',
    kind: 'steps',
    unit: '元',
    step: 50_000,
    most: 5_000_000,
  },
  {
    path: 'workload.postsPerWeek',
    label: '每周发文',
    kind: 'steps',
    unit: '篇',
    step: 1,
    most: 70,
  },
  { path: 'supervision.namedOfficer', label: '专人盯合同', kind: 'yes-no' },
  {
    path: 'leadership',
    label: '领导重视程度',
    kind: 'one',
    options: { high: '高', medium: '中', low: '低' },
  },
];
