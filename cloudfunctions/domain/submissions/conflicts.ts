import type { ParsedExport, Readings } from '../../../typings/intake';
import type { Figures, IntakeConflict, Submission } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';
import type { Period } from '../indices';
import { conflictsOf } from '../intake/conflicts';
import { keptOf } from '../intake/kept';
import { formFields } from './form-fields.data';

/**
 * What the user should see before new files are stored over, or beside, what stands: files of another
 * account or older than those kept, and figures that will change.
 *
 * @param kept the newest submission with articles, of this period or of an earlier one
 */
export function conflictsWith(
  standing: Figures,
  kept: { period: Period; submission: Submission } | null,
  files: ParsedExport[],
  fromFiles: Figures,
): IntakeConflict[] {
  const earlier = kept && keptOf(asExport(kept.period, kept.submission));
  const ofFiles = earlier ? files.flatMap((file) => conflictsOf(earlier, keptOf(file))) : [];
  return [...ofFiles, ...changedFigures(standing, fromFiles)];
}

/** A stored submission in the form of a file, to be compared with one. */
function asExport({ from, to }: Period, { figures, items }: Submission): ParsedExport {
  const metrics: Readings = {};
  for (const [name, { value, measure }] of Object.entries(figures)) {
    metrics[name as MetricName] = { value, measure };
  }
  return {
    layout: 'mapped',
    from,
    to,
    metrics,
    items,
    itemsComplete: true,
    days: [],
    missing: [],
    warnings: [],
    digest: '',
  };
}

function changedFigures(standing: Figures, fromFiles: Figures): IntakeConflict[] {
  const changed = Object.entries(fromFiles).flatMap(([name, { value }]) => {
    const before = standing[name as MetricName]?.value ?? null;
    if (before === null || before === value) return [];
    return [`${formFields[name as MetricName].label} ${before} → ${value}`];
  });
  if (changed.length === 0) return [];
  return [{ kind: 'changed-figure', message: `与已存的数据不同：${changed.join('；')}` }];
}
