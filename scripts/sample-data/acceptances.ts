import { momentOf } from '../../cloudfunctions/platform/clock';
import type { AcceptanceDecision, DecidedSettlement } from '../../typings/acceptance';
import type { Day } from '../../typings/vocabulary';

const dayLength = 86_400_000;
/** the newest period is left for whoever looks at the preview */
const left = 1;
/** days after a period's end */
const decidedAfter = 9;

/** Accepts the settlements of the sample contracts that are over; each goes the way of a real one. */
export async function acceptSampleSettlements(contractIds: string[], today: Day): Promise<void> {
  // They read the service's address while they load.
  const { detailOf } = await import('../../cloudfunctions/functions/contracts/detail');
  const { decideSettlement } = await import(
    '../../cloudfunctions/functions/contracts/decide-settlement'
  );
  const { findContract } = await import('../../cloudfunctions/records/contracts');
  for (const id of contractIds) {
    const contract = await findContract(id);
    if (!contract) continue;
    const { settlements } = await detailOf(contract, [], today);
    for (const settlement of settlements.filter(({ over }) => over).slice(left)) {
      const { period, checksum: seen, to } = settlement;
      const asked = { period, seen, basedOnRevision: 0, ...decisionOn(settlement) };
      const requestKey = `${id}:${period}`;
      const request = { who: 'sample', action: 'contracts.decide', requestKey, asked };
      const now = momentOf(Date.parse(`${to}T10:00:00+08:00`) + decidedAfter * dayLength);
      const made = await decideSettlement(contract, asked, {
        who: 'sample',
        now,
        request,
      });
      if (!made.ok) throw new Error(`${id} ${period}: ${made.error.message}`);
    }
  }
}

function decisionOn({ deductionYuan, unknownKpis, disputedKpis, kpis }: DecidedSettlement): {
  decision: AcceptanceDecision;
  reason?: string;
} {
  if (deductionYuan > 0) {
    const texts = kpis.filter((kpi) => kpi.deductionYuan > 0).map(({ text }) => text);
    return { decision: 'deducted', reason: texts.join('；').slice(0, 200) };
  }
  const isOpen = unknownKpis.length + disputedKpis.length > 0;
  return { decision: 'accepted', ...(isOpen && { reason: '缺少的数据已当面核对' }) };
}
