import { SubmissionStore } from '../../client/stores/submission';
import type { FormField, IntakePreview } from '../../typings/submission';
import { failed, fakeCloud, memoryStorage, ok, settled } from './fakes';

const field = (metric: FormField['metric'], figures: Partial<FormField> = {}): FormField => ({
  metric,
  label: metric,
  definition: '',
  whereToFind: '',
  unit: '次',
  measure: 'times',
  previous: null,
  current: null,
  ...figures,
});

const preview = (changes: Partial<IntakePreview> = {}): IntakePreview => ({
  accountId: 'a',
  period: '2026-10',
  files: [],
  figures: { reads: { value: 1200, measure: 'times', source: 'file', asOf: '2026-10-31' } },
  conflicts: [],
  form: [field('likes', { previous: 30 }), field('replies')],
  running: null,
  unchanged: false,
  basedOnRevision: 0,
  ...changes,
});

const receipt = {
  accountId: 'a',
  period: '2026-10',
  revision: 1,
  unchanged: false,
  communicationIndex: 58.3,
};
const sheet = { name: '已通知内容.xlsx', path: '/tmp/x', size: 2048 };

function setUp(handlers: Parameters<typeof fakeCloud>[0] = {}, storage = memoryStorage()) {
  const fake = fakeCloud({
    'submissions.preview': () => ok(preview()),
    'submissions.form': () =>
      ok({ fields: [field('likes'), field('reads')], revision: 0, running: null }),
    'submissions.submit': () => ok(receipt),
    ...handlers,
  });
  const submitted = jest.fn();
  const store = new SubmissionStore(fake.cloud, storage, submitted);
  return { ...fake, store, storage, submitted };
}

it('goes from a file to a receipt, blanks staying unknown', async () => {
  const { store, inputsOf, submitted } = setUp();
  await store.open('a', '2026-10');
  await store.addFiles([sheet]);
  expect(store.step).toBe('fill');
  store.type('likes', '1,024');
  expect(store.review()).toBe(true);
  await store.submit();
  expect(inputsOf('submissions.submit')).toMatchObject([
    { fileIds: ['file-1'], form: { likes: 1024, replies: null }, basedOnRevision: 0 },
  ]);
  expect(store.step).toBe('receipt');
  expect(submitted).toHaveBeenCalledWith(receipt);
});

it('survives a killed app: period, files and what was typed', async () => {
  const storage = memoryStorage();
  const before = setUp({}, storage);
  await before.store.open('a', '2026-10');
  before.store.choosePeriod('2026-09');
  await before.store.addFiles([sheet]);
  before.store.type('likes', '77');
  await settled();

  const after = setUp({}, storage);
  await after.store.open('a', '2026-10');
  expect(after.store.restored).toBe(true);
  expect(after.inputsOf('submissions.preview')).toEqual([
    { accountId: 'a', period: '2026-09', fileIds: ['file-1'] },
  ]);
  expect(after.store.form.text.likes).toBe('77');
});

it('drops the draft once it is stored, and when it is thrown away', async () => {
  const { store, storage } = setUp();
  await store.open('a', '2026-10');
  await store.fill();
  store.type('likes', '7');
  await settled();
  expect(storage.kept.size).toBe(1);
  store.discard();
  await settled();
  expect(storage.kept.size).toBe(0);

  await store.fill();
  store.type('likes', '7');
  store.review();
  await store.submit();
  await settled();
  expect(storage.kept.size).toBe(0);
});

it('keeps one draft an account', async () => {
  const storage = memoryStorage();
  const { store } = setUp({}, storage);
  await store.open('a', '2026-10');
  await store.fill();
  store.type('likes', '7');
  await store.open('b', '2026-10');
  expect(store.form.text.likes).toBeUndefined();
  await store.open('a', '2026-10');
  expect(store.form.text.likes).toBe('7');
});

it('sends the same key again after a lost answer, and a new one after a change', async () => {
  let lost = true;
  const { store, inputsOf } = setUp({
    'submissions.submit': () => (lost ? failed('unavailable') : ok(receipt)),
  });
  await store.open('a', '2026-10');
  await store.fill();
  store.review();
  await store.submit();
  await store.submit();
  store.back();
  store.type('likes', '8');
  store.review();
  lost = false;
  await store.submit();
  const [first, again, changed] = inputsOf('submissions.submit').map((input) => input.requestKey);
  expect(again).toBe(first);
  expect(changed).not.toBe(first);
});

it('marks a bad field and goes no further', async () => {
  const { store } = setUp();
  await store.open('a', '2026-10');
  await store.fill();
  store.type('likes', '一百');
  expect(store.review()).toBe(false);
  expect(store.step).toBe('fill');
  expect(store.form.firstError).toBe('likes');
});

it('brings the function’s field errors back to their fields', async () => {
  const { store } = setUp({
    'submissions.submit': () => failed('invalid', { 'form.likes': '点赞比阅读还多。' }),
  });
  await store.open('a', '2026-10');
  await store.fill();
  store.review();
  await store.submit();
  expect(store.step).toBe('fill');
  expect(store.form.errors.likes).toBe('点赞比阅读还多。');
});

it('does not keep a file that cannot be read', async () => {
  const { store, storage } = setUp({ 'submissions.preview': () => failed('invalid') });
  await store.open('a', '2026-10');
  await store.addFiles([sheet]);
  expect(store.error?.code).toBe('invalid');
  expect(store.uploads.files).toEqual([]);
  expect(storage.kept.size).toBe(0);
});

it('refuses a file of 200 MB without uploading it', async () => {
  const { store, asked } = setUp();
  await store.open('a', '2026-10');
  await store.addFiles([{ ...sheet, size: 200 * 1024 * 1024 }]);
  expect(store.error?.code).toBe('too-large');
  expect(asked).toEqual([]);
});

it('asks why before a correction is sent', async () => {
  const { store, inputsOf } = setUp({
    'submissions.form': () =>
      ok({ fields: [field('likes', { current: 5 })], revision: 2, running: null }),
  });
  await store.open('a', '2026-10');
  await store.fill();
  expect(store.form.text.likes).toBe('5');
  expect(store.review()).toBe(false);
  store.explain('补录');
  expect(store.review()).toBe(true);
  await store.submit();
  expect(inputsOf('submissions.submit')).toMatchObject([{ reason: '补录', basedOnRevision: 2 }]);
});

it('shows before a correction is sent which figures it changes', async () => {
  const asked = [field('likes', { current: 5 }), field('reads', { current: 100 })];
  const { store } = setUp({
    'submissions.form': () => ok({ fields: asked, revision: 2, running: null }),
  });
  await store.open('a', '2026-10');
  await store.fill();
  store.type('likes', '7');
  const [likes, reads] = store.form.summary;
  expect(likes?.before).toMatch(/^5( |$)/);
  expect(likes?.shown).toMatch(/^7( |$)/);
  expect(reads?.before).toBeNull();
});

it('takes an answer that is chosen, and shows it as it was chosen', async () => {
  const choices = [
    { value: 1, label: '可用' },
    { value: 0, label: '不可用' },
  ];
  const asked = [field('interactionAvailable', { choices, current: 1 })];
  const { store, inputsOf } = setUp({
    'submissions.form': () => ok({ fields: asked, revision: 1, running: null }),
  });
  await store.open('a', '2026-10');
  await store.fill();
  store.type('interactionAvailable', '0');
  expect(store.form.summary).toMatchObject([{ shown: '不可用', before: '可用' }]);
  store.explain('核实');
  store.review();
  await store.submit();
  expect(inputsOf('submissions.submit')).toMatchObject([{ form: { interactionAvailable: 0 } }]);
});

it('keeps what was typed when another person was first', async () => {
  let revision = 0;
  const { store } = setUp({
    'submissions.form': () =>
      ok({ fields: [field('likes', { current: 3 })], revision, running: null }),
    'submissions.submit': () => failed('conflict'),
  });
  await store.open('a', '2026-10');
  await store.fill();
  store.type('likes', '9');
  store.review();
  await store.submit();
  expect(store.error?.code).toBe('conflict');
  revision = 1;
  await store.fill();
  expect(store.form.text.likes).toBe('9');
  expect(store.basedOnRevision).toBe(1);
});

it('drops a preview that arrives after the period was changed', async () => {
  let release: () => void = () => {};
  const { store } = setUp({
    'submissions.form': () =>
      new Promise((resolve) => {
        release = () => resolve(ok({ fields: [field('likes')], revision: 4, running: null }));
      }),
  });
  await store.open('a', '2026-10');
  const late = store.fill();
  store.choosePeriod('2026-09');
  release();
  await late;
  expect(store.step).toBe('choose');
  expect(store.basedOnRevision).toBe(0);
});

describe('the last day of a running period', () => {
  const running = { from: '2026-11-18', to: '2026-11-26', through: '2026-11-18' };
  const withFile = async (storage = memoryStorage()) => {
    const set = setUp({ 'submissions.preview': () => ok(preview({ running })) }, storage);
    await set.store.open('a', '2026-11');
    await set.store.addFiles([sheet]);
    return set;
  };

  it('is what the files tell, until the person states another', async () => {
    const { store, inputsOf } = await withFile();
    expect(store.through.day).toBe('2026-11-18');
    await store.stateThrough('2026-11-25');
    // the files tell the longest gap to that day
    expect(inputsOf('submissions.preview')).toEqual([
      expect.not.objectContaining({ through: expect.anything() }),
      expect.objectContaining({ through: '2026-11-25' }),
    ]);
    store.review();
    await store.submit();
    expect(inputsOf('submissions.submit')).toMatchObject([{ through: '2026-11-25' }]);
  });

  it('is kept with the draft', async () => {
    const storage = memoryStorage();
    await (await withFile(storage)).store.stateThrough('2026-11-25');
    await settled();
    const after = setUp({ 'submissions.preview': () => ok(preview({ running })) }, storage);
    await after.store.open('a', '2026-11');
    expect(after.store.through.day).toBe('2026-11-25');
  });

  it('is not what was stated before a file went beyond it', async () => {
    const { store } = await withFile();
    await store.stateThrough('2026-11-10');
    expect(store.through.day).toBe('2026-11-18');
  });

  it('is not asked of a period that is over', async () => {
    const { store, inputsOf } = setUp();
    await store.open('a', '2026-10');
    await store.addFiles([sheet]);
    store.review();
    await store.submit();
    expect(inputsOf('submissions.submit')[0]).not.toHaveProperty('through');
  });
});

describe('what a file only estimates', () => {
  const asked = [
    field('reads', { current: 900, estimate: 1200 }),
    field('likes', { previous: 30, previousEstimated: true }),
    field('comments', { current: 4, currentEstimated: true }),
  ];
  const opened = async () => {
    const all = setUp({
      'submissions.preview': () => ok(preview({ form: asked })),
      'submissions.form': () =>
        ok({ fields: [field('reads', { current: 900 })], revision: 0, running: null }),
    });
    await all.store.open('a', '2026-10');
    await all.store.fill();
    expect(all.store.form.text.reads).toBe('900');
    await all.store.addFiles([sheet]);
    return all;
  };

  it('is left to stand where nothing better is typed, and is no blank', async () => {
    const { store, inputsOf } = await opened();
    expect(store.form.text.reads).toBeUndefined();
    expect(store.form.blanks).toBe(1);
    expect(store.form.summary.map(({ label }) => label)).toEqual(['likes', 'comments']);
    store.review();
    await store.submit();
    expect(inputsOf('submissions.submit')).toMatchObject([{ form: { likes: null, comments: 4 } }]);
    expect(inputsOf('submissions.submit')[0]).not.toHaveProperty('form.reads');
  });

  it('gives way to what is typed', async () => {
    const { store, inputsOf } = await opened();
    expect(store.form.replaces('reads')).toBe(false);
    store.type('reads', '1310');
    expect(store.form.replaces('reads')).toBe(true);
    expect(store.form.isEstimate('reads')).toBe(false);
    store.review();
    await store.submit();
    expect(inputsOf('submissions.submit')).toMatchObject([{ form: { reads: 1310 } }]);
  });

  it('is marked where it was filed or is taken over, until another figure is typed', async () => {
    const { store } = await opened();
    expect(store.form.isEstimate('comments')).toBe(true);
    store.type('comments', '5');
    expect(store.form.isEstimate('comments')).toBe(false);
    expect(store.form.isEstimate('likes')).toBe(false);
    store.repeatPrevious('likes');
    expect(store.form.isEstimate('likes')).toBe(true);
    expect(store.form.summary.find(({ label }) => label === 'likes')?.estimated).toBe(true);
    store.type('likes', '31');
    expect(store.form.isEstimate('likes')).toBe(false);
  });
});
