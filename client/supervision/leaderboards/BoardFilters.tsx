import { useEffect } from 'react';
import type { BoardMeasure, BoardQuery } from '../../../typings/leaderboards';
import type { AccountKind, Department, Level, OperatingMode } from '../../../typings/vocabulary';
import { ChoiceRow } from '../../components/ChoiceRow';
import { RegionRow } from '../../components/RegionRow';
import { departmentLabels, kindLabels, levelLabels, modeLabels } from '../../labels.data';
import { periodLabel, recentMonths } from '../../periods';
import { regions } from '../../stores/made/regions';
import { measureLabels, schemeLabels } from './labels.data';

interface Props {
  query: BoardQuery;
  /** 2026-11-24 */
  today: string;
  /** what the person supervises: only within it can be chosen */
  within: BoardQuery;
  onChange: (query: BoardQuery) => void;
}

const measures = Object.keys(measureLabels) as BoardMeasure[];
const any = 'any';
const months = 12;

/** Which board: scheme, period, measure, and whose accounts. */
export function BoardFilters({ query, today, within, onChange }: Props) {
  const { regionPrefix = '' } = query;
  useEffect(() => void regions.trace(regionPrefix), [regionPrefix]);
  const periods = recentMonths(today, months);
  const levels = within.levels ?? (Object.keys(levelLabels) as Level[]);
  const change = (changes: Partial<BoardQuery>) => onChange({ ...query, ...changes });
  return (
    <>
      <ChoiceRow
        label="周期"
        labels={Object.fromEntries(periods.map((one) => [one, periodLabel(one)]))}
        chosen={query.period}
        onChoose={(period) => change({ period })}
      />
      <ChoiceRow
        label="方案"
        labels={schemeLabels}
        chosen={query.scheme in schemeLabels ? (query.scheme as keyof typeof schemeLabels) : null}
        onChoose={(scheme) => change({ scheme, measure: 'index' })}
      />
      <ChoiceRow
        label="按什么排"
        labels={measuresOf(query.scheme)}
        chosen={query.measure}
        onChoose={(id) => {
          const measure = measures.find((one) => one === id);
          if (measure) change({ measure });
        }}
      />
      <ChoiceRow
        label="级别"
        labels={withAny(pick(levelLabels, levels))}
        chosen={query.levels?.length === 1 ? (query.levels[0] ?? any) : any}
        onChoose={(level) => change({ levels: level === any ? within.levels : [level] })}
      />
      {!within.department && (
        <ChoiceRow<Department | typeof any>
          label="系统"
          labels={withAny(departmentLabels)}
          chosen={query.department ?? any}
          onChoose={(one) => change({ department: one === any ? undefined : one })}
        />
      )}
      <ChoiceRow<AccountKind | typeof any>
        label="类型"
        labels={withAny(kindLabels)}
        chosen={query.kind ?? any}
        onChoose={(one) => change({ kind: one === any ? undefined : one })}
      />
      <ChoiceRow<OperatingMode | typeof any>
        label="运作模式"
        labels={withAny(modeLabels)}
        chosen={query.mode ?? any}
        onChoose={(one) => change({ mode: one === any ? undefined : one })}
      />
      <RegionRow
        label="地域"
        chosen={query.regionPrefix ?? ''}
        within={within.regionPrefix ?? ''}
        regions={regions}
        onChoose={(regionPrefix) => change({ regionPrefix })}
      />
    </>
  );
}

/** Only the three-force scheme has forces. */
function measuresOf(scheme: string): Record<string, string> {
  const { index, growth } = measureLabels;
  return scheme === 'zhengwei-1' ? measureLabels : { index, growth };
}

function withAny<Id extends string>(labels: Record<Id, string>): Record<Id | typeof any, string> {
  return { [any]: '全部', ...labels } as Record<Id | typeof any, string>;
}

function pick(labels: Record<Level, string>, levels: Level[]): Record<Level, string> {
  return Object.fromEntries(
    Object.entries(labels).filter(([level]) => levels.some((one) => one === level)),
  ) as Record<Level, string>;
}
