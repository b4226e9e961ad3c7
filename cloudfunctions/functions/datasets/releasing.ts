import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { action } from '../../handler/action';
import { found, Refusal } from '../../handler/refusal';
import {
  findRelease,
  releasesWithin,
  shownRelease,
  withdrawRelease,
} from '../../records/dataset-releases';
import * as inputs from '../shared/inputs';
import { namedScope } from '../shared/scope-subject';
import { supervisedBy } from '../shared/supervised';
import { advanceRelease, progressOf } from './build';
import { createRelease } from './create';
import { columns, cursor, k, pageSize, releaseInput } from './inputs';
import { theRelease, within } from './subjects';

/** Of supervisors: releases of their scopes. */
export const releasing = {
  list: action({
    input: v.strictObject({ cursor }),
    allow: grants['datasets.list'],
    async run({ cursor }, { memberships }) {
      const scopes = supervisedBy(memberships);
      const { items, next } = await releasesWithin(scopes, cursor ?? null, pageSize);
      return { items: items.filter(within(scopes)).map((release) => shownRelease(release)), next };
    },
  }),

  get: action({
    input: releaseInput,
    allow: grants['datasets.get'],
    subject: theRelease,
    async run({ releaseId }, { subject, require }) {
      for (const place of subject.places) require(place);
      return shownRelease(subject.release, await progressOf(releaseId));
    },
  }),

  create: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      period: inputs.period,
      scope: inputs.regionScope,
      columns,
      k,
    }),
    allow: grants['datasets.create'],
    changes: true,
    subject: namedScope,
    async run(asked, { who, subject, now, require }) {
      for (const place of subject.places) require(place);
      const id = await createRelease(asked, who, now);
      return shownRelease(found(await findRelease(id)), await progressOf(id));
    },
  }),

  advance: action({
    input: releaseInput,
    allow: grants['datasets.advance'],
    changes: true,
    subject: theRelease,
    async run({ releaseId }, { subject, now, require }) {
      for (const place of subject.places) require(place);
      await advanceRelease(releaseId, now);
      const [release, progress] = await Promise.all([
        findRelease(releaseId),
        progressOf(releaseId),
      ]);
      return shownRelease(found(release), progress);
    },
  }),

  withdraw: action({
    input: v.strictObject({ releaseId: inputs.id, reason: inputs.text(200) }),
    allow: grants['datasets.withdraw'],
    changes: true,
    subject: theRelease,
    async run({ releaseId, reason }, { subject, require }) {
      for (const place of subject.places) require(place);
      if (subject.release.status === 'building') {
        throw new Refusal({ code: 'conflict', message: '这份数据还在生成，完成后才能撤回。' });
      }
      await withdrawRelease(subject.release, reason);
      return shownRelease(found(await findRelease(releaseId)));
    },
  }),
};
