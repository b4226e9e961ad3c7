import { ContractEditor } from '../../client/stores/contract-editor';
import { ContractsStore } from '../../client/stores/contracts';
import type { Contract, ContractDetail, ContractForm, ContractKpi } from '../../typings/contracts';
import { account, failed, fakeCloud, ok } from './fakes';

const kpi = (changes: Partial<ContractKpi> = {}): ContractKpi => ({
  id: 'replies',
  metric: 'replyRate',
  scheme: null,
  period: 'month',
  target: 0.9,
  direction: 'at-least',
  weight: 1,
  rule: { kind: 'per-unit', unit: 0.1, percent: 2, capPercent: 10 },
  floor: 0.5,
  ...changes,
});

const contract = (changes: Partial<Contract> = {}): Contract => ({
  id: 'c',
  revision: 3,
  vendorId: 'v',
  vendorName: '某公司',
  vendorCode: '9144030071526726XG',
  accountIds: ['a'],
  scope: ['operation'],
  procurement: 'tender',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  priceYuan: 340_000,
  settledBy: 'quarter',
  kpis: [kpi()],
  acceptor: '办公室',
  duties: {
    qualificationCheck: '2026-01-01',
    operatingAgreement: null,
    confidentialityAgreement: null,
    namedOfficer: '张三',
    processSupervision: null,
    reviewBeforePublishing: null,
  },
  ...changes,
});

const template = (metric: ContractKpi['metric'], scope: 'operation' | 'training' = 'operation') => {
  const { id: _, weight, ...rest } = kpi({ metric, floor: null });
  return { id: metric, scope, kpi: rest, text: metric, source: '某规定' };
};

const form: ContractForm = {
  agency: account('a').agency,
  accounts: [{ id: 'a', name: '账号' }],
  vendors: [],
  metrics: [
    option('articles', false),
    option('replyRate', true),
    { ...option('medianReplyHours', false), direction: 'at-most' },
    { ...option('communicationIndex', false), needsScheme: true },
  ],
  schemes: [{ id: 's', name: '方案', purpose: 'assessment', parts: [] }],
  templates: [
    template('replyRate'),
    template('articles'),
    template('medianReplyHours', 'training'),
  ],
  duties: [],
};

function option(metric: ContractKpi['metric'], percent: boolean): ContractForm['metrics'][number] {
  const base = { direction: 'at-least', needsScheme: false, gaming: null } as const;
  return { metric, label: metric, unit: percent ? '%' : '篇', percent, ...base };
}

const detail = (changes: Partial<ContractDetail> = {}): ContractDetail => ({
  contract: contract(),
  listing: {
    id: 'c',
    vendorName: '某公司',
    scope: ['operation'],
    procurement: 'tender',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    priceYuan: 1,
    agencyName: '某办公室',
    accountNames: ['账号'],
    stage: 'running',
    sample: false,
  },
  accounts: [{ id: 'a', name: '账号' }],
  warnings: [],
  settlements: [],
  alerts: [],
  reports: [],
  vendor: {
    vendorId: 'v',
    contracts: 1,
    kpiResults: 0,
    metShare: null,
    breaches: 0,
    disputes: 0,
    grade: null,
  },
  may: { save: true, report: true },
  ...changes,
});

const opened = async () => true;

describe('ContractEditor', () => {
  const editing = () => {
    const editor = new ContractEditor(form, contract(), 'a');
    editor.type('reason', '改了指标');
    return editor;
  };

  it('writes back the very contract that it was opened with', () => {
    const { id, vendorId, revision, ...input } = contract();
    expect(editing().read()).toEqual(input);
  });

  it('takes ratios and weights in percent', () => {
    const editor = editing();
    expect(editor.kpis[0]?.text).toMatchObject({
      target: '90',
      unit: '10',
      floor: '50',
      weight: '100',
    });
    editor.kpis[0]?.type('target', '８５');
    expect(editor.read()?.kpis[0]?.target).toBe(0.85);
  });

  it('does not read a change without its reason, nor weights that miss the whole', () => {
    const editor = new ContractEditor(form, contract(), 'a');
    expect(editor.read()).toBeNull();
    expect(editor.errors.reason).toBeTruthy();
    const light = editing();
    light.kpis[0]?.type('weight', '40');
    expect(light.read()).toBeNull();
    expect(light.errors.kpis).toContain('40%');
  });

  it('marks each blank of a new contract', () => {
    const editor = new ContractEditor(form, null, 'a');
    expect(editor.read()).toBeNull();
    expect(Object.keys(editor.errors)).toEqual(
      expect.arrayContaining(['vendorName', 'vendorCode', 'startsOn', 'endsOn', 'priceYuan']),
    );
    expect(editor.choices.accountIds).toEqual(['a']);
  });

  it('offers templates for what is bought and not asked for yet, and shares weights', () => {
    const editor = editing();
    expect(editor.templates.map(({ id }) => id)).toEqual(['articles']);
    editor.toggle('scope', 'training');
    expect(editor.templates.map(({ id }) => id)).toEqual(['articles', 'medianReplyHours']);
    for (const one of editor.templates) editor.addKpi(one);
    editor.shareWeights();
    expect(editor.kpis.map(({ weight }) => weight)).toEqual([34, 33, 33]);
    expect(editor.totalWeight).toBe(100);
    expect(new Set(editor.kpis.map(({ id }) => id)).size).toBe(3);
  });

  it('turns to the usual direction of a metric, and asks for a scheme where one is needed', () => {
    const editor = editing();
    const [draft] = editor.kpis;
    draft?.choose({ metric: 'medianReplyHours' });
    expect(draft?.choices.direction).toBe('at-most');
    draft?.choose({ metric: 'communicationIndex' });
    expect(editor.read()).toBeNull();
    expect(draft?.errors.scheme).toBeTruthy();
    draft?.choose({ scheme: 's' });
    expect(editor.read()?.kpis[0]?.scheme).toBe('s');
  });

  it('keeps its key while the contract is the same, and takes another for another', () => {
    const editor = editing();
    const first = editor.keyOf(contract());
    expect(editor.keyOf(contract())).toBe(first);
    expect(editor.keyOf(contract({ priceYuan: 1 }))).not.toBe(first);
  });

  it('marks what the function found, down to the KPI', () => {
    const editor = editing();
    editor.markErrors({ 'kpis.0.period': '没有整期', 'contract.vendorCode': '不对' });
    expect(editor.kpis[0]?.errors.period).toBe('没有整期');
    expect(editor.errors.vendorCode).toBe('不对');
  });
});

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
