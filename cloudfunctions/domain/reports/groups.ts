import type { RegionScope } from '../../../typings/membership';
import type { ReportGroup } from '../../../typings/reports';
import type { OperatingMode } from '../../../typings/vocabulary';
import { modeLabels } from '../modes/labels.data';
import { columns } from '../registry/columns.data';
import type { RegionLookup } from '../registry/region-lookup';
import { departments, levels, operatingModes } from '../words.data';
import { type StageKey, stages } from './stages.data';
import type { Tally } from './tally';

/** By what accounts are told apart; `city` is a region's second step. */
export type Dimension =
  | 'level'
  | 'region'
  | 'city'
  | 'department'
  | 'stage'
  | 'mode'
  | 'transition';

export interface NamedScope {
  scope: RegionScope;
  scopeName: string;
  regions: RegionLookup;
  /** as `regionSteps` gives them */
  steps: (2 | 4 | 6)[];
}

type Words = Omit<ReportGroup, 'query'> & { query?: Partial<ReportGroup['query']> };

const unregistered = '未登记';

const registeredMode = (mode: string): OperatingMode | null =>
  operatingModes.find((one) => one === mode) ?? null;

function modeName(key: string): string {
  const mode = registeredMode(key);
  return mode ? modeLabels[mode] : unregistered;
}

const writers: Record<string, (key: string, named: NamedScope) => Words> = {
  level(key, { regions }) {
    const level = levels.find((one) => one === key) ?? 'county';
    const label = columns.level.show(level, regions);
    return { label, filter: `级别为${label}`, query: { levels: [level] } };
  },
  department(key, { regions }) {
    const department = departments.find((one) => one === key) ?? 'other';
    const label = columns.department.show(department, regions);
    return { label, filter: `部门为${label}`, query: { department } };
  },
  mode: (key) => ({
    label: modeName(key),
    filter: `期末登记的运作模式：${modeName(key)}`,
    query: { mode: registeredMode(key) },
  }),
  stage(key) {
    const stage = Object.keys(stages).find((one): one is StageKey => one === key) ?? 'unknown';
    const { label, span, years } = stages[stage];
    return { label, filter: `开设年份：${span}`, query: { openedYears: years } };
  },
  region(prefix, { scope, regions }) {
    const label = shortName(prefix, scope, regions);
    const filter = `主办单位在${label}（中央单位不计入地区）`;
    return { label, filter, query: { regionPrefix: prefix } };
  },
  transition(key) {
    const [from = '', to = ''] = key.split('>').map(modeName);
    return { label: `由${from}转为${to}`, filter: `运作模式由${from}变为${to}` };
  },
};

/** What a group is, in words and as a query. */
export function groupOf(key: string, named: NamedScope): ReportGroup {
  const { scope, scopeName } = named;
  const { regionPrefix, levels: within, department } = scope;
  const whole = {
    regionPrefix,
    ...(within ? { levels: within } : {}),
    ...(department ? { department } : {}),
  };
  const [dimension = '', value = ''] = key.split(':');
  const words = writers[dimension]?.(value, named);
  if (!words) return { label: scopeName, filter: scopeName, query: whole };
  return {
    label: words.label,
    filter: `${scopeName}，${words.filter}`,
    query: { ...whole, ...words.query },
  };
}

/** A region without what the reader knows: its province in the country, the scope's own name elsewhere. */
function shortName(prefix: string, { regionPrefix }: RegionScope, regions: RegionLookup): string {
  const name = (code: string) => regions.fullName(code.padEnd(6, '0')) ?? '';
  const above = regionPrefix === '' && prefix.length > 2 ? prefix.slice(0, 2) : regionPrefix;
  const full = name(prefix) || prefix;
  const known = above === '' ? '' : name(above);
  return full.startsWith(known) && full !== known ? full.slice(known.length) : full;
}

const orders: Partial<Record<Dimension, readonly string[]>> = {
  level: levels,
  department: departments,
  mode: [...operatingModes, 'unknown'],
  stage: Object.keys(stages),
};

/** The groups of a dimension that have accounts, in their usual order. */
export function keysOf(dimension: Dimension, tally: Tally, named: NamedScope): string[] {
  if (dimension === 'transition') {
    return Object.keys(tally.transitions)
      .sort()
      .map((key) => `transition:${key}`);
  }
  const order = orders[dimension];
  const all = Object.keys(tally.groups);
  const found = order
    ? order.map((key) => `${dimension}:${key}`).filter((key) => key in tally.groups)
    : all.filter((key) => key.startsWith('region:') && isOfStep(key, named, dimension)).sort();
  return found.filter((key) => (tally.groups[key]?.accounts ?? 0) > 0);
}

/** A city's districts as a whole (市辖区) have a code of their own, and are no county. */
function isOfStep(key: string, { steps, regions }: NamedScope, dimension: Dimension): boolean {
  const prefix = key.slice('region:'.length);
  const isCounty = prefix.length < 6 || !regions.fullName(prefix)?.endsWith('市辖区');
  return prefix.length === steps[dimension === 'region' ? 0 : 1] && isCounty;
}
