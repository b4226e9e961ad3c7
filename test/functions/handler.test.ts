import { startTestCloud, type TestCloud } from './support/cloud';
import { monthBefore } from './support/exports';
import { madeAccount } from './support/sample';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts([
    madeAccount('gulou'),
    madeAccount('taijiang', { agency: { region: '350103' } }),
  ]);
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-gulou' });
  await cloud.grant('supervisor', 'supervisor', { kind: 'region', regionPrefix: '3501' });
});
afterAll(() => cloud.close());

async function answerTo(openid: string | null, event: unknown, name = 'accounts') {
  const { result } = JSON.parse(await cloud.send(openid, name, event));
  return result;
}
const refusal = (code: string) => ({
  ok: false,
  error: { code, message: expect.stringMatching(/^[^a-z{}[\]]+$/) },
});

describe('identity', () => {
  test('a call without one is unauthenticated', async () => {
    const answer = await answerTo(null, { action: 'get', input: { accountId: 'gulou' } });
    expect(answer).toEqual(refusal('unauthenticated'));
  });

  test.each(['openid', 'OPENID', 'WX_OPENID', 'userInfo'])(
    'an openid in the body as %s is nobody',
    async (key) => {
      const claim = key === 'userInfo' ? { openId: 'staff', appId: 'wx' } : 'staff';
      const event = { action: 'get', input: { accountId: 'gulou' }, [key]: claim };
      expect(await answerTo(null, event)).toEqual(refusal('unauthenticated'));
      expect(await answerTo('stranger', event)).toEqual(refusal('not-found'));
    },
  );

  test('an openid in the input is an unknown field', async () => {
    const event = { action: 'get', input: { accountId: 'gulou', openid: 'staff' } };
    expect(await answerTo('staff', event)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});

describe('malformed calls', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : { a: nested(depth - 1) });

  test.each<[string, unknown]>([
    ['no action', {}],
    ['an unknown action', { action: 'drop', input: {} }],
    ["an object's own method", { action: 'toString', input: {} }],
    ['a prototype', { action: '__proto__', input: {} }],
    ['a list', []],
    ['a number', 7],
    ['an action that is no text', { action: { $gt: '' }, input: {} }],
    ['no input', { action: 'get' }],
    ['an input of the wrong type', { action: 'get', input: { accountId: 7 } }],
    ['an operator for an id', { action: 'get', input: { accountId: { $gt: '' } } }],
    ['an operator beside', { action: 'get', input: { accountId: 'gulou', $where: '1' } }],
    ['a deep input', { action: 'get', input: { accountId: 'gulou', deep: nested(40) } }],
    ['control characters', { action: 'search', input: { query: 'a\u0000\u001b[31m' } }],
    ['a line separator', { action: 'search', input: { query: 'a\u2028b' } }],
    ['a dotted id', { action: 'get', input: { accountId: 'agency.id' } }],
  ])('%s is invalid', async (_, event) => {
    expect(await answerTo('supervisor', event)).toMatchObject({
      ok: false,
      error: { code: 'invalid', message: expect.stringMatching(/[\u4e00-\u9fff]/) },
    });
  });

  test('a bad field is named', async () => {
    const event = { action: 'close', input: { accountId: 'gulou', closedOn: '昨天', reason: '' } };
    expect(await answerTo('supervisor', event)).toMatchObject({
      error: { fields: { closedOn: expect.any(String), reason: expect.any(String) } },
    });
  });

  test('an own __proto__ key reaches no schema', async () => {
    const event =
      '{"action":"get","input":{"accountId":"gulou","__proto__":{"role":"supervisor"}}}';
    expect(await answerTo('staff', event)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test('1 MB of nested JSON is refused, and the next call is answered', async () => {
    const event = `{"action":"get","input":${'{"a":'.repeat(170_000)}1${'}'.repeat(170_000)}}`;
    const reply = await cloud.send('staff', 'accounts', event);
    expect(reply).toMatch(/EXCEED_MAX_PAYLOAD_SIZE|"invalid"|"too-large"/);
    const next = await cloud.call('staff', 'accounts.get', { accountId: 'gulou' });
    expect(next).toMatchObject({ ok: true });
  });

  test('a long text is too large before it is looked at', async () => {
    const event = { action: 'search', input: { query: '长'.repeat(30_000) } };
    const padded = { ...event, more: 'x'.repeat(65_000), again: 'y'.repeat(10_000) };
    const reply = await cloud.send('supervisor', 'accounts', padded);
    expect(reply).toMatch(/EXCEED_MAX_PAYLOAD_SIZE|"too-large"/);
  });
});

describe('what lies outside', () => {
  test.each([
    ['accounts', 'get', {}],
    ['submissions', 'history', { period: monthBefore(1) }],
    ['scores', 'overview', {}],
  ])("%s.%s answers another's id with the bytes of no id", async (name, action, input) => {
    const [foreign, none] = await Promise.all(
      ['taijiang', 'no-such-id'].map((accountId) =>
        cloud.send('staff', name, { action, input: { accountId, ...input } }),
      ),
    );
    expect(foreign).toBe(none);
    expect(JSON.parse(none ?? '')).toEqual({ result: refusal('not-found') });
  });

  test('what is seen but not allowed is forbidden', async () => {
    const input = { accountId: 'gulou', period: monthBefore(1) };
    const answer = await cloud.call('supervisor', 'submissions.form', input);
    expect(answer).toEqual(refusal('forbidden'));
  });

  test('a comparison asks for both accounts', async () => {
    const input = { accountId: 'gulou', period: monthBefore(1), otherAccountId: 'taijiang' };
    const answer = await cloud.call('staff', 'scores.compare', input);
    expect(answer).toEqual(refusal('not-found'));
  });
});

describe('the audit', () => {
  test('each refusal leaves a row that says who, what, on what, and when', async () => {
    const before = Date.now();
    await cloud.call('prowler', 'accounts.get', { accountId: 'taijiang' });
    const rows = await cloud.documents('audit', { on: 'taijiang', action: 'accounts.get' });
    const row = rows.find(({ at }) => Date.parse(String(at)) >= before);
    expect(row).toMatchObject({
      result: 'not-found',
      by: null,
      who: expect.stringMatching(/^\w{48}$/),
    });
    expect(JSON.stringify(rows)).not.toContain('prowler');
  });

  test('a change leaves a row with the membership that allowed it', async () => {
    const input = { accountId: 'gulou', closedOn: '2025-01-01', reason: '合并' };
    await cloud.call('supervisor', 'accounts.close', input);
    const rows = await cloud.documents('audit', { action: 'accounts.close', result: 'ok' });
    expect(rows).toMatchObject([{ on: ['gulou'], by: expect.stringMatching(/^\w+$/) }]);
  });

  test('a look leaves none', async () => {
    await cloud.call('supervisor', 'accounts.get', { accountId: 'gulou' });
    expect(await cloud.documents('audit', { action: 'accounts.get', result: 'ok' })).toEqual([]);
  });
});
