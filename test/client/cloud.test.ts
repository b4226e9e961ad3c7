import { createCloud, requestKey, type Transport } from '../../client/cloud';

const transport = (replies: Partial<Transport>): Transport => ({
  invoke: () => Promise.reject(new Error('not expected')),
  upload: () => Promise.reject(new Error('not expected')),
  ...replies,
});

it('asks the function of the action, and hands its answer on', async () => {
  const invoke = jest.fn().mockResolvedValue({ ok: true, data: { accounts: [] } });
  const answer = await createCloud(transport({ invoke })).call('accounts.mine', {});
  expect(invoke).toHaveBeenCalledWith('accounts', { action: 'mine', input: {} });
  expect(answer).toEqual({ ok: true, data: { accounts: [] } });
});

it('hands a refusal on as it is', async () => {
  const refusal = { ok: false, error: { code: 'forbidden', message: '没有权限。' } };
  const cloud = createCloud(transport({ invoke: async () => refusal }));
  expect(await cloud.call('accounts.mine', {})).toEqual(refusal);
});

it.each([
  ['a broken network', () => Promise.reject(new Error('request:fail'))],
  ['no answer at all', () => Promise.resolve(undefined)],
  ['a page of HTML', () => Promise.resolve('<html>502</html>')],
  ['half an answer', () => Promise.resolve({ ok: true })],
])('makes %s an answer in Chinese', async (_, invoke) => {
  const answer = await createCloud(transport({ invoke })).call('accounts.mine', {});
  expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(JSON.stringify(answer)).toMatch(/请/);
  expect(JSON.stringify(answer)).not.toMatch(/fail|502/);
});

it('gives up on a function that does not answer', async () => {
  jest.useFakeTimers();
  const cloud = createCloud(transport({ invoke: () => new Promise(() => {}) }));
  const answer = cloud.call('accounts.mine', {});
  await jest.advanceTimersByTimeAsync(15_000);
  expect(await answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  jest.useRealTimers();
});

it('uploads under a name of its own, with the extension alone kept', async () => {
  const upload = jest.fn().mockResolvedValue('cloud://file');
  const file = { name: '../../公众号 数据.XLSX', path: '/tmp/x', size: 10 };
  const answer = await createCloud(transport({ upload })).upload(file);
  expect(answer).toEqual({ ok: true, data: { fileId: 'cloud://file' } });
  expect(upload.mock.calls[0][0]).toMatch(/^intake\/[\w-]+\.xlsx$/);
});

it('never makes the same request key twice', () => {
  expect(new Set(Array.from({ length: 1000 }, requestKey)).size).toBe(1000);
});
