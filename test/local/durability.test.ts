import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRepeatedly } from './killing';

/** After so many milliseconds the SDK warns of a request, even of one that failed long before. */
const slowWarning = 3000;

// The server is killed under requests: their warnings are waited for, or they would come after the tests.
beforeAll(() => {
  jest.spyOn(console, 'warn').mockImplementation();
});
afterAll(() => new Promise((resolve) => setTimeout(resolve, slowWarning)));

test('a kill loses nothing that was acknowledged, and leaves nothing by halves', async () => {
  const data = mkdtempSync(join(tmpdir(), 'durability-'));
  const losses = await killRepeatedly(data, 3);
  rmSync(data, { recursive: true, force: true });
  expect(losses).toMatchObject({ kills: 3, lost: 0, torn: 0 });
  expect(losses.acknowledged).toBeGreaterThan(3);
}, 60_000);
