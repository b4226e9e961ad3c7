import { type SampleCloud, startSampleCloud } from '../support/sample-cloud';
import { launch, type Session } from './support/session';

/** A citizen waits at a counter: opening and sending may take this long, the start-up of WeChat apart. */
const maxMilliseconds = 1000;

let cloud: SampleCloud;
let session: Session;
beforeAll(async () => {
  cloud = await startSampleCloud();
  session = await launch({ cloud: { url: cloud.cloudbase.url, openid: 'preview-citizen' } });
}, 120_000);
afterAll(async () => {
  await session?.close();
  await cloud?.close();
});

test('a scanned code opens the account, and taps are thanked for', async () => {
  await session.go('/feedback/index?scene=sample-fuzhoufulian');
  expect(await session.textOf('.worth__name')).toBe('福州妇联');
  await session.tap('.ask__answer');
  await session.waitFor('.ask__answer--chosen');
  await session.tap('.action');
  expect(await session.textOf('.notice--good')).toContain('谢谢');
  await session.go('/feedback/index?scene=sample-fuzhoufulian');
  expect(await session.textOf('.notice--good')).toContain('本周已经评价过');
});

test('opens in under a second', async () => {
  await session.go('/feedback/index?scene=sample-jiazaigulou');
  await session.waitFor('.ask__answer');
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const before = performance.now();
    await session.go('/feedback/index?scene=sample-jiazaigulou');
    await session.waitFor('.ask__answer');
    times.push(performance.now() - before);
  }
  expect(times.sort((a, b) => a - b)[2]).toBeLessThan(maxMilliseconds);
});

test('a code that names no account says so', async () => {
  await session.go('/feedback/index?scene=nowhere');
  expect(await session.textOf('.empty__text')).toContain('没有找到');
  expect(session.defects()).toEqual([]);
});
