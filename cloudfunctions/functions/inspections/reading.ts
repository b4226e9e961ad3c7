import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { ruleSets } from '../../domain/inspections';
import { action } from '../../handler/action';
import { found, notFound, Refusal } from '../../handler/refusal';
import { recordsOf, shownRecord } from '../../records/inspection-records';
import { findInspection, inspectionsWithin } from '../../records/inspections';
import * as inputs from '../shared/inputs';
import { supervisedBy } from '../shared/supervised';
import * as own from './inputs';
import { cursor, ofInspection } from './inputs';
import { recordDetail, shownInspection } from './shown';
import { theInspection, theRecord } from './subjects';

const pageSize = 30;

/** Inspections and their records, as they stand. */
export const reading = {
  ruleSets: action({
    input: inputs.nothing,
    allow: grants['inspections.ruleSets'],
    run: () => ({ ruleSets: [...ruleSets] }),
  }),

  list: action({
    input: v.strictObject({ cursor }),
    allow: grants['inspections.list'],
    async run({ cursor: after }, { memberships }) {
      const page = await inspectionsWithin(supervisedBy(memberships), after ?? null, pageSize);
      return { items: page.items.map(shownInspection), next: page.next };
    },
  }),

  get: action({
    input: v.strictObject(ofInspection),
    allow: grants['inspections.get'],
    subject: theInspection,
    run: (_, { subject, require }) => {
      for (const place of subject.places) require(place);
      return shownInspection(subject.inspection);
    },
  }),

  records: action({
    input: v.strictObject({ ...ofInspection, state: v.optional(own.recordState), cursor }),
    allow: grants['inspections.records'],
    subject: theInspection,
    async run({ inspectionId, state, cursor: after }, { subject, require }) {
      for (const place of subject.places) require(place);
      const filter = { inspectionId, ...(state ? { state } : {}) };
      const page = await recordsOf(filter, after ?? null, pageSize);
      return { items: page.items.map(shownRecord), next: page.next };
    },
  }),

  record: action({
    input: v.strictObject({ recordId: inputs.id }),
    allow: grants['inspections.record'],
    subject: theRecord,
    async run(_, { subject: { record }, by }) {
      const inspection = found(await findInspection(record.inspectionId));
      if (by?.role === 'staff' && !inspection.publishedAt) throw new Refusal(notFound);
      return recordDetail(record, inspection);
    },
  }),
};
