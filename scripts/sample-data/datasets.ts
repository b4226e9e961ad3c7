import type { OptionalColumn } from '../../typings/datasets';
import type { Day, PeriodId } from '../../typings/vocabulary';

const columns: OptionalColumn[] = [
  'communicationIndex',
  'dissemination',
  'service',
  'interaction',
  'articles',
  'reads',
  'followers',
];
const supervisor = 'preview-supervisor-city';
const researcher = 'preview-researcher';
const dayLength = 86_400_000;

/**
 * Releases of one city's last months, made as a supervisor makes them; of the newest two one is open
 * to the preview's researcher and one is applied for.
 */
export async function makeSampleReleases(periods: PeriodId[], today: Day): Promise<void> {
  const [{ createRelease }, { advanceRelease }, { findRelease }, applications, identity, clock] =
    await Promise.all([
      import('../../cloudfunctions/functions/datasets/create'),
      import('../../cloudfunctions/functions/datasets/build'),
      import('../../cloudfunctions/records/dataset-releases'),
      import('../../cloudfunctions/functions/datasets/applications'),
      import('../../cloudfunctions/platform/identity'),
      import('../../cloudfunctions/platform/clock'),
    ]);
  const now = clock.momentOf(Date.parse(`${today}T00:00:00+08:00`));
  const minute = 60_000;
  const decides = identity.keyedHash('member', supervisor);
  const asks = identity.keyedHash('member', researcher);
  const made: string[] = [];
  for (const [index, period] of periods.entries()) {
    const then = clock.momentOf(Date.parse(now.instant) + index * minute);
    const scope = { kind: 'region' as const, regionPrefix: '3501' };
    const recipe = { requestKey: `sample-${period}`, period, scope, columns, k: 5 };
    const id = await createRelease(recipe, decides, then);
    await advanceRelease(id, then);
    made.push(id);
  }
  const [waits, opens] = made.slice(-2);
  const asked = (releaseId: string, purpose: string, requestKey: string) => ({
    requestKey,
    releaseId,
    institution: '示例研究院',
    purpose,
    until: clock.momentOf(Date.parse(now.instant) + 300 * dayLength).today,
  });
  if (!waits || !opens) return;
  await applications.applyFor(asked(waits, '更新规律与留存的关系', 'sample-waits'), asks, now);
  const purpose = '县区政务微信的互动差异研究';
  const { id } = await applications.applyFor(asked(opens, purpose, 'sample-opens'), asks, now);
  const application = await applications.ownedApplication(id, asks);
  const release = await findRelease(opens);
  if (release) {
    await applications.decideOn({ application, release }, { approve: true }, decides, now);
  }
}
