import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { action } from '../../handler/action';
import { linkSeconds } from '../../platform/files';
import { randomId } from '../../platform/random';
import { applicationsBy, recordDownload } from '../../records/dataset-applications';
import * as inputs from '../shared/inputs';
import { inLanes, linkTo } from '../shared/work-files';
import { acceptTerms, applyFor, openedBy, ownedApplication, shownOn } from './applications';

/** Of researchers: application, licence and download. */
export const applying = {
  apply: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      releaseId: inputs.id,
      institution: inputs.text(60),
      purpose: inputs.text(500),
      until: inputs.day,
    }),
    allow: grants['datasets.apply'],
    changes: true,
    run: (asked, { who, now }) => applyFor(asked, who, now),
  }),

  applied: action({
    input: inputs.nothing,
    allow: grants['datasets.applied'],
    run: async (_, { who, now }) => ({
      applications: (await applicationsBy(who)).map((one) => shownOn(one, now)),
    }),
  }),

  acceptLicence: action({
    input: v.strictObject({ applicationId: inputs.id, licence: inputs.id }),
    allow: grants['datasets.acceptLicence'],
    changes: true,
    run: async ({ applicationId, licence }, { who, now }) =>
      acceptTerms(await ownedApplication(applicationId, who), licence, now),
  }),

  download: action({
    input: v.strictObject({
      applicationId: inputs.id,
      format: v.picklist(['csv', 'jsonl'], '请选择 CSV 或 JSON Lines。'),
    }),
    allow: grants['datasets.download'],
    changes: true,
    async run({ applicationId, format }, { who, now }) {
      const { application, release } = await openedBy(applicationId, who, now);
      const wanted = release.files.filter(({ kind }) => kind === format || kind === 'document');
      const files = await inLanes(wanted, async ({ name, bytes, sha256, fileId }) => ({
        name,
        url: await linkTo(fileId),
        bytes,
        sha256,
      }));
      const { alias, institution } = application;
      const { id: releaseId } = release;
      const download = { releaseId, applicationId, member: who, alias, institution, format };
      await recordDownload(randomId(), { ...download, at: now.instant });
      return { files, validSeconds: linkSeconds };
    },
  }),
};
