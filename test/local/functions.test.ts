import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callAsClient, functionsFolder, sdk, startedServer, temporaryFolder } from './started';

const folder = temporaryFolder();
const config = join(folder, 'cloudbaserc.json');
writeFileSync(
  config,
  JSON.stringify({
    envId: 'test',
    functions: [
      { name: 'slow', timeout: 1 },
      { name: 'hungry', memorySize: 64 },
      { name: 'echo', envVariables: { GREETING: '你好' }, timeout: 7, memorySize: 128 },
    ],
  }),
);
const data = temporaryFolder();
const server = startedServer({ config, data });
const call = (name: string, event: object = {}) =>
  sdk(server.it).callFunction({ name, data: event });

test('a function gets its event, its settings and the environment it runs in', async () => {
  const { result } = await call('echo', { page: 2, 名称: '佛山' });
  expect(result).toMatchObject({
    event: { page: 2, 名称: '佛山' },
    env: 'test',
    greeting: '你好',
    limits: [128, 7000],
    host: null,
  });
});

test('a function may answer by its callback', async () => {
  expect((await call('callback', { page: 3 })).result).toEqual({ page: 3 });
  await expect(call('callback', { fails: true })).rejects.toMatchObject({
    code: 'FUNCTIONS_EXECUTE_FAIL',
    message: expect.stringContaining('called back'),
  });
});

test('an administrator calls as nobody, whatever the event claims', async () => {
  const { result } = await call('echo', { userInfo: { openId: 'forged' }, WX_OPENID: 'forged' });
  expect(result).toMatchObject({ user: { openId: '', uid: '' }, userByContext: null });
});

test('a client is who the gateway says, in the environment and in the context', async () => {
  const { result } = await callAsClient(server.it, 'echo', { a: 1 }, 'oReader');
  expect(result).toMatchObject({
    user: { openId: 'oReader' },
    userByContext: 'oReader',
    event: { a: 1, userInfo: { openId: 'oReader' } },
    source: 'wx_client',
  });
});

test('the next caller of a warm instance is not taken for the last one', async () => {
  await callAsClient(server.it, 'echo', {}, 'oFirst');
  const { result } = await callAsClient(server.it, 'echo', {});
  expect(result).toMatchObject({
    user: { openId: '', appId: '' },
    userByContext: null,
    openidInEnvironment: null,
  });
});

test('a function called by a function is called in the name of the same person', async () => {
  const { result } = await callAsClient(server.it, 'relay', { a: 1 }, 'oReader');
  expect(result).toMatchObject({ user: { openId: 'oReader' }, source: 'wx_client,scf' });
  const unnamed = await callAsClient(server.it, 'relay', { userInfo: { openId: 'forged' } });
  expect(unnamed.result).toMatchObject({ user: { openId: '' } });
  expect(unnamed.result).toHaveProperty('event', {});
});

test('a made-up session token names nobody', async () => {
  const response = await fetch(server.it.serviceUrl, {
    method: 'POST',
    body: JSON.stringify({
      action: 'functions.invokeFunction',
      function_name: 'echo',
      request_data: '{}',
      tcb_sessionToken: 'made-up',
      WX_OPENID: 'forged',
    }),
  });
  const answer = (await response.json()) as { data: { response_data: string } };
  expect(JSON.parse(answer.data.response_data).user.openId).toBe('');
});

test.each([
  ['throw', 'FUNCTIONS_EXECUTE_FAIL', 'RangeError: out of cheese'],
  ['exit', 'FUNCTIONS_EXECUTE_FAIL', 'the process exited (3)'],
  ['later', 'FUNCTIONS_EXECUTE_FAIL', 'Error: too late'],
  ['large', 'EXCEED_MAX_PAYLOAD_SIZE', 'the result is over 6291456 bytes'],
])('a function that fails by %s', async (fault, code, message) => {
  await expect(call('faulty', { fault })).rejects.toMatchObject({ code, message });
  expect((await call('faulty', { fault: 'nothing' })).result).toBeNull();
});

test.each([{ busy: false }, { busy: true }])('a function out of time, %o', async (event) => {
  await expect(call('slow', event)).rejects.toMatchObject({
    code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    message: 'Invoking task timed out after 1 seconds',
  });
});

test.each([{ buffers: false }, { buffers: true }])(
  'a function out of memory, %o',
  async (event) => {
    await expect(call('hungry', event)).rejects.toMatchObject({
      code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    });
  },
);

test.each(['missing', '../echo', '', 'echo/../echo', '__proto__'])(
  'no function %j',
  async (name) => {
    const { error } = await callAsClient(server.it, encodeURIComponent(name), {});
    expect(error?.code).toBe('FUNCTION_NOT_FOUND');
  },
);

test('event data over 100 kB is refused by its code', async () => {
  const event = { text: '字'.repeat(40_000) };
  await expect(call('echo', event)).rejects.toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
  const { error } = await callAsClient(server.it, 'echo', event);
  expect(error?.code).toBe('EXCEED_MAX_PAYLOAD_SIZE');
});

test('instances are kept warm, and each has one event at a time', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => call('tally')));
  const results = answers.map(({ result }) => result as { together: number; process: number });
  expect(new Set(results.map(({ together }) => together))).toEqual(new Set([1]));
  const processes = new Set(results.map((result) => result.process));
  expect(processes.size).toBeLessThanOrEqual(4);
  const { result } = await call('tally');
  expect(processes).toContain((result as { process: number }).process);
});

test('what a function writes is kept in its log', async () => {
  await expect(call('faulty', { fault: 'throw' })).rejects.toThrow();
  const log = readFileSync(join(data, 'logs', 'faulty.log'), 'utf8');
  expect(log).toContain('asked to throw\n');
  expect(log).toContain('RangeError: out of cheese\n    at ');
});

describe('bundles that change', () => {
  const functions = temporaryFolder();
  const entry = join(functions, 'grown', 'index.js');
  mkdirSync(join(functions, 'grown'));
  const changing = startedServer({ functions });
  const grown = async () =>
    (await sdk(changing.it).callFunction({ name: 'grown', data: {} })).result;

  test('are loaded anew', async () => {
    writeFileSync(entry, 'exports.main = () => "first";');
    expect(await grown()).toBe('first');
    writeFileSync(entry, 'exports.main = () => "second one";');
    expect(await grown()).toBe('second one');
  });

  test('and cannot be loaded tell why, until they are mended', async () => {
    writeFileSync(entry, 'exports.main = ;');
    await expect(grown()).rejects.toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('SyntaxError'),
    });
    copyFileSync(join(functionsFolder, 'tally', 'index.js'), entry);
    expect(await grown()).toMatchObject({ calls: 1 });
  });
});
