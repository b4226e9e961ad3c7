import { useEffect } from 'react';
import type { RegionScopeInput } from '../../typings/inspections';
import type { Department, Level } from '../../typings/vocabulary';
import { ChoiceRow } from '../components/ChoiceRow';
import { RegionRow } from '../components/RegionRow';
import { departmentLabels, levelLabels } from '../labels.data';
import { regions } from '../stores/made/regions';

interface Props {
  scope: RegionScopeInput;
  /** what the person supervises: only within it can be chosen */
  within: RegionScopeInput;
  onChange: (scope: RegionScopeInput) => void;
}

const any = 'any';

/** Whose accounts: all that one supervises, or those of a region, a level, a system. */
export function ScopeRows({ scope, within, onChange }: Props) {
  const { regionPrefix, levels, department } = scope;
  useEffect(() => void regions.trace(regionPrefix), [regionPrefix]);
  const open = within.levels ?? (Object.keys(levelLabels) as Level[]);
  const chosenLevel = levels?.length === 1 ? levels[0] : undefined;
  return (
    <>
      <RegionRow
        label="地域"
        chosen={regionPrefix}
        within={within.regionPrefix}
        regions={regions}
        onChoose={(prefix) => onChange({ ...scope, regionPrefix: prefix })}
      />
      <ChoiceRow<string>
        label="级别"
        labels={{
          [any]: '全部',
          ...Object.fromEntries(open.map((level) => [level, levelLabels[level]])),
        }}
        chosen={chosenLevel ?? any}
        onChoose={(id) => {
          const level = open.find((one) => one === id);
          onChange({ ...scope, levels: level ? [level] : within.levels });
        }}
      />
      {!within.department && (
        <ChoiceRow<Department | typeof any>
          label="系统"
          labels={{ [any]: '全部', ...departmentLabels }}
          chosen={department ?? any}
          onChoose={(id) => onChange({ ...scope, department: id === any ? undefined : id })}
        />
      )}
    </>
  );
}
