import { monthBefore } from '../support/exports';
import { form, month, startedFiling } from '../support/filing';
import { badFiles } from '../workbooks/bad-files';

const filing = startedFiling();

test('figures that cannot be true together name the field and store nothing', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const input = filing.it.submission(accountId, { form: { ...form, replies: 21 } });
  expect(await filing.it.cloud.call(staff, 'submissions.submit', input)).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { replies: expect.any(String) } },
  });
  expect(
    await filing.it.cloud.call(staff, 'submissions.form', { accountId, period: month }),
  ).toMatchObject({
    ok: true,
    data: { revision: 0 },
  });
});

test('a form field that contradicts a file is refused', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const input = filing.it.submission(accountId, { form: { ...form, reads: 9999 } });
  expect(await filing.it.cloud.call(staff, 'submissions.submit', input)).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { reads: expect.stringContaining('6310') } },
  });
});

test.each([
  ...badFiles.map(([name, bytes, says, code]) => [name, bytes, code ?? 'invalid', says] as const),
  ['an empty file', Buffer.alloc(0), 'invalid', /没有内容/] as const,
  ['a file over 20 MB', Buffer.alloc(21 * 1024 * 1024, 'a'), 'too-large', /MB/] as const,
])('%s is refused by name', async (name, bytes, code, says) => {
  const { accountId, staff } = await filing.it.newAccount();
  const fileId = await filing.it.cloud.upload(`intake/${name.replaceAll(' ', '-')}.xls`, bytes);
  const input = { accountId, period: month, fileIds: [fileId] };
  expect(await filing.it.cloud.call(staff, 'submissions.preview', input)).toMatchObject({
    ok: false,
    error: { code, message: expect.stringMatching(says) },
  });
});

test('a file that is not there, and a period that has not begun, are refused', async () => {
  const { accountId, staff } = await filing.it.newAccount();
  const lost = { accountId, period: month, fileIds: [`${filing.it.fileIds[0]}-lost`] };
  expect(await filing.it.cloud.call(staff, 'submissions.preview', lost)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  const early = { accountId, period: monthBefore(-1) };
  expect(await filing.it.cloud.call(staff, 'submissions.form', early)).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { period: expect.any(String) } },
  });
});
