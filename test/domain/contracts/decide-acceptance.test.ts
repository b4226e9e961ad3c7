import fc from 'fast-check';
import {
  type AskedDecision,
  decideAcceptance,
  kpiResults,
  type LiveSettlement,
  settlementsOf,
} from '../../../cloudfunctions/domain/contracts';
import type { Acceptance } from '../../../typings/acceptance';
import { contract, figures } from './contract';

const instant = '2026-02-10T08:00:00Z';
const bound = contract();

/** January, with so many of the 20 articles that are wanted. */
function january(articles: number | null, reported?: number, today = '2026-02-10') {
  const told = reported === undefined ? {} : { articles: reported };
  const results = kpiResults(bound, [figures({ articles }, { reported: told })], today);
  const found = settlementsOf({ contract: bound, results }, today).at(-1);
  if (!found) throw new Error('no settlement');
  return { ...found, checksum: 'now' };
}

const decide = (
  settlement: LiveSettlement,
  asked: Partial<AskedDecision>,
  standing: Acceptance | null = null,
) =>
  decideAcceptance(bound, settlement, {
    asked: { decision: 'accepted', seen: 'now', basedOnRevision: 0, ...asked },
    standing,
    instant,
  });

const made = (settlement: LiveSettlement, asked: Partial<AskedDecision>): Acceptance => {
  const answer = decide(settlement, asked);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

it('pays in full what was met, and less the deductions of the rules what was not', () => {
  expect(made(january(25), {})).toMatchObject({ deductionYuan: 0, payableYuan: 31_000 });
  const asked: Partial<AskedDecision> = { decision: 'deducted', reason: '少两篇' };
  expect(made(january(18), asked)).toMatchObject({ deductionYuan: 1240, payableYuan: 29_760 });
  expect(made(january(18), { decision: 'refused', reason: '重做' }).payableYuan).toBe(0);
});

it.each<[string, LiveSettlement, string]>([
  ['a KPI without data', january(null), '缺少数据'],
  ['a disputed KPI', january(25, 40), '不一致'],
])('asks why %s is accepted all the same', (_, settlement, said) => {
  const answer = decide(settlement, {});
  expect(answer).toMatchObject({ ok: false, error: { fields: { reason: expect.any(String) } } });
  expect(!answer.ok && answer.error.message).toContain(said);
  expect(decide(settlement, { reason: '已当面核对' }).ok).toBe(true);
});

it('decides nothing before the period is over', () => {
  const running = january(25, undefined, '2026-01-20');
  expect(decide(running, {})).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

it('leaves an acceptance as it is, and lets a refusal be decided again', () => {
  const accepted = made(january(25), {});
  expect(decide(january(25), { basedOnRevision: 1 }, accepted)).toMatchObject({
    error: { code: 'conflict' },
  });
  const refused = made(january(25), { decision: 'refused', reason: '重做' });
  expect(decide(january(25), { basedOnRevision: 1 }, refused)).toMatchObject({
    ok: true,
    value: { revision: 2 },
  });
  expect(decide(january(25), {}, refused)).toMatchObject({ error: { code: 'conflict' } });
});

it('pays what is due less what the rules deduct, never more, whatever is decided', () => {
  const decision = fc.constantFrom('accepted', 'deducted', 'refused');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), decision, (articles, chosen) => {
      const settlement = january(articles);
      const answer = decide(settlement, { decision: chosen, reason: '说明' });
      const fits = chosen === 'refused' || (chosen === 'deducted') === settlement.deductionYuan > 0;
      expect(answer.ok).toBe(fits);
      if (!answer.ok) return;
      const { dueYuan, deductionYuan, payableYuan } = answer.value;
      expect(payableYuan).toBe(chosen === 'refused' ? 0 : dueYuan - deductionYuan);
    }),
    { numRuns: 300 },
  );
});
