import type { AccountFilter } from '../../../typings/api';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { madeAccount } from '../support/sample';

/** More of each name than one page looks at. */
const many = 1100;
const number = (index: number) => String(index).padStart(5, '0');

const lakes = Array.from({ length: many }, (_, index) =>
  madeAccount(`l${number(index)}`, {
    name: `南湖发布${index}`,
    agency: { region: '350102', name: '南湖' },
  }),
);
const hills = Array.from({ length: many }, (_, index) =>
  madeAccount(`m${number(index)}`, {
    name: `北山健康${index}`,
    kind: index % 2 === 0 ? 'subscription' : 'service',
    agency: { region: '350203', name: '北山', level: index % 4 === 0 ? 'prefectural' : 'county' },
  }),
);
/** Both words are common, and this one alone has both; it is the last of all. */
const rare = madeAccount('z1', {
  name: '南湖与健康',
  wechatId: 'nanhu_and_health',
  agency: { region: '359000', name: '别处' },
});

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([...lakes, ...hills, rare]);
  const region = (regionPrefix: string) => ({ kind: 'region' as const, regionPrefix });
  await cloud.grant('province', 'supervisor', region('35'));
  await cloud.grant('hills', 'supervisor', region('3502'));
  await cloud.grant('cities', 'supervisor', { ...region('3502'), levels: ['prefectural'] });
  await cloud.grant('two', 'supervisor', region('350203'));
  await cloud.grant('two', 'supervisor', region('359000'));
}, 120_000);
afterAll(() => cloud.close());

async function page(openid: string, filter: AccountFilter) {
  const answer = await cloud.call(openid, 'accounts.search', filter);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return { ids: answer.data.items.map(({ id }) => id), next: answer.data.next };
}

async function all(openid: string, filter: AccountFilter) {
  const ids: string[] = [];
  let cursor: string | undefined;
  let pages = 0;
  do {
    const found = await page(openid, { ...filter, cursor });
    ids.push(...found.ids);
    cursor = found.next ?? undefined;
    pages += 1;
  } while (cursor);
  return { ids, pages };
}

const idsOf = (list: { id: string }[]) => list.map(({ id }) => id);

describe('searching by name', () => {
  test.each<[string, string, AccountFilter, string[]]>([
    ['a name that one has', 'province', { query: '南湖与健康' }, ['z1']],
    ['a WeChat id, in any case', 'province', { query: 'NanHu_and' }, ['z1']],
    ['a number among common words', 'province', { query: '北山健康 1077' }, ['m01077']],
    ['a word that none has', 'province', { query: '不存在的名字' }, []],
    ['two words that none has together', 'hills', { query: '北山 发布' }, []],
    ['beyond the scope', 'hills', { query: '南湖' }, []],
    ['several scopes', 'two', { query: '与健康' }, ['z1']],
    ['a narrower region', 'province', { query: '与健', regionPrefix: '3501' }, []],
  ])('finds %s', async (_, openid, filter, expected) => {
    expect(await page(openid, filter)).toEqual({ ids: expected, next: null });
  });

  test.each<[string, string, AccountFilter, string[]]>([
    ['a common word', 'province', { query: '发布' }, idsOf(lakes)],
    ['one ideograph', 'hills', { query: '山' }, idsOf(hills)],
    [
      'a kind',
      'hills',
      { query: '健康', kind: 'service' },
      idsOf(hills.filter(({ kind }) => kind === 'service')),
    ],
    [
      'the levels of a scope',
      'cities',
      { query: '北山' },
      idsOf(hills.filter(({ agency }) => agency.level === 'prefectural')),
    ],
    ['several scopes in order', 'two', { query: '健康' }, [...idsOf(hills), 'z1']],
  ])('%s is found page by page, each once and in order', async (_, openid, filter, expected) => {
    expect((await all(openid, filter)).ids).toEqual(expected);
  });

  test('two common words that are rarely together are found on the second page, the first says so', async () => {
    const first = await page('province', { query: '南湖 健康' });
    expect(first.ids).toEqual([]);
    expect(first.next).not.toBeNull();
    expect(await all('province', { query: '南湖 健康' })).toEqual({ ids: ['z1'], pages: 2 });
  });

  test('a letter is looked for a thousand accounts at a time', async () => {
    const found = await all('province', { query: 'h' });
    expect(found).toEqual({ ids: ['z1'], pages: 3 });
  });
});
