import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killRepeatedly } from './killing';

test('a kill loses nothing that was acknowledged, and leaves nothing by halves', async () => {
  const data = mkdtempSync(join(tmpdir(), 'durability-'));
  const losses = await killRepeatedly(data, 3);
  rmSync(data, { recursive: true, force: true });
  expect(losses).toMatchObject({ kills: 3, lost: 0, torn: 0 });
  expect(losses.acknowledged).toBeGreaterThan(3);
}, 60_000);
