import {
  type KnownRecord,
  openContentFindings,
  ruleSets,
} from '../../../cloudfunctions/domain/inspections';
import type { Finding, RecordEvent, RecordStep } from '../../../typings/inspections';

const evidence = { figures: [], link: null, fileIds: [] };
const finding = (ruleId: string): Finding => ({ ruleId, times: 1, evidence, note: null });
const step = (event: RecordEvent, at: string): RecordStep => ({
  event,
  at,
  by: 'supervisor',
  text: null,
  evidence,
});
const record = (changes: Partial<KnownRecord> = {}): KnownRecord => ({
  ruleSetId: 'national-2019',
  publishedOn: '2026-05-10',
  findings: [finding('stale'), finding('serious-misstatement'), finding('illegal-content')],
  steps: [step('publish', '2026-05-10T02:00:00.000Z')],
  ...changes,
});

it('counts what was found of the content, from the day that it was made known', () => {
  expect(openContentFindings([record()], '2026-05-09')).toBeNull();
  expect(openContentFindings([record()], '2026-05-10')).toBe(2);
  const other = record({ ruleSetId: 'zhaoqing-2019', findings: [finding('wrong-forms')] });
  expect(openContentFindings([record(), other], '2026-06-30')).toBe(3);
});

it('counts it until it is put right, or was never so, by the day of Shanghai', () => {
  for (const event of ['accept', 'overturn'] as const) {
    // past midnight in Shanghai
    const closed = record({ steps: [...record().steps, step(event, '2026-05-20T16:30:00.000Z')] });
    expect(openContentFindings([closed], '2026-05-20')).toBe(2);
    expect(openContentFindings([closed], '2026-05-21')).toBe(0);
  }
  const refused = record({
    steps: [step('answer', '2026-05-12T00:00:00Z'), step('reject', '2026-05-13T00:00:00Z')],
  });
  expect(openContentFindings([refused], '2026-05-31')).toBe(2);
});

it('knows of nothing where nobody looked for a year, but what is open stays open', () => {
  expect(openContentFindings([], '2026-05-31')).toBeNull();
  const clean = record({ findings: [] });
  expect(openContentFindings([clean], '2027-05-10')).toBe(0);
  expect(openContentFindings([clean], '2027-05-12')).toBeNull();
  expect(openContentFindings([record()], '2028-01-01')).toBe(2);
});

it('takes no bonus for a finding of the content, and every set has rules on it', () => {
  for (const { rules } of ruleSets) {
    const ofContent = rules.filter(({ ofContent }) => ofContent);
    expect(ofContent.length).toBeGreaterThan(0);
    expect(ofContent.map(({ kind }) => kind)).not.toContain('bonus');
  }
});
