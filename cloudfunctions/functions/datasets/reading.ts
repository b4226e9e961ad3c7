import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { allColumns, ladderSteps } from '../../domain/datasets/dictionary';
import { licence } from '../../domain/datasets/licence.data';
import { action } from '../../handler/action';
import { readyReleases, shownRelease } from '../../records/dataset-releases';
import * as inputs from '../shared/inputs';
import { newestOf, offeredRelease, shownOn } from './applications';
import { cursor, figureColumn, pageSize, releaseInput } from './inputs';
import { trendOf } from './trend';

/** What anyone who uses research data may look at. */
export const reading = {
  columns: action({
    input: inputs.nothing,
    allow: grants['datasets.columns'],
    run: () => ({ columns: [...allColumns], ladder: [...ladderSteps], licence }),
  }),

  catalogue: action({
    input: v.strictObject({ cursor }),
    allow: grants['datasets.catalogue'],
    async run({ cursor }) {
      const { items, next } = await readyReleases(cursor ?? null, pageSize);
      return { items: items.map((release) => shownRelease(release)), next };
    },
  }),

  published: action({
    input: releaseInput,
    allow: grants['datasets.published'],
    async run({ releaseId }, { who, now }) {
      const [release, application] = await Promise.all([
        offeredRelease(releaseId, who),
        newestOf(who, releaseId),
      ]);
      return {
        release: shownRelease(release),
        application: application && shownOn(application, now),
      };
    },
  }),

  trend: action({
    input: v.strictObject({ releaseId: inputs.id, column: figureColumn }),
    allow: grants['datasets.trend'],
    run: async ({ releaseId, column }, { who }) =>
      trendOf(await offeredRelease(releaseId, who), column),
  }),
};
