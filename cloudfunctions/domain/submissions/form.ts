import type { Figures, FormField } from '../../../typings/submission';
import { defaultWanted } from '../intake/wanted.data';
import { formFields } from './form-fields.data';

/** Figures that the form starts from. */
export interface Known {
  /** the account's last period of the same kind */
  previous: Figures;
  /** what stands for this very period */
  current: Figures;
}

/** The questions left once the files have given what they can: what they estimate is asked as well. */
export function formFor(fromFiles: Figures, { previous, current }: Known): FormField[] {
  return defaultWanted.flatMap((metric) => {
    const filed = fromFiles[metric];
    const estimate = filed?.estimated ? filed.value : null;
    if (filed && filed.value !== null && estimate === null) return [];
    const field: FormField = {
      metric,
      ...formFields[metric],
      previous: previous[metric]?.value ?? null,
      current: current[metric]?.value ?? null,
      ...(estimate !== null && { estimate }),
      ...(previous[metric]?.estimated && { previousEstimated: true }),
      ...(current[metric]?.estimated && { currentEstimated: true }),
    };
    return [field];
  });
}
