import type { Result } from '../../../typings/result';
import type { PeriodId } from '../../../typings/vocabulary';
import { type AskedDecision, decideAcceptance, settlementsOf } from '../../domain/contracts';
import type { Moment } from '../../platform/clock';
import { recordAcceptance } from '../../records/acceptances';
import type { StoredContract } from '../../records/contracts';
import type { Answered } from '../../records/requests';
import { judged } from '../shared/judged-contracts';
import { live } from './decided';
import { shown } from './detail';

/** Decides on a settlement as its figures stand now, and keeps it with them. */
export async function decideSettlement(
  stored: StoredContract,
  { period, ...asked }: AskedDecision & { period: PeriodId },
  { who, now, request }: { who: string; now: Moment; request: Answered },
): Promise<Result<number>> {
  const contract = shown(stored);
  const [one] = await judged([stored], now.today, Number.POSITIVE_INFINITY);
  const results = one?.results ?? [];
  const settlement = settlementsOf({ contract, results }, now.today).find(
    (candidate) => candidate.period === period,
  );
  if (!settlement) return notSettled;
  const standsNow = live(contract, settlement);
  return recordAcceptance(
    contract.id,
    period,
    (standing) => {
      const made = decideAcceptance(contract, standsNow, {
        asked,
        standing,
        instant: now.instant,
      });
      if (!made.ok) return made;
      const kept = { contractId: contract.id, to: settlement.to, settlement, decidedBy: who };
      return { ok: true, value: { ...made.value, ...kept } };
    },
    request,
  );
}

const message = '这一期还没有开始，或不是合同的结算周期，请选择结算周期';
const notSettled: Result<never> = {
  ok: false,
  error: { code: 'invalid', message, fields: { period: message } },
};
