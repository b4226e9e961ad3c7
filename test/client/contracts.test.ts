import { ContractsStore } from '../../client/stores/contracts';
import { acceptance, contract, detail, settlement } from './contract-samples';
import { failed, fakeCloud, ok } from './fakes';

const opened = async () => true;

describe('ContractsStore', () => {
  it('asks for alerts only for who watches contracts', async () => {
    const { cloud, asked } = fakeCloud({
      'contracts.list': () => ok({ items: [detail().listing], next: null }),
      'contracts.alerts': () => ok({ alerts: [], more: false }),
    });
    const store = new ContractsStore(cloud, opened);
    await store.list(undefined, false);
    expect(asked.map(({ action }) => action)).toEqual(['contracts.list']);
    await store.list('a', true);
    expect(asked.at(-1)).toEqual({ action: 'contracts.alerts', input: { accountId: 'a' } });
  });

  it('changes a contract against the revision that is shown, and keeps the form when refused', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'contracts.get': () => ok(detail()),
      'contracts.save': () => failed('conflict'),
    });
    const store = new ContractsStore(cloud, opened);
    await store.open('c');
    const { id, vendorId, revision, ...input } = contract();
    const written = { requestKey: 'key-12345678', contractId: 'c', reason: '改' };
    expect(await store.save(input, written)).toBeNull();
    expect(inputsOf('contracts.save')).toMatchObject([{ basedOnRevision: 3, contractId: 'c' }]);
    expect(store.saved.error?.code).toBe('conflict');
    expect(store.detail.value).not.toBeNull();
  });

  it('reports on top of what was reported before', async () => {
    const before = { accountId: 'a', period: '2026-10', revision: 2, figures: {}, reportedAt: '' };
    const { cloud, inputsOf } = fakeCloud({
      'contracts.get': () => ok(detail({ reports: [before] })),
      'contracts.report': () => ok(detail()),
    });
    const store = new ContractsStore(cloud, opened);
    await store.open('c');
    expect(await store.report('a', '2026-10', { articles: 3 })).toBe(true);
    expect(inputsOf('contracts.report')).toMatchObject([{ basedOnRevision: 2, contractId: 'c' }]);
  });

  it('decides on what is shown, and says nothing where there is nothing to say', async () => {
    const { cloud, inputsOf } = fakeCloud({
      'contracts.get': () => ok(detail()),
      'contracts.decide': () => ok(detail({ alerts: [] })),
    });
    const store = new ContractsStore(cloud, opened);
    await store.open('c');
    const shown = settlement();
    expect(await store.decide(shown, { decision: 'accepted', reason: ' ' })).toBe(true);
    const refused = { ...shown, acceptance: acceptance({ decision: 'refused', revision: 2 }) };
    await store.decide(refused, { decision: 'deducted', reason: '少两篇' });
    expect(inputsOf('contracts.decide')).toEqual([
      expect.objectContaining({ seen: 'sum', basedOnRevision: 0, period: '2026-Q3' }),
      expect.objectContaining({ reason: '少两篇', basedOnRevision: 2, contractId: 'c' }),
    ]);
    expect(inputsOf('contracts.decide')[0]).not.toHaveProperty('reason');
  });

  it('keeps what is shown when a decision is refused', async () => {
    const { cloud } = fakeCloud({
      'contracts.get': () => ok(detail()),
      'contracts.decide': () => failed('conflict'),
    });
    const store = new ContractsStore(cloud, opened);
    await store.open('c');
    expect(await store.decide(settlement(), { decision: 'accepted', reason: '' })).toBe(false);
    expect(store.decided.error).toMatchObject({ code: 'conflict' });
    expect(store.detail.value).not.toBeNull();
  });

  it('opens the acceptance sheet under a name that says what it is', async () => {
    const { cloud } = fakeCloud({
      'contracts.get': () => ok(detail()),
      'contracts.acceptance': () => ok({ url: 'https://x/y' }),
    });
    const files: object[] = [];
    const store = new ContractsStore(cloud, async (file) => files.push(file) > 0);
    await store.open('c');
    await store.openSheet('2026-Q3', 'docx');
    expect(files).toEqual([
      { url: 'https://x/y', name: '验收单-账号-2026年第3季度', kind: 'docx' },
    ]);
  });
});
