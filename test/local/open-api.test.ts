import { inflateSync } from 'node:zlib';
import { callAsClient, sdk, startedServer } from './started';

const now = Date.parse('2026-11-24T10:00:00+08:00');
const server = startedServer({ clock: () => now });
const call = async (apiName: string, requestData: object) =>
  (await sdk(server.it).callWxOpenApi({ apiName, requestData })).result as Record<string, unknown>;
const message = {
  touser: 'oReader',
  template_id: 'tpl',
  page: 'pages/submit/index',
  data: {
    thing1: { value: '十一月数据待填报' },
    date2: { value: '2026年11月30日' },
    number3: { value: 3 },
  },
};
const sent = async () => {
  const response = await fetch(`${server.it.url}/inspect/messages`);
  return ((await response.json()) as { messages: unknown[] }).messages;
};

test('a message that is sent can be looked at', async () => {
  expect(await call('subscribeMessage.send', message)).toEqual({ errcode: 0, errmsg: 'ok' });
  expect(await sent()).toEqual([
    {
      ...message,
      data: { ...message.data, number3: { value: '3' } },
      envName: 'test',
      time: '2026-11-24T02:00:00.000Z',
    },
  ]);
});

test.each([
  [{ ...message, touser: '' }, 40003],
  [{ ...message, template_id: undefined }, 40037],
  [{ ...message, data: { thing1: { value: '字'.repeat(21) } } }, 47003],
  [{ ...message, data: { phrase1: { value: 'five' } } }, 47003],
  [{ ...message, data: { unknown1: { value: 'x' } } }, 47003],
  [{ ...message, data: { thing1: 'bare' } }, 47003],
  [{ ...message, data: undefined }, 47003],
])('a message that WeChat would not take, %#', async (request, errcode) => {
  const before = await sent();
  expect(await call('subscribeMessage.send', request)).toMatchObject({ errcode });
  expect(await sent()).toEqual(before);
});

test.each([
  ['政务公开', 'pass'],
  ['这是测试违规的一句', 'risky'],
  ['这是测试复核的一句', 'review'],
])('the text check of %s', async (content, suggest) => {
  const request = { version: 2, scene: 2, openid: 'oReader', content };
  expect(await call('security.msgSecCheck', request)).toMatchObject({
    errcode: 0,
    result: { suggest },
  });
});

test('a text check while the platform is busy', async () => {
  const request = { version: 2, scene: 2, openid: 'oReader', content: '这是测试繁忙的一句' };
  expect(await call('security.msgSecCheck', request)).toMatchObject({ errcode: -1 });
});

test.each([
  { version: 1, scene: 2, openid: 'o', content: 'x' },
  { version: 2, scene: 9, openid: 'o', content: 'x' },
  { version: 2, scene: 2, content: 'x' },
  { version: 2, scene: 2, openid: 'o', content: 'x'.repeat(2501) },
])('a text check asked for wrongly, %#', async (request) => {
  expect((await call('security.msgSecCheck', request)).errcode).not.toBe(0);
});

test('a code is a PNG of the width asked for, and differs by scene', async () => {
  const code = async (scene: string) =>
    (await sdk(server.it).callCompatibleWxOpenApi({
      apiName: 'wxacode.getUnlimited',
      requestData: Buffer.from(JSON.stringify({ scene, width: 300 })),
    })) as Buffer;
  const [one, other] = [await code('a=1'), await code('a=2')];
  expect(one.subarray(1, 4).toString()).toBe('PNG');
  expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([300, 300]);
  const pixels = inflateSync(one.subarray(41, 41 + one.readUInt32BE(33)));
  expect(pixels.length).toBe(300 * 301);
  expect(one.equals(other)).toBe(false);
});

test('bytes come as base64 where the SDK expects JSON, and errors as WeChat words them', async () => {
  const code = await call('wxacode.getUnlimited', { scene: 'a=1' });
  expect(Buffer.from(String(code.buffer), 'base64').subarray(1, 4).toString()).toBe('PNG');
  expect(await call('wxacode.getUnlimited', { scene: '中文' })).toMatchObject({ errcode: 40169 });
  const plain = await sdk(server.it).callCompatibleWxOpenApi({
    apiName: 'wxacode.getUnlimited',
    requestData: JSON.stringify({ scene: 'a', page: '/pages/a' }),
  });
  expect(plain).toMatchObject({ errcode: 41030 });
});

test('a phone number', async () => {
  expect(await call('phonenumber.getPhoneNumber', { code: '13900001111' })).toMatchObject({
    phone_info: { purePhoneNumber: '13900001111', countryCode: '86' },
  });
  expect(await call('phonenumber.getPhoneNumber', {})).toMatchObject({ errcode: 40029 });
});

test('other interfaces are refused by name', async () => {
  const refusal = { code: 'INVALID_PARAM', message: expect.stringContaining('wxacode.get ') };
  await expect(call('wxacode.get', {})).rejects.toMatchObject(refusal);
  await expect(
    sdk(server.it).callCompatibleWxOpenApi({ apiName: 'wxacode.get', requestData: '{}' }),
  ).rejects.toMatchObject(refusal);
  await expect(
    sdk(server.it).callWxPayApi({
      apiName: 'cloudPay.refund',
      requestData: Buffer.from('{}'),
    }),
  ).rejects.toMatchObject({
    code: 'INVALID_PARAM',
    message: expect.stringContaining('cloudPay.refund'),
  });
  const { error } = await callAsClient(server.it, 'wx.api', {});
  expect(error?.code).toBe('FUNCTION_NOT_FOUND');
});
