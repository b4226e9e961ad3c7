import type {
  Finding,
  InspectionRecord,
  RecordEvent,
  RecordState,
  RecordStep,
} from '../../typings/inspections';
import type { Result } from '../../typings/result';
import type { Day } from '../../typings/vocabulary';
import type { Place } from '../domain/access/scopes';
import { nextRecordState } from '../domain/inspections';
import { collection, command, type Document, type Unit } from './collection';

/** A record with what the database keeps beside it. */
export interface RecordDocument extends Omit<InspectionRecord, 'id'>, Document {
  accountId: string;
  /** region, then the account: the order of lists */
  place: string;
  drawnOn: Day;
  /** found from data, before anybody judged */
  automatic: Finding[];
  /** of the verdict; null until there is one */
  qualified: boolean | null;
  steps: RecordStep[];
  inspectionTitle: string;
  ruleSetId: string;
}

const records = collection<RecordDocument>('inspection-records');
const maxOfAccount = 24;

export const recordId = (inspectionId: string, accountId: string): string =>
  `${inspectionId}-${accountId}`;

export function findRecord(id: string): Promise<RecordDocument | null> {
  return records.find(id);
}

/** Adds records that are not there yet. */
export async function addRecords(documents: RecordDocument[]): Promise<void> {
  await records.addMissing(documents);
}

/** A page of an inspection's records in the order of their places. */
export async function recordsOf(
  filter: { inspectionId: string; state?: RecordState; qualified?: boolean },
  after: string | null,
  limit: number,
): Promise<{ items: RecordDocument[]; next: string | null }> {
  const found = await records.list(
    { ...filter, ...(after ? { place: command.gt(after) } : {}) },
    { limit: limit + 1, order: ['place', 'asc'] },
  );
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.place ?? null) : null };
}

/** Every record that fits, a page at a time. */
export async function* everyRecord(filter: {
  inspectionId: string;
  state?: RecordState;
  qualified?: boolean;
}): AsyncGenerator<RecordDocument> {
  let after: string | null = null;
  do {
    const page: { items: RecordDocument[]; next: string | null } = await recordsOf(
      filter,
      after,
      500,
    );
    yield* page.items;
    after = page.next;
  } while (after !== null);
}

/** Records of an account, newest first. */
export function recordsOfAccount(accountId: string): Promise<RecordDocument[]> {
  return records.list({ accountId }, { limit: maxOfAccount, order: ['drawnOn', 'desc'] });
}

/** Records to be rectified by a day or before, the earliest first. */
export function dueRecords(
  until: Day,
  limit: number,
  after: Day | null,
): Promise<RecordDocument[]> {
  const from = after === null ? '' : after;
  const dueOn = command.gte(from).and(command.lte(until));
  return records.list({ state: 'rectifying', dueOn }, { limit, order: ['dueOn', 'asc'] });
}

/** Changes records that are in a state; the others stay. */
export function changeRecords(ids: string[], state: RecordState, changes: object): Promise<number> {
  return records.change({ _id: command.in(ids), state }, changes);
}

export function changeRecord(id: string, state: RecordState, changes: object): Promise<number> {
  return records.change({ _id: id, state }, changes);
}

/**
 * Takes a record one step on within a unit, and counts it anew in its inspection; `conflict` when its
 * state does not allow it.
 */
export async function stepRecord(
  unit: Unit,
  id: string,
  step: RecordStep,
  changesOf: (before: RecordDocument) => Partial<RecordDocument>,
): Promise<Result<RecordDocument>> {
  const before = await unit.find<RecordDocument>('inspection-records', id);
  if (!before) throw new Error(`record ${id} has gone`);
  const state = nextRecordState(before.state, step.event);
  if (!state.ok) return state;
  const steps = [...before.steps, step];
  const after = { ...before, ...changesOf(before), state: state.value, steps };
  await unit.put('inspection-records', after);
  await unit.change('inspections', before.inspectionId, counted(before.state, state.value));
  return { ok: true, value: after };
}

/** A record without what is kept beside it. */
export function shownRecord(record: RecordDocument): InspectionRecord {
  const { _id, inspectionId, platform, account, recheck, lastUpdate } = record;
  const { state, findings, verdict, dueOn } = record;
  return {
    id: _id,
    inspectionId,
    platform,
    account,
    recheck,
    lastUpdate,
    state,
    findings,
    verdict,
    dueOn,
  };
}

export function placeOfRecord({ account }: RecordDocument): Place {
  const { agencyId, region, level, department } = account;
  return { agencyId, region, level, department, vendorIds: [] };
}

export function stepOf(
  event: RecordEvent,
  by: RecordStep['by'],
  at: string,
  told: Partial<Pick<RecordStep, 'text' | 'evidence'>> = {},
): RecordStep {
  const evidence = { figures: [], link: null, fileIds: [] };
  return { event, at, by, text: null, evidence, ...told };
}

function counted(from: RecordState, to: RecordState): object {
  return { [`counts.${from}`]: command.inc(-1), [`counts.${to}`]: command.inc(1) };
}
