import type { RecordState } from '../../typings/inspections';
import { recordStates } from '../domain/words.data';
import { digestOf } from '../platform/random';
import { collection, type Document, type Unit } from './collection';

type Counts = Partial<Record<RecordState, number>>;

/**
 * What judging did to an inspection's counts. Many judge at once: one document for all of them would
 * make each wait for the others, so each record adds to one of several.
 */
interface TallyDocument extends Document {
  counts: Counts;
}

const tallies = collection<TallyDocument>('inspection-tallies');
const parts = 32;

const tallyIds = (inspectionId: string): string[] =>
  Array.from({ length: parts }, (_, part) => `${inspectionId}-${part}`);

/** Counts a record that went from one state to another. */
export async function tally(
  unit: Unit,
  record: { _id: string; inspectionId: string },
  from: RecordState,
  to: RecordState,
): Promise<void> {
  const _id = `${record.inspectionId}-${partOf(record._id)}`;
  const counts = (await unit.find<TallyDocument>('inspection-tallies', _id))?.counts ?? {};
  await unit.put<TallyDocument>('inspection-tallies', {
    _id,
    counts: added(added(counts, { [from]: -1 }), { [to]: 1 }),
  });
}

/** What judging did to the counts of some inspections so far, by their ids. */
export async function talliesOf(inspectionIds: string[]): Promise<Map<string, Counts>> {
  const found = await tallies.listIn('_id', inspectionIds.flatMap(tallyIds));
  const byId = new Map(found.map(({ _id, counts }) => [_id, counts]));
  return new Map(
    inspectionIds.map((id) => [
      id,
      tallyIds(id).reduce((sum, one) => added(sum, byId.get(one) ?? {}), {}),
    ]),
  );
}

/** The same within a unit, for one inspection. */
export async function tallyOf(unit: Unit, inspectionId: string): Promise<Counts> {
  const found = await unit.findMany<TallyDocument>('inspection-tallies', tallyIds(inspectionId));
  return found.reduce((sum, { counts }) => added(sum, counts), {});
}

/** Counts with others added to them. */
export function added<C extends Counts>(counts: C, others: Counts): C {
  const sum = { ...counts };
  for (const state of recordStates) sum[state] = (counts[state] ?? 0) + (others[state] ?? 0);
  return sum;
}

function partOf(recordId: string): number {
  return Number.parseInt(digestOf(recordId).slice(0, 8), 16) % parts;
}
