import { connect } from 'node:net';
import fc from 'fast-check';
import { startedServer } from './started';

const server = startedServer();
const post = (body: RequestInit['body'], init: RequestInit = {}) =>
  fetch(server.it.serviceUrl, { method: 'POST', body, ...init });
const answerTo = async (body: RequestInit['body'], init?: RequestInit) =>
  (await post(body, init)).json();

test('an idle connection is kept however long its client computes', async () => {
  const { headers } = await post('{}');
  expect(headers.get('connection')).toBe('keep-alive');
  expect(headers.get('keep-alive')).toBeNull();
});

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

test.each(['database.dropEverything', '__proto__', 'analytics.report'])(
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
