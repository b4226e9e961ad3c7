import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { startCloudbase } from '../../local/cloudbase';
import { sdk, startedServer, temporaryFolder } from './started';

const server = startedServer();
const restarted = temporaryFolder();
const post = (body: RequestInit['body'], init: RequestInit = {}) =>
  fetch(server.it.serviceUrl, { method: 'POST', body, ...init });
const answerTo = async (body: RequestInit['body'], init?: RequestInit) =>
  (await post(body, init)).json();

test('an idle connection is kept however long its client computes', async () => {
  const { headers } = await post('{}');
  expect(headers.get('connection')).toBe('keep-alive');
  expect(headers.get('keep-alive')).toBeNull();
});

describe('the envelope', () => {
  test.each([
    ['not JSON', '{"action":', 'the body is not JSON'],
    ['nothing', '', 'the body is not JSON'],
    ['a list', '[]', 'the body must be a JSON object'],
    ['null', 'null', 'the body must be a JSON object'],
    ['no action', '{}', 'action is missing'],
    ['an action that is no text', '{"action":{"a":1}}', 'action is missing'],
  ])('%s is refused', async (_, body, message) => {
    expect(await answerTo(body)).toEqual({
      requestId: expect.any(String),
      code: 'INVALID_PARAM',
      message,
    });
  });

  test.each(['database.dropEverything', '__proto__', 'wx.wxPayApi'])(
    '%s is not served',
    async (action) => {
      expect(await answerTo(JSON.stringify({ action }))).toMatchObject({
        code: 'INVALID_ACTION',
        message: `action ${action} is not served here`,
      });
    },
  );

  test('a call over 6 MB is refused by its code', async () => {
    const body = JSON.stringify({ action: 'x', padding: 'x'.repeat(7 * 1024 * 1024) });
    expect(await answerTo(body)).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
  });

  test('a broken form is refused', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await answerTo('--y', { headers })).toMatchObject({ code: 'INVALID_PARAM' });
  });

  test('whatever is sent, the answer is an envelope and the server stands', async () => {
    const actions = fc.constantFrom(
      'functions.invokeFunction',
      'storage.getUploadMetadata',
      'storage.batchGetDownloadUrl',
      'storage.batchDeleteFile',
      'storage.batchCopyFile',
      'wx.api',
      'wx.openApi',
    );
    const errors = jest.spyOn(console, 'error');
    const call = fc.record({
      action: fc.oneof(actions, fc.string()),
      envName: fc.oneof(fc.constant('test'), fc.anything()),
      function_name: fc.anything(),
      request_data: fc.anything(),
      path: fc.anything(),
      file_list: fc.anything(),
      fileid_list: fc.array(fc.anything()),
      apiName: fc.constantFrom(
        'wxacode.getUnlimited',
        'security.msgSecCheck',
        'subscribeMessage.send',
      ),
      requestData: fc.oneof(fc.json(), fc.anything()),
    });
    const shaped = call.filter(({ envName }) => typeof envName !== 'string' || envName === 'test');
    await fc.assert(
      fc.asyncProperty(shaped, async (parameters) => {
        const body = JSON.stringify(parameters, (_, value) =>
          typeof value === 'bigint' ? String(value) : value,
        );
        const response = await post(body);
        expect(response.status).toBe(200);
        expect(await response.json()).not.toMatchObject({ code: 'SYS_ERR' });
      }),
    );
    expect(errors).not.toHaveBeenCalled();
    errors.mockRestore();
  });

  test('bytes that are no HTTP at all do it no harm', async () => {
    const { hostname, port } = new URL(server.it.url);
    await new Promise((resolve) => {
      const socket = connect(Number(port), hostname, () =>
        socket.end('\u0000\u0001 nonsense\r\n\r\n'),
      );
      socket.on('close', resolve);
      socket.resume();
    });
    expect(await answerTo('{}')).toMatchObject({ code: 'INVALID_PARAM' });
  });
});

describe('who may speak to it', () => {
  const withOrigin = (path: string, origin: string) =>
    fetch(`${server.it.url}${path}`, { method: 'POST', headers: { origin }, body: '{}' });

  test('a page never reaches the documents', async () => {
    const page = 'http://localhost:10086';
    expect((await withOrigin('/admin', page)).status).toBe(403);
    const insert = JSON.stringify({ action: 'database.addCollection', collectionName: 'c' });
    const response = await fetch(`${server.it.url}/client/database`, {
      method: 'POST',
      body: insert,
    });
    expect(await response.json()).toMatchObject({ error: { code: 'INVALID_ACTION' } });
  });

  test('a page on this machine may call functions and read the answer', async () => {
    const page = 'http://localhost:10086';
    const response = await withOrigin('/client/functions/echo', page);
    expect(response.headers.get('access-control-allow-origin')).toBe(page);
    const preflight = await fetch(`${server.it.url}/client/functions/echo`, {
      method: 'OPTIONS',
      headers: { origin: page, 'access-control-request-headers': 'x-openid' },
    });
    expect(preflight.headers.get('access-control-allow-headers')).toContain('x-openid');
  });

  test.each(['https://example.com', 'http://localhost.example.com', 'null'])(
    'a page of %s may not',
    async (origin) => {
      const response = await withOrigin('/client/functions/echo', origin);
      expect(response.status).toBe(403);
      expect(response.headers.has('access-control-allow-origin')).toBe(false);
    },
  );
});

describe('environments', () => {
  test.each([
    ['one', 'two'],
    ['case', 'CASE'],
    ['../x', 'x'],
    ['环境甲', '环境乙'],
  ])('%s and %s never mix', async (one, other) => {
    const [a, b] = [sdk(server.it, one).database(), sdk(server.it, other).database()];
    await a.createCollection('things');
    await a.collection('things').add({ of: one });
    await expect(b.collection('things').get()).rejects.toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    });
  });
});

test('what was written is there after a restart', async () => {
  const data = restarted;
  const first = await startCloudbase({ data });
  const database = sdk(first).database();
  await database.createCollection('kept');
  const { id } = await database.collection('kept').add({ 名称: '佛山发布' });
  const { fileID } = await sdk(first).uploadFile({
    cloudPath: 'a.txt',
    fileContent: Buffer.from('x'),
  });
  await first.close();

  const second = await startCloudbase({ data });
  const kept = await sdk(second).database().collection('kept').get();
  expect(kept.data).toEqual([{ _id: id, 名称: '佛山发布' }]);
  expect(String((await sdk(second).downloadFile({ fileID })).fileContent)).toBe('x');
  await second.close();
});

describe('the command', () => {
  const folder = temporaryFolder();
  const program = join(__dirname, '../../local/cloudbase/main.ts');
  const running: ChildProcess[] = [];
  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  function run(...args: string[]) {
    const child = spawn(process.execPath, ['--import', 'tsx', program, ...args]);
    running.push(child);
    const output = { out: '', err: '' };
    child.stdout.on('data', (chunk) => (output.out += chunk));
    child.stderr.on('data', (chunk) => (output.err += chunk));
    const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
      child.on('close', (code) => resolve({ code, ...output })),
    );
    return { child, ended, output };
  }

  test('prints the address first, serves, and ends in order when asked to', async () => {
    const { child, ended, output } = run('--port', '0', '--data', join(folder, 'new'));
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    const serviceUrl = output.out.split('\n')[0] ?? '';
    expect(serviceUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/admin$/);
    const database = sdk({ ...server.it, serviceUrl }).database();
    await database.createCollection('c');
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0, err: '' });
  });

  test('says in one line what keeps it from starting', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '{"functions":[{"name":1}]}');
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' ? String(address?.port) : '';
    const cases: [RegExp, string[]][] = [
      [/^端口 \d+ 已被占用.*\n$/, ['--port', port, '--data', folder]],
      [/^数据目录 .* 不能写入.*\n$/, ['--port', '0', '--data', join(file, 'below')]],
      [/^请用 --port .*\n$/, ['--data', folder]],
      [/^请用 --port .*\n$/, ['--port', '99999', '--data', folder]],
      [/^请用 --data .*\n$/, ['--port', '0']],
      [/^看不懂这些选项.*\n$/, ['--port', '0', '--dta', folder]],
      [/^云函数目录 .* 不存在.*\n$/, ['--port', '0', '--data', folder, '--functions', file]],
      [
        /^配置文件 .* functions\.0\.name 有误.*\n$/,
        ['--port', '0', '--data', folder, '--config', file],
      ],
    ];
    for (const [message, args] of cases) {
      const { code, out, err } = await run(...args).ended;
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toMatch(message);
    }
    taken.close();
  }, 30_000);
});
