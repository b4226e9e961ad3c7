import { startedServer } from './started';

const server = startedServer();
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
