import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { action } from '../../handler/action';
import { applicationsFor, downloadsOf, waitingWithin } from '../../records/dataset-applications';
import * as inputs from '../shared/inputs';
import { supervisedBy } from '../shared/supervised';
import { decideOn, listed, revokeApproval } from './applications';
import { cursor, pageSize } from './inputs';
import { theApplication, theRelease, within } from './subjects';

/** Of supervisors: who may use their releases, and who did. */
export const deciding = {
  applications: action({
    input: v.strictObject({ releaseId: inputs.id, cursor }),
    allow: grants['datasets.applications'],
    subject: theRelease,
    async run({ releaseId, cursor }, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      const { items, next } = await applicationsFor(releaseId, cursor ?? null, pageSize);
      return { items: items.map((one) => listed(one, who, now)), next };
    },
  }),

  waiting: action({
    input: v.strictObject({ cursor }),
    allow: grants['datasets.waiting'],
    async run({ cursor }, { who, now, memberships }) {
      const scopes = supervisedBy(memberships);
      const { items, next } = await waitingWithin(scopes, cursor ?? null, pageSize);
      return { items: items.filter(within(scopes)).map((one) => listed(one, who, now)), next };
    },
  }),

  decide: action({
    input: v.strictObject({
      applicationId: inputs.id,
      approve: v.boolean('请选择批准或不批准。'),
      reason: v.optional(inputs.text(200)),
    }),
    allow: grants['datasets.decide'],
    changes: true,
    subject: theApplication,
    async run(decision, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      return decideOn(subject, decision, who, now);
    },
  }),

  revoke: action({
    input: v.strictObject({ applicationId: inputs.id, reason: inputs.text(200) }),
    allow: grants['datasets.revoke'],
    changes: true,
    subject: theApplication,
    async run({ reason }, { who, now, subject, require }) {
      for (const place of subject.places) require(place);
      return revokeApproval(subject.application, reason, who, now);
    },
  }),

  downloads: action({
    input: v.strictObject({ releaseId: inputs.id, cursor }),
    allow: grants['datasets.downloads'],
    subject: theRelease,
    async run({ releaseId, cursor }, { subject, require }) {
      for (const place of subject.places) require(place);
      return downloadsOf(releaseId, cursor ?? null, pageSize);
    },
  }),
};
