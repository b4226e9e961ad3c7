import { createReadStream, readdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { sdk, startedServer, temporaryFolder } from './started';

const data = temporaryFolder();
const elsewhere = temporaryFolder();
const server = startedServer({ data });
const app = () => sdk(server.it);
const upload = (cloudPath: string, text: string) =>
  app().uploadFile({ cloudPath, fileContent: Buffer.from(text) });

test('bytes come back as they went up, under any name', async () => {
  const { fileID } = await upload('报表/2026 11%?#.csv', '地域,指数');
  expect(fileID).toBe('cloud://test.local/报表/2026 11%?#.csv');
  const { fileContent } = await app().downloadFile({ fileID });
  expect(String(fileContent)).toBe('地域,指数');
  const { fileList } = await app().getFileInfo({ fileList: [fileID] });
  expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 13, mime: 'text/csv' });
});

test('a stream goes up too, and a second upload replaces the first', async () => {
  const file = join(elsewhere, 'a.txt');
  writeFileSync(file, 'from a file');
  await upload('notes/a.txt', 'first');
  const { fileID } = await app().uploadFile({
    cloudPath: 'notes/a.txt',
    fileContent: createReadStream(file),
  });
  const { fileContent } = await app().downloadFile({ fileID });
  expect(String(fileContent)).toBe('from a file');
});

test('a form brings a file too, with a file name and without', async () => {
  const { data: meta } = await app().getUploadMetadata({ cloudPath: '表/a.bin' });
  const download = async () => (await app().downloadFile({ fileID: meta.fileId })).fileContent;
  const form = new FormData();
  form.append('key', '表/a.bin');
  form.append('file', new Blob([new Uint8Array([0, 255, 13, 10])]), 'a.bin');
  expect((await fetch(meta.url, { method: 'POST', body: form })).status).toBe(204);
  expect(await download()).toEqual(Buffer.from([0, 255, 13, 10]));

  const part = (name: string, content: Buffer) =>
    Buffer.concat([
      Buffer.from(`--x y\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]);
  const parts = [part('key', Buffer.from('k')), part('file', Buffer.from([200, 0]))];
  const post = (body: Buffer) =>
    fetch(meta.url, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary="x y"' },
      body: new Uint8Array(body),
    });
  expect((await post(Buffer.concat([...parts, Buffer.from('--x y--\r\n')]))).status).toBe(204);
  expect(await download()).toEqual(Buffer.from([200, 0]));
  const broken = await post(Buffer.concat(parts.slice(0, 1)));
  expect(await broken.text()).toContain('MalformedPOSTRequest');
  expect(await download()).toEqual(Buffer.from([200, 0]));
});

test('a file and a folder may share a name, as they do in the cloud', async () => {
  const [one, other] = [await upload('same', '1'), await upload('same/below', '2')];
  const { fileContent } = await app().downloadFile({ fileID: one.fileID });
  expect(String(fileContent)).toBe('1');
  expect(other.fileID).toBe('cloud://test.local/same/below');
});

test.each([
  '../out',
  'a/../../out',
  '/etc/passwd',
  'a//b',
  '.',
  'a\\b',
  'a\u0000b',
  'x'.repeat(900),
])('the path %j is refused', async (path) => {
  await expect(upload(path, 'x')).rejects.toMatchObject({ code: 'STORAGE_REQUEST_FAIL' });
});

test('a deleted file is gone, and each file is answered for by itself', async () => {
  const { fileID } = await upload('gone.txt', 'x');
  const missing = 'cloud://test.local/never.txt';
  const foreign = 'cloud://another.local/gone.txt';
  const deleted = await app().deleteFile({ fileList: [fileID, missing, foreign] });
  expect(deleted.fileList.map(({ code }) => code)).toEqual([
    'SUCCESS',
    'STORAGE_FILE_NONEXIST',
    'STORAGE_FILE_NONEXIST',
  ]);
  const { fileList } = await app().getTempFileURL({ fileList: [fileID] });
  expect(fileList[0]).toEqual({ fileID, tempFileURL: '', code: 'STORAGE_FILE_NONEXIST' });
  await expect(app().downloadFile({ fileID })).rejects.toMatchObject({
    code: 'STORAGE_FILE_NONEXIST',
  });
});

test('files are copied and moved', async () => {
  await upload('from/a.txt', 'kept');
  await upload('to/a.txt', 'old');
  const copy = (more: object) =>
    app().copyFile({ fileList: [{ srcPath: 'from/a.txt', dstPath: 'to/a.txt', ...more }] });

  const kept = await copy({ overwrite: false });
  expect(kept.fileList[0]).toMatchObject({ code: 'STORAGE_FILE_PATH_CONFLICT' });
  const moved = await copy({ removeOriginal: true });
  const fileID = 'cloud://test.local/to/a.txt';
  expect(moved.fileList[0]).toMatchObject({ fileId: fileID });
  expect(String((await app().downloadFile({ fileID })).fileContent)).toBe('kept');
  expect((await copy({})).fileList[0]).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' });
});

test('more than fifty files in a call are refused', async () => {
  const fileList = Array.from({ length: 51 }, (_, i) => `cloud://test.local/${i}`);
  await expect(app().deleteFile({ fileList })).rejects.toMatchObject({ code: 'INVALID_PARAM' });
});

test('a link serves one use and no other, and a forged one none', async () => {
  const { fileID } = await upload('a.html', '<script>');
  const [file] = (await app().getTempFileURL({ fileList: [fileID] })).fileList;
  const link = file?.tempFileURL ?? '';
  const put = await fetch(link, { method: 'PUT', body: 'x' });
  expect([put.status, await put.text()]).toEqual([403, expect.stringContaining('AccessDenied')]);
  for (const url of [`${link}x`, `${server.it.url}/files/`, `${server.it.url}/files/a.b`]) {
    expect((await fetch(url)).status).toBe(403);
  }
  const page = await fetch(link);
  expect(page.headers.get('content-type')).toBe('application/octet-stream');
});

test('an upload that breaks off leaves the old file, and nothing of the new', async () => {
  const { fileID } = await upload('kept.bin', 'whole');
  const { data: meta } = await app().getUploadMetadata({ cloudPath: 'kept.bin' });
  await new Promise((resolve) => {
    const put = request(meta.url, { method: 'PUT', headers: { 'content-length': 1000 } });
    put.on('error', resolve);
    put.write('half', () => put.destroy());
  });
  expect(String((await app().downloadFile({ fileID })).fileContent)).toBe('whole');
  const files = join(data, 'envs', 'test', 'files');
  await expect(
    eventually(() => readdirSync(files).filter((f) => f.endsWith('.part'))),
  ).resolves.toEqual([]);
});

/** What a reading comes to once the server has noticed that its client is gone. */
async function eventually(read: () => string[]): Promise<string[]> {
  for (let tries = 0; tries < 100 && read().length > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return read();
}

test('a client uploads through its own door', async () => {
  const response = await fetch(
    `${server.it.url}/client/files?path=${encodeURIComponent('导入/a.xls')}`,
    {
      method: 'POST',
      headers: { 'x-openid': 'oReader' },
      body: 'bytes',
    },
  );
  expect(await response.json()).toEqual({ fileID: 'cloud://local.local/导入/a.xls' });
  const inside = sdk(server.it, 'local');
  const { fileContent } = await inside.downloadFile({ fileID: 'cloud://local.local/导入/a.xls' });
  expect(String(fileContent)).toBe('bytes');
  const refused = await fetch(`${server.it.url}/client/files?path=../x`, {
    method: 'POST',
    body: 'x',
  });
  expect(await refused.json()).toMatchObject({ error: { code: 'STORAGE_REQUEST_FAIL' } });
});
