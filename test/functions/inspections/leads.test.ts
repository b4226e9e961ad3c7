import type { Submission } from '../../../typings/submission';
import { madeAccount } from '../support/sample';
import {
  day,
  type InspectingCloud,
  inspectors,
  key,
  startInspectingCloud,
  value,
} from './inspecting-cloud';

const phone = '13812345678';
const filed = { number: '闽001', date: '2024-01-01', status: 'filed' as const };
const titled = madeAccount('titled', { filing: filed });
const others = [
  madeAccount('gone', { status: 'closed', closedOn: '2026-01-01', filing: filed }),
  madeAccount('linking', { filing: filed }),
];
const submission: Submission = {
  accountId: 'titled',
  period: '2026-10',
  revision: 1,
  figures: {},
  items: ['鼓楼渡假村今日开放', `咨询请拨 ${phone}`].map((title, index) => ({
    key: `a${index}`,
    title,
    publishedAt: '2026-10-12',
    headline: true,
    url: `http://mp.weixin.qq.com/s/a${index}`,
  })),
  enteredBy: 'x',
  enteredAt: '2026-11-02T00:00:00Z',
  sample: false,
};
let world: InspectingCloud;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startInspectingCloud(1);
  const { cloud } = world;
  await cloud.addAccounts([titled, ...others]);
  await cloud.recordHistory([titled], [submission]);
  const seen = { requestKey: key(), accountId: 'titled', lastPublished: day(-2) };
  value(await cloud.call('chief', 'inspections.observe', seen));
  const target = { name: null, wechatId: 'test_gone', appId: null, link: null };
  const statement = { menu: [], links: [{ target, place: '微信大厅' }] };
  const save = { requestKey: key(), accountId: 'linking', statement, basedOnRevision: 0 };
  await cloud.grant('linker', 'staff', { kind: 'agency', agencyId: 'agency-linking' });
  value(await cloud.call('linker', 'matrix.save', save));
});
afterAll(() => world?.cloud.close());

/** What those who judge an account are shown of it; it is the same for both. */
async function shownOf(accountId: string) {
  for (const who of inspectors) {
    const { items } = value(await world.cloud.call(who, 'inspections.work', {}));
    const found = items.find(({ account }) => account.accountId === accountId);
    if (found) return found;
  }
  throw new Error(`nobody judges ${accountId}`);
}

test('what other checks came upon reaches the inspector as leads, masked, and fails nobody', async () => {
  const { id: inspectionId } = await world.running();
  const shown = await shownOf('titled');
  expect(shown.automatic).toEqual([]);
  expect(shown.leads.map(({ kind }) => kind).sort()).toEqual(['phone-number', 'wrong-form']);
  expect(shown.leads[0]?.evidence.link).toMatch(/^https:/);
  expect(JSON.stringify(shown)).not.toContain(phone);
  const gone = await shownOf('gone');
  expect(gone.leads.map(({ kind }) => kind).sort()).toEqual([
    'closed-still-linked',
    'closed-without-procedure',
  ]);
  expect(JSON.stringify(gone.leads)).toContain('测试账号 linking');
  expect((await shownOf('acc-0')).leads.map(({ kind }) => kind)).toEqual(['unfiled']);

  await world.judgeAll();
  const { items } = value(await world.cloud.call('chief', 'inspections.records', { inspectionId }));
  expect(items.filter(({ verdict }) => verdict?.qualified === false)).toHaveLength(1);
  expect(JSON.stringify(items)).not.toContain('leads');
});

test('what a person handed to the inspection is found by its rule, and still has to be confirmed', async () => {
  const { cloud } = world;
  const open = value(await cloud.call('chief', 'monitors.hits', { state: 'open' })).items;
  for (const { id: hitId, kind } of open) {
    const decision = kind === 'wrong-form' ? 'inspection' : 'false-alarm';
    value(await cloud.call('chief', 'monitors.decide', { requestKey: key(), hitId, decision }));
  }
  await world.running({ ruleSetId: 'fujian-sample' });
  const shown = await shownOf('titled');
  const found = shown.automatic.find(({ ruleId }) => ruleId === 'wrong-forms');
  expect(found?.evidence.figures.map(({ value: told }) => told).join()).toContain('渡假');
  expect(shown.leads).toEqual([]);
  expect(shown.automatic.map(({ ruleId }) => ruleId)).not.toContain('privacy');
});
