import { type SampleCloud, startSampleCloud } from '../support/sample-cloud';
import { launch, type Session } from './support/session';

const openid = 'preview-staff-gulou';
let cloud: SampleCloud;
let session: Session;

beforeAll(async () => {
  cloud = await startSampleCloud();
  session = await launch({ cloud: { url: cloud.cloudbase.url, openid } });
}, 120_000);
afterAll(async () => {
  await session?.close();
  await cloud?.close();
});

test('the built mini program shows the index that the functions answer', async () => {
  await session.go('/pages/overview/index');
  const shown = Number(await session.textOf('.hero__value'));
  expect(shown).toBeCloseTo(await answeredIndex(), 1);
});

test('nothing goes wrong on the way', () => {
  expect(session.defects()).toEqual([]);
});

async function answeredIndex(): Promise<number> {
  const response = await fetch(`${cloud.cloudbase.url}/client/functions/scores`, {
    method: 'POST',
    headers: { 'x-openid': openid },
    body: JSON.stringify({ action: 'detail', input: { accountId: 'sample-jiazaigulou' } }),
  });
  const answer = (await response.json()) as { result: { data: { score: { value: number } } } };
  return answer.result.data.score.value;
}
