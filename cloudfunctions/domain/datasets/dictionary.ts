import type {
  ColumnSummary,
  DatasetColumn,
  DatasetRelease,
  Disclosure,
  TraitName,
} from '../../../typings/datasets';
import { columns as registryColumns } from '../registry/columns.data';
import type { RegionLookup } from '../registry/region-lookup';
import { departments, kinds, levels, operatingModes } from '../words.data';
import { type ColumnSource, figureColumns } from './columns.data';
import { anything, departmentGroups, ladder, levelGroups, traitLabels } from './ladder.data';
import { licence } from './licence.data';
import type { ReleaseShape } from './plan-release';

/** A code that a trait may hold, with its meaning. */
export interface Code {
  code: string;
  label: string;
}

/** What `dictionary.json` of a release holds: enough to check the release without this product. */
export interface Dictionary {
  title: string;
  period: string;
  scope: string;
  version: number;
  licence: string;
  citation: string;
  sample: boolean;
  disclosure: Disclosure;
  columns: (DatasetColumn & { codes: Code[]; withheld: string | null })[];
}

const pseudonym: DatasetColumn = {
  name: 'id',
  label: '化名',
  type: 'text',
  unit: '',
  definition: '每次发布各自生成；同一账号在两次发布里的化名没有关系，密钥在发布完成时销毁',
  source: null,
  sensitivity: 'pseudonym',
  rounding: null,
};

const traitDefinitions: Record<TraitName, string> = {
  level: '主办单位的级别，按阶梯泛化',
  region: '主办单位所在地的行政区划代码（GB/T 2260）前几位，位数越少范围越大',
  department: '主办单位所属的部门或系统，按阶梯泛化',
  kind: '订阅号或服务号，按阶梯泛化',
  mode: '登记的运作模式，按阶梯泛化',
};

const traitColumn = (name: TraitName): DatasetColumn => ({
  name,
  label: traitLabels[name],
  type: 'text',
  unit: '',
  definition: traitDefinitions[name],
  source: null,
  sensitivity: 'trait',
  rounding: null,
});

/** Every column that a release may hold, in the order in which it holds them. */
export const allColumns: readonly DatasetColumn[] = [
  pseudonym,
  ...(['level', 'region', 'department', 'kind', 'mode'] as const).map(traitColumn),
  ...figureColumns.map(
    ({ name, label, unit, definition, source, sensitivity, rounding }): DatasetColumn => ({
      name,
      label,
      type: name === 'medianReplyHours' ? 'decimal' : 'integer',
      unit,
      definition,
      source: sourceText(source),
      sensitivity,
      rounding: rounding.text,
    }),
  ),
];

function sourceText(source: ColumnSource): string {
  if (source.kind === 'metric') return `填报指标 ${source.metric}`;
  return `指数方案 ${source.scheme}${source.part ? ` 的分项 ${source.part}` : ''}`;
}

const groupCodes = (groups: readonly Code[]): Code[] =>
  groups.map(({ code, label }) => ({ code, label }));
const none = { code: anything, label: '全部（未分）' };
const noRegions: RegionLookup = { fullName: () => null, codesOf: () => [] };
const shown = <V extends string>(
  codes: readonly V[],
  { show }: { show(value: V, regions: RegionLookup): string },
): Code[] => codes.map((code) => ({ code, label: show(code, noRegions) }));

const traitCodes: Record<TraitName, Code[]> = {
  level: [...shown(levels, registryColumns.level), ...groupCodes(levelGroups), none],
  region: [none],
  department: [
    ...shown(departments, registryColumns.department),
    ...groupCodes(departmentGroups),
    none,
  ],
  kind: [...shown(kinds, registryColumns.kind), none],
  mode: [
    ...shown(operatingModes, registryColumns.mode),
    { code: 'unknown', label: '未登记' },
    none,
  ],
};

type Told = Pick<DatasetRelease, 'title' | 'period' | 'scopeLabel' | 'version' | 'sample'>;

export function dictionaryOf(
  release: Told,
  { traits, figures }: ReleaseShape,
  { disclosure, summaries }: { disclosure: Disclosure; summaries: ColumnSummary[] },
): Dictionary {
  const chosen = new Set<string>(['id', ...traits, ...figures.map(({ name }) => name)]);
  const columns = allColumns
    .filter(({ name }) => chosen.has(name))
    .map((column) => ({
      ...column,
      codes: isTrait(column.name) ? traitCodes[column.name] : [],
      withheld: summaries.find(({ name }) => name === column.name)?.withheld ?? null,
    }));
  const { title, period, scopeLabel: scope, version, sample } = release;
  const citation = citationOf(release);
  return {
    title,
    period,
    scope,
    version,
    licence: licence.id,
    citation,
    sample,
    disclosure,
    columns,
  };
}

function isTrait(name: string): name is TraitName {
  return Object.hasOwn(traitLabels, name);
}

/** Chinese, as a study quotes it; the checksum stands beside it, since it comes after all else. */
export function citationOf({ title, version }: Pick<Told, 'title' | 'version'>): string {
  return `政微指数. ${title}[DS]. 第 ${version} 版.`;
}

export const ladderSteps: readonly string[] = ladder.steps.map(({ label }) => label);
