import { startTestCloud, type TestCloud } from './support/cloud';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
}, 60_000);
afterAll(() => cloud.close());

const namesBelow = async (within?: string) => {
  const answer = await cloud.call('anyone', 'accounts.regions', { within });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data.regions.map(({ prefix, name }) => `${prefix} ${name}`);
};

test('regions are chosen by name, from the country down to the county', async () => {
  expect(await namesBelow()).toContain('35 福建省');
  expect(await namesBelow('35')).toContain('3501 福州市');
  expect(await namesBelow('3501')).toContain('350102 鼓楼区');
  expect(await namesBelow('350102')).toEqual([]);
});

test('a municipality leads straight to its districts', async () => {
  expect(await namesBelow('31')).toContain('310101 黄浦区');
});

test('an unknown place holds nothing, and what is no place is refused', async () => {
  expect(await namesBelow('99')).toEqual([]);
  const answer = await cloud.send('anyone', 'accounts', {
    action: 'regions',
    input: { within: '福建' },
  });
  expect(answer).toContain('"invalid"');
});
