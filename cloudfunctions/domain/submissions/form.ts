import type { Figures, FormField } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';
import { defaultWanted } from '../intake/wanted.data';
import { formFields } from './form-fields.data';

/** Figures that the form starts from. */
export interface Known {
  /** the account's last period of the same kind */
  previous: Figures;
  /** what stands for this very period */
  current: Figures;
}

/** The questions left once the files have given what they can. */
export function formFor(fromFiles: Figures, { previous, current }: Known): FormField[] {
  const isGiven = (metric: MetricName) => (fromFiles[metric]?.value ?? null) !== null;
  return defaultWanted
    .filter((metric) => !isGiven(metric))
    .map((metric) => ({
      metric,
      ...formFields[metric],
      previous: previous[metric]?.value ?? null,
      current: current[metric]?.value ?? null,
    }));
}
