import type {
  Finding,
  InspectionRecord,
  Lead,
  RecordEvent,
  RecordState,
  RecordStep,
} from '../../typings/inspections';
import type { Result } from '../../typings/result';
import type { Day } from '../../typings/vocabulary';
import type { Place } from '../domain/access/scopes';
import { nextRecordState } from '../domain/inspections';
import { collection, command, type Unit } from './collection';
import { tally } from './inspection-tallies';
import type { Reached } from './reach';

/** A record with what the database keeps beside it. */
export interface RecordDocument extends Omit<InspectionRecord, 'id'>, Reached {
  accountId: string;
  /** region, then the account: the order of lists */
  place: string;
  drawnOn: Day;
  /** found from data, before anybody judged */
  automatic: Finding[];
  /** what other checks came upon, before anybody judged */
  leads: Lead[];
  /** day to rectify by, then the id; null until it is ordered */
  dueKey: string | null;
  /** how many inspectors are done with it */
  judgements: number;
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

/** Some records by their ids, in no order. */
export function recordsByIds(ids: string[]): Promise<RecordDocument[]> {
  return records.listIn('_id', ids);
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

/** By when a record is to be rectified, as it is kept: every record has a key of its own. */
export function dueBy(id: string, dueOn: Day): Pick<RecordDocument, 'dueOn' | 'dueKey'> {
  return { dueOn, dueKey: `${dueOn}-${id}` };
}

/** A page of records to be rectified by a day or before, the earliest first. */
export async function dueRecords(
  until: Day,
  after: string | null,
  limit: number,
): Promise<{ items: RecordDocument[]; next: string | null }> {
  const dueKey = command.gt(after ?? '').and(command.lt(`${until}-~`));
  const found = await records.list(
    { state: 'rectifying', dueKey },
    { limit: limit + 1, order: ['dueKey', 'asc'] },
  );
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.dueKey ?? null) : null };
}

/** Changes a record that is in a state; in another one it stays. */
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
  if (isJudged(before.state)) await tally(unit, before, before.state, state.value);
  else await unit.change('inspections', before.inspectionId, counted(before.state, state.value));
  return { ok: true, value: after };
}

/** A record without what is kept beside it. */
export function shownRecord(record: RecordDocument): InspectionRecord {
  const { _id, inspectionId, platform, account, recheck, lastUpdate } = record;
  const { state, findings, verdict, dueOn, sample } = record;
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
    sample,
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

const isJudged = (state: RecordState): boolean => state === 'judging' || state === 'disputed';

function counted(from: RecordState, to: RecordState): object {
  return { [`counts.${from}`]: command.inc(-1), [`counts.${to}`]: command.inc(1) };
}
