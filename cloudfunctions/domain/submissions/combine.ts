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
 * figure that says the same as before keeps its source and its date, and is an estimate no longer once
 * a file has it whole. Null in a file says nothing; null in the form clears a figure. What is typed
 * beside a file's estimate stands over it; an estimate of the period before that is taken over stays one.
 *
 * @param previous figures of the period before, which the form offers to take over
 * Errors: `invalid` that names each form field that contradicts a file.
 */
export function combine(
  standing: Contents,
  fromFiles: Contents,
  form: SubmissionInput['form'],
  asOf: Day,
  previous: Figures = {},
): Result<Contents> {
  const contradicted = Object.entries(form).flatMap(([name, value]) => {
    const filed = fromFiles.figures[name as MetricName];
    if (!filed || filed.value === null || filed.value === value) return [];
    if (filed.estimated && value !== null) return [];
    const told = filed.source === 'file' ? '文件' : '本系统的记录';
    return [[name, `${told}里是 ${filed.value}，请以其为准。`]];
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
    const stands = figures[metric];
    const isConfirmed = stands?.estimated === true && fromFiles.figures[metric]?.estimated === true;
    if ((stands?.value ?? null) === value && !isConfirmed) continue;
    figures[metric] = written(metric, value, asOf, previous[metric]);
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

function written(
  metric: MetricName,
  value: number | null,
  asOf: Day,
  previous: Figure | undefined,
): Figure {
  const { measure } = formFields[metric];
  const isCopied = value !== null && value === previous?.value && previous.estimated === true;
  return { value, measure, source: 'form', asOf, ...(isCopied && { estimated: true }) };
}

function isSame(standing: Figure | undefined, filed: Figure): boolean {
  const settles = standing?.estimated === true && filed.estimated !== true;
  return !settles && standing?.value === filed.value && standing.measure === filed.measure;
}
