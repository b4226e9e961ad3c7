import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { action } from '../../handler/action';
import { unwrap } from '../../handler/refusal';
import { stepInspection } from '../../records/inspections';
import * as inputs from '../shared/inputs';
import { ofInspection } from './inputs';
import { shownInspection } from './shown';
import { theInspection } from './subjects';

/**
 * Gives up an inspection that nobody inspects yet. What was frozen and drawn stays to be looked into:
 * a draw that does not please cannot be made unseen.
 */
export const discarding = {
  discard: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      ...ofInspection,
      reason: inputs.text(200),
    }),
    allow: grants['inspections.discard'],
    changes: true,
    subject: theInspection,
    async run(input, { now, subject, require, request }) {
      for (const place of subject.places) require(place);
      const discarded = await stepInspection(
        input.inspectionId,
        'discard',
        () => ({
          ok: true,
          value: {
            discarded: { at: now.instant, reason: input.reason },
            busy: false,
            cursor: '',
            job: null,
          },
        }),
        request(input.requestKey),
      );
      return shownInspection(unwrap(discarded));
    },
  }),
};
