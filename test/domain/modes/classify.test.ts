import {
  classify,
  fieldStageIn,
  modeHistory,
  parseFacts,
} from '../../../cloudfunctions/domain/modes';
import type { ModeFacts } from '../../../typings/modes';
import seedAccounts from '../../vectors/modes/seed-accounts.json';

describe('classify', () => {
  it.each(seedAccounts.map((account) => [account.name, account] as const))(
    'finds %s in its mode',
    (_, account) => {
      const facts = parseFacts(account.facts);
      if (!facts.ok) throw new Error(facts.error.message);
      const { mode, role, because, contradictions } = classify(facts.value);
      expect({ mode, role, contradictions }).toEqual({
        mode: account.mode,
        role: account.role,
        contradictions: [],
      });
      expect(because.length).toBeGreaterThan(0);
    },
  );

  it('answers nothing and asks for purchases first when nothing is known', () => {
    const answer = classify({});
    expect(answer).toMatchObject({ mode: null, role: null, because: [] });
    expect(answer.missing[0]).toMatchObject({ fact: 'purchases' });
    expect(answer.missing[0]?.question).toMatch(/购买/);
  });

  it('calls it collaborative when running is bought but the agency still writes most', () => {
    const facts: ModeFacts = { purchases: ['operation'], contentShare: { government: 0.7 } };
    expect(classify(facts)).toMatchObject({ mode: 'collaborative', role: 'partner' });
  });

  it('finds delegation without knowing the purchase, when a contract vendor writes most', () => {
    expect(classify({ contract: true, contentShare: { vendor: 0.8 } }).mode).toBe('delegated');
    expect(classify({ procurement: 'tender', contentShare: { government: 0.2 } }).mode).toBe(
      'delegated',
    );
  });

  it('does not guess from a contract alone', () => {
    expect(classify({ contract: true }).mode).toBeNull();
    expect(classify({ contract: true, contentShare: { vendor: 0.2 } }).mode).toBeNull();
    expect(classify({ contract: false }).mode).toBeNull();
  });

  it.each<[string, ModeFacts]>([
    ['a contract without a purchase', { purchases: [], contract: true }],
    ['a procurement without a purchase', { purchases: [], procurement: 'tender' }],
    ['vendor content without a purchase', { purchases: [], contentShare: { vendor: 0.4 } }],
    ['vendor review without a purchase', { purchases: [], finalReview: 'vendor' }],
    ['a purchase without a contract', { purchases: ['operation'], contract: false }],
    ['a procurement without a contract', { contract: false, procurement: 'inquiry' }],
    [
      'technology alone, with the vendor writing most',
      { purchases: ['technology'], contentShare: { vendor: 0.8 } },
    ],
    [
      'shares over 100 %',
      { purchases: ['operation'], contentShare: { government: 0.6, vendor: 0.6 } },
    ],
  ])('gives no mode on %s, and says what to ask', (_, facts) => {
    const { mode, role, contradictions } = classify(facts);
    expect([mode, role]).toEqual([null, null]);
    expect(contradictions).toHaveLength(1);
    expect(contradictions[0]?.question).not.toBe('');
  });

  it('lets facts decide over the declared mode, and says so', () => {
    const answer = classify({ purchases: [], currentMode: 'delegated' });
    expect(answer.mode).toBe('independent');
    expect(answer.notes[0]?.text).toMatch(/以事实为准/);
  });

  it('asks for final review back when the vendor has it', () => {
    const { mode, notes } = classify({ purchases: ['operation'], finalReview: 'vendor' });
    expect(mode).toBe('delegated');
    expect(notes[0]?.text).toMatch(/收回终审/);
  });
});

describe('modeHistory', () => {
  it('joins statements of one mode and keeps stage and age at each start', () => {
    const spells = modeHistory([
      { from: '2017-03-01', facts: { purchases: ['operation'], foundedYear: 2013 } },
      { from: '2013-05-01', facts: { purchases: [] } },
      { from: '2014-06-01', facts: { purchases: [] } },
      { from: '2020-01-01', facts: {} },
    ]);
    expect(spells).toEqual([
      {
        from: '2013-05-01',
        to: '2017-03-01',
        mode: 'independent',
        fieldStage: 'founding',
        ageYears: 0,
      },
      {
        from: '2017-03-01',
        to: '2020-01-01',
        mode: 'delegated',
        fieldStage: 'stable',
        ageYears: 4,
      },
      { from: '2020-01-01', to: null, mode: null, fieldStage: 'stable', ageYears: 7 },
    ]);
  });

  it.each([
    [2011, null],
    [2012, 'founding'],
    [2013, 'founding'],
    [2014, 'growth'],
    [2015, 'stable'],
    [2026, 'stable'],
  ])('puts %i in its stage of the field', (year, stage) => {
    expect(fieldStageIn(year)).toBe(stage);
  });
});
