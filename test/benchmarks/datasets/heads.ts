import { createHash } from 'node:crypto';
import { headId, type SubmissionHead } from '../../../cloudfunctions/records/submissions';
import type { DocumentFill } from '../../../local/cloudbase/documents/fill';
import { countryFigures } from '../country';

const batch = 2000;

/** Writes what every account filed for a month, as the newest revision. */
export function writeHeads(documents: DocumentFill, size: number, period: string): void {
  const asOf = `${period}-28`;
  for (let from = 0; from < size; from += batch) {
    const length = Math.min(batch, size - from);
    const heads = Array.from({ length }, (_, offset): SubmissionHead => {
      const accountId = `n${String(from + offset).padStart(7, '0')}`;
      const id = headId(accountId, period);
      return {
        _id: id,
        accountId,
        period,
        revision: 1,
        figures: countryFigures(from + offset, 0, asOf),
        enteredBy: 'bench',
        enteredAt: `${asOf}T00:00:00.000Z`,
        sample: true,
        kind: 'month',
        to: asOf,
        digest: createHash('sha256').update(id).digest('hex'),
        lastPublished: null,
        countsByDay: false,
      };
    });
    documents.insert('submission-heads', heads);
  }
}
