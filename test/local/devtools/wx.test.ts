import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloudGateway } from '../../../local/devtools';
import { type Hosted, host } from './host-fixture';

let hosted: Hosted;
afterEach(() => hosted.close());

const evaluate = (source: string) => hosted.driver.evaluate(source);
const call = (method: string, ...args: unknown[]) => hosted.driver.callWxMethod(method, ...args);

/** A server that answers every request by its URL and keeps what it was sent. */
async function startGateway(answer: (url: string) => unknown) {
  const seen: [string?, string?, unknown?, string?][] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push([request.method, request.url, request.headers['x-openid'], body]);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(answer(request.url ?? '')));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, seen, close: () => server.close() };
}

test('storage keeps what JSON keeps, and copies', async () => {
  hosted = await host();
  expect(
    await evaluate(`() => {
      const kept = { list: [1] };
      wx.setStorageSync('a', kept);
      kept.list.push(2);
      return [wx.getStorageSync('a'), wx.getStorageSync('none'), wx.getStorageSync('a').list instanceof Array];
    }`),
  ).toEqual([{ list: [1] }, '', true]);
  expect(await call('getStorage', { key: 'a' })).toEqual({
    errMsg: 'getStorage:ok',
    data: { list: [1] },
  });
  await expect(call('getStorage', { key: 'none' })).rejects.toThrow(
    'getStorage:fail data not found',
  );
  await expect(call('setStorageSync', 'big', 'x'.repeat(1024 * 1024))).rejects.toThrow(
    'setStorageSync:fail entry size limit reached',
  );
  await call('clearStorage', {});
  expect(await call('getStorageInfoSync')).toMatchObject({ keys: [] });
});

test('an interface answers by callback when one is given, else by a promise', async () => {
  hosted = await host();
  expect(
    await evaluate(`() => new Promise((resolve) => {
      const heard = [];
      wx.getStorage({
        key: 'none',
        success: () => heard.push('success'),
        fail: ({ errMsg }) => heard.push(errMsg),
        complete: () => resolve(heard),
      });
    })`),
  ).toEqual(['getStorage:fail data not found']);
  expect(await evaluate('() => wx.getNetworkType()')).toMatchObject({ networkType: 'wifi' });
});

test('files are written and read as text and as bytes of the program’s own realm', async () => {
  hosted = await host();
  expect(
    await evaluate(`() => {
      const files = wx.getFileSystemManager();
      const path = wx.env.USER_DATA_PATH + '/a.txt';
      files.writeFileSync(path, '公众号', 'utf8');
      const bytes = files.readFileSync(path);
      return [bytes instanceof ArrayBuffer, bytes.byteLength, files.readFileSync(path, 'utf8')];
    }`),
  ).toEqual([true, 9, '公众号']);
  await expect(
    evaluate(`() => wx.getFileSystemManager().readFileSync('wxfile://usr/none')`),
  ).rejects.toThrow("readFileSync:fail no such file or directory, open 'wxfile://usr/none'");
  expect(
    await evaluate(`() => new Promise((resolve) =>
      wx.getFileSystemManager().readFile({ filePath: 'none', fail: ({ errMsg }) => resolve(errMsg) }))`),
  ).toBe("readFile:fail no such file or directory, open 'none'");
});

test('a mock takes the place of an interface until it is restored', async () => {
  hosted = await host({ wx: { getNetworkType: { networkType: 'none' } } });
  expect(await call('getNetworkType', {})).toMatchObject({ networkType: 'none' });
  await hosted.driver.restoreWxMethod('getNetworkType');
  expect(await call('getNetworkType', {})).toMatchObject({ networkType: 'wifi' });

  await hosted.driver.mockWxMethod('showModal', { confirm: false, cancel: true });
  expect(await evaluate('() => new Promise((success) => wx.showModal({ success }))')).toEqual({
    errMsg: 'showModal:ok',
    confirm: false,
    cancel: true,
  });

  await hosted.driver.mockWxMethod(
    'getStorageSync',
    'function (key, prefix) { return prefix + key + this.origin(key) }',
    'mocked ',
  );
  expect(await call('getStorageSync', 'a')).toBe('mocked a');

  await hosted.driver.mockWxMethod('chooseMessageFile', {
    errMsg: 'chooseMessageFile:fail auth deny',
  });
  await expect(call('chooseMessageFile', {})).rejects.toThrow('chooseMessageFile:fail auth deny');
  await expect(hosted.driver.mockWxMethod('flyToMoon', {})).rejects.toThrow(
    'wx.flyToMoon is not served by this stand-in',
  );
});

test('requests go to this machine alone', async () => {
  const gateway = await startGateway((url) => ({ url }));
  hosted = await host();
  expect(
    await evaluate(
      `() => new Promise((success) => wx.request({ url: '${gateway.url}/a', data: { b: 1 }, success }))`,
    ),
  ).toMatchObject({ statusCode: 200, data: { url: '/a?b=1' } });
  await expect(call('request', { url: 'https://example.com/' })).rejects.toThrow(
    'request:fail url not in domain list: example.com',
  );
  gateway.close();
});

describe('the cloud', () => {
  test('is whatever connection the host was given', async () => {
    const calls: unknown[] = [];
    hosted = await host({
      cloud: {
        callFunction: async (name, data) => {
          calls.push({ name, data });
          return { text: 'hello you' };
        },
      },
    });
    await hosted.tap('.call');
    expect(await hosted.text('.answer')).toBe('hello you');
    expect(calls).toEqual([{ name: 'greet', data: { who: 'you' } }]);
  });

  test('names what it does not serve', async () => {
    hosted = await host();
    await hosted.tap('.call');
    expect(await hosted.text('.answer')).toBe(
      'cloud.callFunction:fail cloud.callFunction is not served: no cloud is connected for it',
    );
  });

  test('must be initialised first', async () => {
    hosted = await host({ entry: 'alone/hello/index' });
    await expect(call('cloud.callFunction', { name: 'greet' })).rejects.toThrow(
      "cloud.callFunction:fail Cloud API isn't enabled, please call wx.cloud.init first",
    );
  });

  test('is replaced on the built code by assignment', async () => {
    hosted = await host();
    await evaluate(
      `() => { wx.cloud.callFunction = ({ success }) => success({ result: { text: 'stubbed' } }) }`,
    );
    await hosted.tap('.call');
    expect(await hosted.text('.answer')).toBe('stubbed');
  });

  test('may be a gateway over HTTP', async () => {
    const gateway = await startGateway((url) =>
      url.includes('/files') ? { fileID: 'f1' } : { result: { text: 'hi' } },
    );
    hosted = await host({ cloud: cloudGateway(`${gateway.url}/`, 'o-1') });
    await hosted.tap('.call');
    expect(await hosted.text('.answer')).toBe('hi');
    await evaluate(
      `() => wx.getFileSystemManager().writeFileSync('wxfile://usr/a', 'abc', 'utf8')`,
    );
    expect(
      await call('cloud.uploadFile', { cloudPath: 'in/a b.csv', filePath: 'wxfile://usr/a' }),
    ).toEqual({ errMsg: 'cloud.uploadFile:ok', fileID: 'f1' });
    expect(gateway.seen).toEqual([
      ['POST', '/client/functions/greet', 'o-1', '{"who":"you"}'],
      ['POST', '/client/files?path=in%2Fa%20b.csv', 'o-1', 'abc'],
    ]);
    gateway.close();
  });

  test('hands on what a gateway refuses', async () => {
    const error = { code: 'FUNCTION_NOT_FOUND', message: 'no such function' };
    const gateway = await startGateway(() => ({ error }));
    hosted = await host({ cloud: cloudGateway(gateway.url) });
    await hosted.tap('.call');
    expect(await hosted.text('.answer')).toBe(
      'cloud.callFunction:fail FUNCTION_NOT_FOUND no such function',
    );
    expect(gateway.seen[0]?.[2]).toBeUndefined();
    gateway.close();
  });
});

test('listeners hear, and those taken off do not', async () => {
  hosted = await host();
  expect(
    await evaluate(`() => new Promise((resolve) => {
      const heard = [];
      const off = () => heard.push('off');
      wx.onError(off);
      wx.offError(off);
      wx.onError(({ message }) => heard.push(message));
      setTimeout(() => { throw new Error('late') }, 1);
      setTimeout(() => resolve(heard), 10);
    })`),
  ).toEqual(['late']);
});

test('canIUse knows what is served', async () => {
  hosted = await host();
  expect(await call('canIUse', 'getStorageSync')).toBe(true);
  expect(await call('canIUse', 'flyToMoon')).toBe(false);
  await expect(call('createCanvasContext', 'c')).rejects.toThrow(
    'wx.createCanvasContext is not served by this stand-in',
  );
});

test('a selector query finds nothing, since there is no layout', async () => {
  hosted = await host();
  expect(
    await evaluate(`() => new Promise((resolve) =>
      wx.createSelectorQuery().select('.title').boundingClientRect().selectAll('.row').fields({}).exec(resolve))`),
  ).toEqual([null, []]);
});
