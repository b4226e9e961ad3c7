import type { RegionScopeInput } from '../../../typings/inspections';
import type { BoardMeasure, BoardQuery } from '../../../typings/leaderboards';
import type { AccountKind, OperatingMode } from '../../../typings/vocabulary';
import { ChoiceRow } from '../../components/ChoiceRow';
import { kindLabels, modeLabels } from '../../labels.data';
import { periodLabel, recentMonths } from '../../periods';
import { ScopeRows } from '../ScopeRows';
import { measureLabels, schemeLabels } from './labels.data';

interface Props {
  query: BoardQuery;
  /** 2026-11-24 */
  today: string;
  /** what the person supervises: only within it can be chosen */
  within: BoardQuery;
  /** only months that are over */
  closed?: boolean;
  onChange: (query: BoardQuery) => void;
}

const measures = Object.keys(measureLabels) as BoardMeasure[];
const any = 'any';
const months = 12;

/** Which board: scheme, period, measure, and whose accounts. */
export function BoardFilters({ query, today, within, closed = false, onChange }: Props) {
  const periods = recentMonths(today, months).slice(closed ? 1 : 0);
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
      <ScopeRows
        scope={scopeOf(query)}
        within={scopeOf(within)}
        onChange={({ regionPrefix, levels, department }) =>
          change({ regionPrefix, levels, department })
        }
      />
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
    </>
  );
}

/** A query's accounts as a scope. */
const scopeOf = ({ regionPrefix = '', levels, department }: BoardQuery): RegionScopeInput => ({
  kind: 'region',
  regionPrefix,
  levels,
  department,
});

/** Only the three-force scheme has forces. */
function measuresOf(scheme: string): Record<string, string> {
  const { index, growth } = measureLabels;
  return scheme === 'zhengwei-1' ? measureLabels : { index, growth };
}

function withAny<Id extends string>(labels: Record<Id, string>): Record<Id | typeof any, string> {
  return { [any]: '全部', ...labels } as Record<Id | typeof any, string>;
}
