import { autorun, runInAction } from 'mobx';
import { AccountEditor } from '../../client/stores/account-editor';
import { MembersStore } from '../../client/stores/members';
import { RegistryStore } from '../../client/stores/registry';
import { SessionStore } from '../../client/stores/session';
import type { RegistryPreview } from '../../typings/registry';
import { account, failed, fakeCloud, fakeViewer, memoryStorage, ok, settled } from './fakes';

const preview: RegistryPreview = {
  digest: 'seen',
  counts: { rows: 2, added: 1, changed: 1, unchanged: 0, rejected: 0 },
  changes: [],
  issues: [],
  warnings: [],
};

describe('search', () => {
  it('adds pages to the rows, and starts over with a new question', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'accounts.search': ({ cursor, query }) =>
        ok(
          cursor
            ? { items: [account('2')], next: null }
            : { items: [account(query ? '9' : '1')], next: 'after-1' },
        ),
    });
    const store = new RegistryStore(cloud, fakeViewer().openFile);
    await store.search({});
    await store.more();
    expect(store.found.map(({ id }) => id)).toEqual(['1', '2']);
    expect(store.hasMore).toBe(false);
    await store.more();
    await store.search({ query: '鼓楼' });
    expect(store.found.map(({ id }) => id)).toEqual(['9']);
    expect(inputsOf('accounts.search')).toEqual([{}, { cursor: 'after-1' }, { query: '鼓楼' }]);
  });

  it('tells observers of a row that changes after the rows were sorted anew', async () => {
    let order = ['1', '2', '3'];
    const { cloud } = fakeCloud({
      'accounts.search': () => ok({ items: order.map(account), next: null }),
    });
    const store = new RegistryStore(cloud, fakeViewer().openFile);
    await store.search({});
    const seen: string[] = [];
    const stop = autorun(() => {
      seen.push(store.found.map(({ name }) => name).join());
    });
    order = ['3', '1', '2'];
    await store.search({});
    runInAction(() => {
      const [first] = store.found;
      if (first) first.name = '改了名';
    });
    stop();
    expect(seen).toEqual(['账号1,账号2,账号3', '账号3,账号1,账号2', '改了名,账号1,账号2']);
  });
});

describe('import', () => {
  it('stores what was seen, and nothing else', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'accounts.previewImport': () => ok(preview),
      'accounts.applyImport': () => ok({ added: 1, changed: 1, unchanged: 0 }),
    });
    const store = new RegistryStore(cloud, fakeViewer().openFile);
    await store.applyImport();
    expect(inputsOf('accounts.applyImport')).toEqual([]);
    await store.previewImport({ name: 'a.xlsx', path: '/tmp/a', size: 9 });
    await store.applyImport();
    expect(inputsOf('accounts.applyImport')).toMatchObject([{ fileId: 'file-1', digest: 'seen' }]);
    expect(store.applied.value?.added).toBe(1);
  });

  it('forgets the sheet before when the next one cannot be read', async () => {
    let good = true;
    const { cloud } = fakeCloud({
      'accounts.previewImport': () => (good ? ok(preview) : failed('invalid')),
    });
    const store = new RegistryStore(cloud, fakeViewer().openFile);
    await store.previewImport({ name: 'a.xlsx', path: '/tmp/a', size: 9 });
    good = false;
    await store.previewImport({ name: 'b.xlsx', path: '/tmp/b', size: 9 });
    expect(store.preview.value).toBeNull();
    expect(store.preview.error?.code).toBe('invalid');
  });
});

describe('editing an account', () => {
  it('gives back what it was opened with', () => {
    const editor = new AccountEditor();
    const stored = account('1');
    editor.open(stored);
    const { id: _, ...agency } = stored.agency;
    expect(editor.read()).toMatchObject({ name: stored.name, agency, operation: stored.operation });
  });

  it('keeps a figure left blank unknown, and marks what is wrong', () => {
    const editor = new AccountEditor();
    editor.open(account('1'));
    editor.type('operation.fullTimeStaff', '');
    editor.type('operation.annualBudget', '34万');
    editor.type('agency.region', '3501');
    editor.type('name', ' ');
    expect(editor.read()).toBeNull();
    expect(Object.keys(editor.errors).sort()).toEqual([
      'agency.region',
      'name',
      'operation.annualBudget',
    ]);
    editor.type('operation.annualBudget', '340,000');
    editor.type('agency.region', '350102');
    editor.type('name', '鼓楼发布');
    expect(editor.read()?.operation).toMatchObject({ annualBudget: 340000, fullTimeStaff: null });
  });

  it('is a new write after a change', () => {
    const editor = new AccountEditor();
    const before = editor.requestKey;
    editor.type('name', '新名');
    expect(editor.requestKey).not.toBe(before);
  });
});

describe('who is here', () => {
  it('accepts a code as people type it, and shows what it opened', async () => {
    const accepted = jest.fn();
    const { cloud, inputsOf } = fakeCloud({
      'memberships.accept': () => failed('not-found'),
    });
    const store = new MembersStore(cloud, accepted);
    await store.accept(' k7qx-m2pd ');
    expect(inputsOf('memberships.accept')).toEqual([{ code: 'K7QXM2PD' }]);
    expect(accepted).not.toHaveBeenCalled();
    expect(store.acceptance.error?.code).toBe('not-found');
  });

  it('remembers the account looked at, and forgets it with the person', async () => {
    const storage = memoryStorage();
    const { cloud } = fakeCloud({
      'accounts.mine': () => ok({ accounts: [account('1'), account('2')] }),
    });
    const store = new SessionStore(cloud, storage);
    await store.open();
    expect(store.account?.id).toBe('1');
    await settled();
    const unchosen = new SessionStore(cloud, storage);
    await unchosen.restore();
    expect(unchosen.selectedId).toBe('1');
    store.select('2');
    await settled();
    const again = new SessionStore(cloud, storage);
    await again.open();
    expect(again.account?.id).toBe('2');
    again.leave();
    await settled();
    expect(storage.kept.size).toBe(0);
    expect(again.ready).toBe(false);
  });

  it('lists an account found by a search beside one’s own, once', async () => {
    const { cloud } = fakeCloud({ 'accounts.mine': () => ok({ accounts: [account('1')] }) });
    const store = new SessionStore(cloud, memoryStorage());
    await store.open();
    store.visit(account('7'));
    expect(store.accounts.map(({ id }) => id)).toEqual(['7', '1']);
    store.visit(account('1'));
    expect(store.accounts.map(({ id }) => id)).toEqual(['1']);
    expect(store.account?.id).toBe('1');
  });

  it('goes back from an account under supervision to one’s own, for good', async () => {
    const storage = memoryStorage();
    const { cloud } = fakeCloud({ 'accounts.mine': () => ok({ accounts: [account('1')] }) });
    const store = new SessionStore(cloud, storage);
    await store.open();
    store.visit(account('7'));
    expect([store.isVisited('7'), store.isVisited('1')]).toEqual([true, false]);
    store.forgetSelection();
    expect(store.account?.id).toBe('1');
    await settled();
    expect(storage.kept.size).toBe(0);
  });
});
