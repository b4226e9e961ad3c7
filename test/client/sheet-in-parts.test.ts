import { SheetInParts } from '../../client/stores/sheet-in-parts';
import { failed, fakeViewer, ok } from './fakes';

const after: Record<string, string | null> = { first: 'a', a: 'b', b: null };

function parted() {
  const { openFile, shown } = fakeViewer();
  const asked: (string | undefined)[] = [];
  const sheet = new SheetInParts(openFile);
  const press = (question = 'overdue') =>
    sheet.open('整改台账', question, async (cursor) => {
      asked.push(cursor);
      return ok({ url: 'https://files/part', next: after[cursor ?? 'first'] ?? null });
    });
  return { sheet, press, asked, shown };
}

test('a long list comes a part a press, and then from its beginning again', async () => {
  const { sheet, press, asked, shown } = parted();
  for (const part of [1, 2, 3, 1]) {
    expect(sheet.part).toBe(part);
    await press();
  }
  expect(asked).toEqual([undefined, 'a', 'b', undefined]);
  expect(shown.map(({ name }) => name)).toEqual([
    '整改台账',
    '整改台账（第 2 份）',
    '整改台账（第 3 份）',
    '整改台账',
  ]);
});

test('another question, or leaving, begins anew', async () => {
  const { sheet, press, asked } = parted();
  await press('overdue');
  await press('answered');
  sheet.clear();
  await press('answered');
  expect(asked).toEqual([undefined, undefined, undefined]);
});

test('a part that failed is asked for again', async () => {
  const { sheet, press, asked } = parted();
  await press();
  await sheet.open('整改台账', 'overdue', async () => failed('unavailable'));
  expect(sheet.error?.code).toBe('unavailable');
  expect(sheet.part).toBe(2);
  await press();
  expect(asked).toEqual([undefined, 'a']);
});
