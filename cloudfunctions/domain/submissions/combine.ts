import type { IntakeItem } from '../../../typings/intake';
import type { Result } from '../../../typings/result';
import type { Figure, Figures, FollowerDay, SubmissionInput } from '../../../typings/submission';
import type { Day, MetricName } from '../../../typings/vocabulary';
import { digestOf } from '../intake/digest';
import { mergeFollowerDays } from '../intake/follower-days';
import { formFields } from './form-fields.data';

/** One period's figures and articles, and its followers by day where a file gave them. */
export interface Contents {
  figures: Figures;
  items: IntakeItem[];
  followerDays?: FollowerDay[];
  /** of a period that still runs */
  through?: Day;
}

export const noContents: Contents = { figures: {}, items: [] };

/**
 * What a period comes to hold: what stands, then what the files give, then what the form says. A
 * figure that says the same as before keeps its source and its date. Null in a file says nothing;
 * null in the form clears a figure.
 *
 * Errors: `invalid` that names each form field that contradicts a file.
 */
export function combine(
  standing: Contents,
  fromFiles: Contents,
  form: SubmissionInput['form'],
  asOf: Day,
): Result<Contents> {
  const contradicted = Object.entries(form).flatMap(([name, value]) => {
    const { value: filed = null, source } = fromFiles.figures[name as MetricName] ?? {};
    const told = source === 'file' ? '文件' : '本系统的记录';
    return filed !== null && value !== filed ? [[name, `${told}里是 ${filed}，请以其为准。`]] : [];
  });
  if (contradicted.length > 0) {
    const message = '有几项与文件或本系统记录的数字不同，请核对。';
    return {
      ok: false,
      error: { code: 'invalid', message, fields: Object.fromEntries(contradicted) },
    };
  }
  const figures: Figures = { ...standing.figures };
  for (const [name, figure] of Object.entries(fromFiles.figures)) {
    const metric = name as MetricName;
    const isSilent = figure.value === null || isSame(figures[metric], figure);
    if (!isSilent) figures[metric] = figure;
  }
  for (const [name, value] of Object.entries(form)) {
    const metric = name as MetricName;
    if ((figures[metric]?.value ?? null) !== value) figures[metric] = written(metric, value, asOf);
  }
  const items = fromFiles.items.length > 0 ? fromFiles.items : standing.items;
  const days = mergeFollowerDays(standing.followerDays ?? [], fromFiles.followerDays ?? []);
  const counted = days.length > 0 ? { followerDays: days } : {};
  return { ok: true, value: { figures, items, ...counted } };
}

/** Tells contents apart: equal ones are the same submission. */
export function contentsDigest({ figures, items, followerDays, through }: Contents): string {
  return digestOf({ figures, items, followerDays, through });
}

function written(metric: MetricName, value: number | null, asOf: Day): Figure {
  return { value, measure: formFields[metric].measure, source: 'form', asOf };
}

function isSame(one: Figure | undefined, other: Figure): boolean {
  return one?.value === other.value && one.measure === other.measure;
}
