import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readExport } from '../../../cloudfunctions/domain/intake/read-export';
import { readWorkbook } from '../../../cloudfunctions/platform/workbooks/read-workbook';
import { sampleData } from '../../../scripts/sample-data';
import { writeSampleExports } from '../../../scripts/sample-data/exports';

const folder = mkdtempSync(join(tmpdir(), 'exports-'));
const sample = sampleData('2026-11-26');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([['2026-11-26'], ['2026-12-01']])(
  'on %s the sample exports are of the running month, and are read like the real ones',
  (today) => {
    const into = join(folder, today);
    writeSampleExports(into, sample, today);
    const layouts = readdirSync(into).map((name) => {
      const workbook = readWorkbook(new Uint8Array(readFileSync(join(into, name))));
      const read = workbook.ok ? readExport(workbook.value) : workbook;
      if (!read.ok) throw new Error(`${name}: ${read.error.message}`);
      const { layout, from, to, warnings } = read.value;
      expect({ warnings, early: (from ?? '') < `${today.slice(0, 7)}-01` }).toEqual({
        warnings: [],
        early: false,
      });
      expect((to ?? '9') <= today).toBe(true);
      return layout;
    });
    expect(layouts.sort()).toEqual(['notified-16', 'user-analysis']);
  },
);
