import type { ActionTable } from '../../cloudfunctions/handler/action';

process.env.CLOUDBASE_SERVICE_URL = 'http://127.0.0.1:1/nowhere';

const none = {} as ActionTable<'accounts'>;
const fired: string[] = [];
const event = { Type: 'Timer', TriggerName: 'nightly', Time: '2026-11-25T00:00:00Z', Message: '' };
const context = (variables: Record<string, string>) => ({
  memory_limit_in_mb: 256,
  time_limit_in_ms: 3000,
  request_id: 'r',
  environment: JSON.stringify(variables),
});

async function run(variables: Record<string, string>, sent: object = event) {
  const { handler } = await import('../../cloudfunctions/handler');
  const main = handler('accounts', none, {
    async nightly({ today }) {
      fired.push(today);
    },
    async broken() {
      throw new Error('secret');
    },
  });
  return main(sent, context(variables) as never);
}

beforeEach(() => fired.splice(0));

test('a timer of the platform runs its work', async () => {
  expect(await run({ TRIGGER_SRC: 'timer' })).toEqual({ ok: true, data: {} });
  expect(fired).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]);
});

test.each<[string, Record<string, string>]>([
  ['a person', { WX_OPENID: 'someone' }],
  ['a person through a timer', { WX_OPENID: 'someone', TRIGGER_SRC: 'timer' }],
  ['nobody', {}],
])('%s who sends a timer’s event runs nothing', async (_, variables) => {
  expect(await run(variables)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(fired).toEqual([]);
});

test('a timer without work, or whose work fails, answers so', async () => {
  const quiet = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const unknown = await run({ TRIGGER_SRC: 'timer' }, { ...event, TriggerName: 'other' });
  expect(unknown).toMatchObject({ ok: false, error: { code: 'invalid' } });
  const broken = await run({ TRIGGER_SRC: 'timer' }, { ...event, TriggerName: 'broken' });
  quiet.mockRestore();
  expect(broken).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(broken)).not.toContain('secret');
});
