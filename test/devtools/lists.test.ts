import { type Element, launch, type Session } from './support/session';

/** What the cloud answers to a search: these rows, in this order. */
type Rows = { id: string; name: string }[];

declare const wx: { cloud: { callFunction: unknown } };

function answerWith(rows: Rows): void {
  const agency = { name: '某区政府', level: 'county', department: 'government-office' };
  const items = rows.map((row) => ({ ...row, agency, kind: 'service', status: 'active' }));
  wx.cloud.callFunction = () =>
    Promise.resolve({ result: { ok: true, data: { items, next: null } } });
}

describe('a list of accounts', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(() => session.close());

  const answer = (rows: Rows) => session.program.evaluate(answerWith, rows);
  const names = async (): Promise<string[]> => {
    const labels = await (await session.page()).$$('.row__label');
    const texts = await Promise.all(labels.map((label: Element) => label.text()));
    return texts.filter((text) => text.startsWith('账号'));
  };
  const shows = async (expected: string[]) => {
    for (let turn = 0; turn < 40 && (await names()).join() !== expected.join(); turn += 1) {
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect(await names()).toEqual(expected);
  };

  test('shows each row once after it is sorted anew and one of its rows changes', async () => {
    await answer([
      { id: '1', name: '账号甲' },
      { id: '2', name: '账号乙' },
      { id: '3', name: '账号丙' },
    ]);
    await session.go('/registry/accounts/index');
    await shows(['账号甲', '账号乙', '账号丙']);

    await answer([
      { id: '3', name: '账号丙' },
      { id: '1', name: '账号甲' },
      { id: '2', name: '账号乙' },
    ]);
    await session.tap('.action--primary');
    await shows(['账号丙', '账号甲', '账号乙']);

    await answer([
      { id: '3', name: '账号丙改名' },
      { id: '1', name: '账号甲' },
      { id: '2', name: '账号乙' },
    ]);
    await session.tap('.action--primary');
    await shows(['账号丙改名', '账号甲', '账号乙']);
    expect(session.defects()).toEqual([]);
  });
});
