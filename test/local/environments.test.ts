import { startCloudbase } from '../../local/cloudbase';
import { sdk, startedServer, temporaryFolder } from './started';

const server = startedServer();
const [shared, restarted] = [temporaryFolder(), temporaryFolder()];

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

test('one folder serves one at a time', async () => {
  const data = shared;
  const first = await startCloudbase({ data });
  await expect(startCloudbase({ data })).rejects.toThrow(/正由另一个本地 CloudBase 使用/);
  await first.close();
  await (await startCloudbase({ data })).close();
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
