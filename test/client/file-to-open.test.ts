import { FileToOpen } from '../../client/stores/file-to-open';
import { failed, fakeViewer, ok } from './fakes';

const file = { name: '发展报告', kind: 'docx' as const };
const link = ok({ url: 'https://files/report' });

test('a document is asked for once, and shown under its name', async () => {
  const { openFile, shown } = fakeViewer();
  const report = new FileToOpen(openFile);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return link;
  };
  const first = report.open(file, ask);
  expect(report.busy).toBe(true);
  await Promise.all([first, report.open(file, ask)]);
  expect(report.busy).toBe(false);
  expect(asked).toBe(1);
  expect(shown).toEqual([{ ...file, url: 'https://files/report' }]);
});

test('a refusal is told, and nothing is shown', async () => {
  const { openFile, shown } = fakeViewer();
  const report = new FileToOpen(openFile);
  await report.open(file, async () => failed('not-found'));
  expect(report.error?.code).toBe('not-found');
  expect(shown).toEqual([]);
});

test('a document that the device cannot show is told of, until the next time', async () => {
  let shows = false;
  const report = new FileToOpen(async () => shows);
  await report.open(file, async () => link);
  expect(report.error?.message).toContain('没能打开');
  shows = true;
  await report.open(file, async () => link);
  expect(report.error).toBeNull();
});
