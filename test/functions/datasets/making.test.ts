import type { TestCloud } from '../support/cloud';
import { asked, city, deskOf, fuzhou, researcher, startDatasets } from '../support/datasets';
import { monthBefore } from '../support/exports';

let cloud: TestCloud;
let desk: ReturnType<typeof deskOf>;
beforeAll(async () => {
  cloud = await startDatasets();
  desk = deskOf(cloud);
}, 120_000);
afterAll(() => cloud.close());

describe('making a release', () => {
  test.each([
    ['an unknown column', { columns: ['openid'] }, 'columns.0'],
    ['a column twice', { columns: ['articles', 'articles'] }, 'columns'],
    ['no column', { columns: [] }, 'columns'],
    ['a k below five', { k: 4 }, 'k'],
    ['a period that still runs', { period: monthBefore(0) }, 'period'],
    ['a period without data', { period: monthBefore(9) }, 'period'],
    [
      'a county with three accounts',
      { scope: { kind: 'region', regionPrefix: '350104' } },
      'scope',
    ],
  ])('of %s is refused with the reason', async (_, changes, field) => {
    const input = asked(changes);
    const answer = await cloud.send(city, 'datasets', { action: 'create', input });
    const { result } = JSON.parse(answer);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(Object.keys(result.error.fields)).toContain(field);
    expect(result.error.fields[field]).toMatch(/[\u4e00-\u9fff]/);
  });

  test('of a scope that is not one’s own is forbidden', async () => {
    const input = asked({ scope: { kind: 'region', regionPrefix: '3502' } });
    for (const openid of [city, researcher]) {
      const answer = await cloud.call(openid, 'datasets.create', input);
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
  });

  test('twice with one key, also at once, makes one; beside an overlapping one, none', async () => {
    const input = asked({ scope: { kind: 'region', regionPrefix: '350103' } });
    const answers = await Promise.all([1, 2].map(() => cloud.call(city, 'datasets.create', input)));
    const ids = new Set(answers.map((answer) => answer.ok && answer.data.id));
    expect(ids.size).toBe(1);
    const wider = await cloud.call(city, 'datasets.create', asked({ scope: fuzhou }));
    expect(wider).toMatchObject({ ok: false, error: { code: 'conflict' } });
    const [id] = ids;
    await desk.withdrawn((await desk.finished(String(id))).id);
  });

  test('of many accounts of which three filed is refused when they are counted, and frees the period', async () => {
    const created = await cloud.call(
      city,
      'datasets.create',
      asked({ period: monthBefore(3), scope: fuzhou }),
    );
    if (!created.ok) throw new Error(created.error.message);
    expect(await desk.finished(created.data.id)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('不足 5 个'),
      files: [],
    });
    const again = await cloud.call(
      city,
      'datasets.create',
      asked({ period: monthBefore(3), scope: fuzhou }),
    );
    expect(again).toMatchObject({ ok: true });
    if (again.ok) await desk.finished(again.data.id);
  });

  test('killed after any step and done again gives the same checksum', async () => {
    const created = await cloud.call(city, 'datasets.create', asked());
    if (!created.ok) throw new Error(created.error.message);
    const { id } = created.data;
    const [first] = await cloud.documents('dataset-builds', { _id: id });
    const [release] = await cloud.documents('dataset-releases', { _id: id });
    if (!first || !release) throw new Error('nothing was started');
    const whole = await desk.finished(id);
    const { build, steps } = await stepByStep();
    for (let kill = 0; kill < 16; kill += 1) {
      await restored(first, release);
      // Each round dies after the work of one step more, before the step is kept.
      await build(id, kill);
      const again = await desk.finished(id);
      expect([kill, again.checksum]).toEqual([kill, whole.checksum]);
      if (kill >= steps()) break;
    }
    await desk.withdrawn(id);
  }, 120_000);
});

/** Does the work of a release's steps in this process and throws away what the last of them kept. */
async function stepByStep() {
  const records = await import('../../../cloudfunctions/records/dataset-builds');
  const { findRelease } = await import('../../../cloudfunctions/records/dataset-releases');
  const { steps } = await import('../../../cloudfunctions/functions/datasets/steps');
  const { workshopFor } = await import('../../../cloudfunctions/functions/datasets/workshop');
  let most = 0;
  return {
    steps: () => most,
    async build(id: string, whole: number) {
      const release = await findRelease(id);
      const standing = await records.findBuild(id);
      if (!release || !standing) throw new Error('nothing to do');
      let current = standing;
      const workshop = workshopFor(release);
      for (let step = 0; step <= whole; step += 1) {
        const next: typeof current | null = await steps[current.stage](current, workshop);
        most = Math.max(most, step);
        if (next === null) return;
        if (step < whole) await records.keepStep(current, next);
        current = next;
      }
    },
  };
}

async function restored(build: Record<string, unknown>, release: Record<string, unknown>) {
  const { collection } = await import('../../../cloudfunctions/records/collection');
  await collection<{ _id: string }>('dataset-builds').put({ ...build, _id: String(build._id) });
  await collection<{ _id: string }>('dataset-releases').put({
    ...release,
    _id: String(release._id),
  });
}
