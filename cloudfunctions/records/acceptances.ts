import type { Acceptance } from '../../typings/acceptance';
import type { Settlement } from '../../typings/kpis';
import type { Result } from '../../typings/result';
import type { Day, PeriodId } from '../../typings/vocabulary';
import { collection, type Document, type Unit } from './collection';
import { type Answered, answeredOnce } from './requests';

export interface StoredAcceptance extends Acceptance {
  contractId: string;
  /** last day of the settlement */
  to: Day;
  /** as it was decided on, with the revisions that its figures come from */
  settlement: Settlement;
  decidedBy: string;
}

type AcceptanceDocument = StoredAcceptance & Document;

/** Makes a decision from the one that stands. */
export type Deciding = (standing: Acceptance | null) => Result<StoredAcceptance>;

/** The newest decision on each settlement. */
const heads = collection<AcceptanceDocument>('contract-acceptance-heads');
const maxSettlements = 200;

/** The decisions on a contract's settlements, latest period first. */
export async function acceptancesOf(contractId: string): Promise<StoredAcceptance[]> {
  const documents = await heads.list(
    { contractId },
    { limit: maxSettlements, order: ['to', 'desc'] },
  );
  return documents.map(({ _id, ...acceptance }) => acceptance);
}

/** Appends a decision, once for a request; of two at once the second is made from the first. */
export function recordAcceptance(
  contractId: string,
  period: PeriodId,
  decide: Deciding,
  request: Answered,
): Promise<Result<number>> {
  return answeredOnce(request, (unit) => write(unit, `${contractId}:${period}`, decide));
}

async function write(unit: Unit, id: string, decide: Deciding): Promise<Result<number>> {
  const standing = await unit.find<AcceptanceDocument>('contract-acceptance-heads', id);
  const made = decide(standing);
  if (!made.ok) return made;
  const { revision } = made.value;
  await unit.add<AcceptanceDocument>('contract-acceptances', {
    _id: `${id}:${revision}`,
    ...made.value,
  });
  await unit.put<AcceptanceDocument>('contract-acceptance-heads', { _id: id, ...made.value });
  return { ok: true, value: revision };
}
