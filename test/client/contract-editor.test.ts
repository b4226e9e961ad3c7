import { ContractEditor } from '../../client/stores/contract-editor';
import { contract, form } from './contract-samples';

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
