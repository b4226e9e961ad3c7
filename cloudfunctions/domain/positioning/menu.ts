import type { FunctionKind } from '../../../typings/modes';
import type {
  CurrentMenuColumn,
  MenuColumn,
  MenuGap,
  MenuItem,
} from '../../../typings/positioning';
import type { Department } from '../../../typings/vocabulary';
import { departmentServices } from './departments.data';
import { columnNames, generalItems, menuLimits, synonyms } from './menu.data';

/** Inspections fail an account without working interaction, so its column is always planned. */
const always: FunctionKind = 'interaction';

/** Columns by share, each as long as its share deserves: 2 items at the least, 5 at the most. */
export function planMenu(
  functions: Record<FunctionKind, number>,
  department: Department | undefined,
): MenuColumn[] {
  const kinds: FunctionKind[] = ['information', 'service', 'interaction'];
  return kinds
    .filter((kind) => functions[kind] > 0 || kind === always)
    .sort((a, b) => functions[b] - functions[a])
    .map((kind) => ({
      name: columnNames[kind],
      items: itemsOf(kind, department).slice(0, lengthFor(functions[kind])),
    }));
}

function itemsOf(kind: FunctionKind, department: Department | undefined): MenuItem[] {
  const own = kind === 'service' && department ? (departmentServices[department] ?? []) : [];
  return [...own, ...generalItems[kind]];
}

function lengthFor(share: number): number {
  return Math.min(menuLimits.items, 2 + Math.round(share * 6));
}

/** What the menu in use lacks of the plan, has beyond it, or breaks of the platform's limits. */
export function menuGaps(plan: MenuColumn[], current: CurrentMenuColumn[]): MenuGap[] {
  if (current.length === 0) {
    return [{ kind: 'no-menu', name: '', text: '现在没有自定义菜单，请按方案设置' }];
  }
  const named = current.flatMap((column) => (column.items?.length ? column.items : [column]));
  const entries = [...new Map(named.map((entry) => [entry.name, entry])).values()];
  const planned = plan.flatMap(({ items }) => items);
  const missing = planned.filter((item) => !entries.some((entry) => holds(entry.name, item)));
  const unplanned = entries.filter((entry) => !allItems.some((item) => holds(entry.name, item)));
  return [
    ...missing.map(
      ({ name, purpose }): MenuGap => ({
        kind: 'missing',
        name,
        text: `缺少“${name}”：${purpose}`,
      }),
    ),
    ...unplanned.map(
      ({ name }): MenuGap => ({
        kind: 'unplanned',
        name,
        text: `“${name}”不在方案里，请确认是否与本单位职能有关`,
      }),
    ),
    ...overLimits(current),
  ];
}

const allItems = [
  ...Object.values(generalItems).flat(),
  ...Object.values(departmentServices).flat(),
];

function holds(name: string, item: MenuItem): boolean {
  return (
    name === item.name || (synonyms[item.name] ?? [item.name]).some((word) => name.includes(word))
  );
}

function overLimits(current: CurrentMenuColumn[]): MenuGap[] {
  const gaps: MenuGap[] = [];
  if (current.length > menuLimits.columns) {
    gaps.push({
      kind: 'too-many',
      name: '',
      text: `一级菜单有 ${current.length} 个，最多 ${menuLimits.columns} 个`,
    });
  }
  for (const { name, items = [] } of current) {
    if (items.length > menuLimits.items) {
      gaps.push({
        kind: 'too-many',
        name,
        text: `“${name}”下有 ${items.length} 项，最多 ${menuLimits.items} 项`,
      });
    }
    const named = [
      { name, most: menuLimits.columnName },
      ...items.map((item) => ({ name: item.name, most: menuLimits.itemName })),
    ];
    for (const entry of named) {
      if ([...entry.name].length <= entry.most) continue;
      gaps.push({
        kind: 'name-too-long',
        name: entry.name,
        text: `“${entry.name}”超过 ${entry.most} 个字，手机上会被截断`,
      });
    }
  }
  return gaps;
}
