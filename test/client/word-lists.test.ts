import { MonitorsStore } from '../../client/stores/monitors';
import { WordListsStore } from '../../client/stores/word-lists';
import type { WordListHead, WordListPreview } from '../../typings/monitors';
import { failed, fakeCloud, fakeViewer, ok } from './fakes';

const head: WordListHead = {
  id: 'list',
  title: '词表',
  owner: '某市主管部门',
  regionPrefix: '3501',
  version: 2,
  source: '市网信办',
  effectiveFrom: '2026-12-01',
  forms: 1,
};
const about = {
  regionPrefix: '3501',
  title: '词表',
  source: '市网信办',
  effectiveFrom: '2026-12-01',
};
const preview = (digest: string): WordListPreview => ({
  digest,
  forms: 1,
  duplicates: 0,
  issues: [],
  first: [{ form: '渡假村', instead: '度假村', category: 'wrong-form' }],
});
const sheet = { name: '词表.xlsx', path: '/tmp/a', size: 10 };
const opened = async () => true;

describe('a word list', () => {
  it('is stored as it was previewed, under one key until it is', async () => {
    let isUp = false;
    const { cloud, inputsOf } = fakeCloud({
      'monitors.previewWordList': ({ fileId }) => ok(preview(`of ${fileId}`)),
      'monitors.saveWordList': () => (isUp ? ok(head) : failed('unavailable')),
      'monitors.wordLists': () => ok({ lists: [head] }),
    });
    const store = new WordListsStore(cloud, opened);
    expect(await store.save(about)).toBe(false);
    await store.pick(sheet);
    expect(await store.save(about)).toBe(false);
    expect(store.preview.value).not.toBeNull();
    isUp = true;
    expect(await store.save(about)).toBe(true);
    const sent = inputsOf('monitors.saveWordList');
    expect(sent).toHaveLength(2);
    expect(sent[0]).toMatchObject({ fileId: 'file-1', digest: 'of file-1', ...about });
    expect(sent[0]).toEqual(sent[1]);
    expect(store.preview.value).toBeNull();
    expect(store.lists.value?.lists).toEqual([head]);
  });

  it('that could not be read leaves nothing to store', async () => {
    const { cloud, asked } = fakeCloud({
      'monitors.previewWordList': ({ fileId }) =>
        fileId === 'file-1' ? ok(preview('one')) : failed('invalid'),
    });
    const store = new WordListsStore(cloud, opened);
    await store.pick(sheet);
    await store.pick(sheet);
    expect(store.preview.error).not.toBeNull();
    expect(await store.save(about)).toBe(false);
    expect(asked.map(({ action }) => action)).not.toContain('monitors.saveWordList');
  });
});

it('a table is exported in the order that is seen', async () => {
  const { cloud, inputsOf } = fakeCloud({
    'monitors.postings': () => ok({ items: [], next: null }),
    'monitors.exportPostings': () => ok({ url: 'https://file', next: null }),
  });
  const viewer = fakeViewer();
  const store = new MonitorsStore(cloud, viewer.openFile);
  await store.showPostings('below');
  await store.exportPostings();
  expect(inputsOf('monitors.exportPostings')).toEqual([{ by: 'below' }]);
  expect(viewer.shown).toMatchObject([{ url: 'https://file', kind: 'xlsx' }]);
});
