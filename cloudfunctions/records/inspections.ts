import type { Inspection, InspectionStatistics, RecordState } from '../../typings/inspections';
import type { Result } from '../../typings/result';
import { type RegionScope, reaches } from '../domain/access/scopes';
import { type Inspector, type Loads, nextInspectionState } from '../domain/inspections';
import type { InspectionEvent } from '../domain/inspections/states.data';
import { collection, command, type Document, type Filter } from './collection';
import { added, talliesOf, tallyOf } from './inspection-tallies';
import { type Answered, answeredOnce } from './requests';

/** An inspection with what the database keeps beside it. */
export interface InspectionDocument
  extends Omit<Inspection, 'id' | 'inspectors' | 'regionNames'>,
    Document {
  /** shown as `seed` from the draw on */
  secretSeed: string;
  plannedBy: string;
  /** parts of the scope's region, each for the scopes of its size */
  province: string;
  city: string;
  county: string;
  /** equal scopes have equal keys */
  scopeKey: string;
  /** time of planning, then the id */
  planned: string;
  /** work is under way: a timer goes on with it */
  busy: boolean;
  /** where the work under way stands */
  cursor: string;
  /** pieces of the frozen frame and of what was drawn */
  framePieces: number;
  drawPieces: number;
  inspectorList: Inspector[];
  loads: Loads;
  /** whose accounts go to whom, while they do */
  handover: { from: string; to: string } | null;
  /** statistics while they are added up */
  sum: InspectionStatistics | null;
}

const inspections = collection<InspectionDocument>('inspections');
const maxScopes = 20;
const maxBusy = 20;

/** An inspection with its counts as they stand. */
export async function findInspection(id: string): Promise<InspectionDocument | null> {
  const found = await inspections.find(id);
  return found && ((await counted([found]))[0] ?? null);
}

/** Some inspections by their ids, in no order; those under way without what was judged meanwhile. */
export function inspectionsByIds(ids: string[]): Promise<InspectionDocument[]> {
  return inspections.listIn('_id', [...new Set(ids)]);
}

/** Inspections planned within any of the scopes, newest first. */
export async function inspectionsWithin(
  scopes: RegionScope[],
  after: string | null,
  limit: number,
): Promise<{ items: InspectionDocument[]; next: string | null }> {
  const lists = await Promise.all(
    scopes.slice(0, maxScopes).map(async (scope) => {
      const list = await inspections.list(plannedWithin(scope, after), {
        limit: limit + 1,
        order: ['planned', 'desc'],
      });
      return list.filter((one) => within(scope, one));
    }),
  );
  const merged = [...new Map(lists.flat().map((one) => [one._id, one])).values()].sort((a, b) =>
    a.planned > b.planned ? -1 : 1,
  );
  const items = merged.slice(0, limit);
  return {
    items: await counted(items),
    next: merged.length > limit ? (items.at(-1)?.planned ?? null) : null,
  };
}

/** The newest published inspection of the same scope; null when there is none. */
export async function lastPublished(scopeKey: string): Promise<InspectionDocument | null> {
  const filter = { scopeKey, publishedAt: command.gt('') };
  const [last] = await inspections.list(filter, { limit: 1, order: ['publishedAt', 'desc'] });
  return last ?? null;
}

/** Inspections with work under way. */
export function busyInspections(): Promise<InspectionDocument[]> {
  return inspections.list({ busy: true }, { limit: maxBusy });
}

/** Adds an inspection, once for a request. */
export function addInspection(
  document: InspectionDocument,
  request: Answered,
): Promise<Result<InspectionDocument>> {
  return answeredOnce(request, async (unit) => {
    await unit.add('inspections', document);
    return { ok: true, value: document };
  });
}

/**
 * Takes an inspection one step on, once for a request; `conflict` when its state does not allow it.
 * When it ends to run, its counts take in for good what was judged.
 */
export function stepInspection(
  id: string,
  event: InspectionEvent,
  changesOf: (before: InspectionDocument) => Result<Partial<InspectionDocument>>,
  request: Answered,
): Promise<Result<InspectionDocument>> {
  return answeredOnce(request, async (unit) => {
    const stored = await unit.find<InspectionDocument>('inspections', id);
    if (!stored) throw new Error(`inspection ${id} has gone`);
    const before = isRunning(stored)
      ? { ...stored, counts: added(stored.counts, await tallyOf(unit, id)) }
      : stored;
    const state = nextInspectionState(before.state, event);
    if (!state.ok) return state;
    const changes = changesOf(before);
    if (!changes.ok) return changes;
    const endsToRun = isRunning(stored) && state.value !== stored.state;
    const kept = endsToRun ? before : stored;
    await unit.put('inspections', { ...kept, ...changes.value, state: state.value });
    return { ok: true, value: { ...before, ...changes.value, state: state.value } };
  });
}

/** What a batch of work leaves: fields as they are now, and how many records are in other states. */
export interface Advanced extends Omit<Partial<InspectionDocument>, 'counts'> {
  /** added to each count */
  counted?: Partial<Record<RecordState, number>>;
}

/** Writes how far work has come; false when somebody else has taken it further meanwhile. */
export async function advanceInspection(
  { _id, cursor, state }: InspectionDocument,
  { counted = {}, ...changes }: Advanced,
): Promise<boolean> {
  const fields = Object.entries(changes).map(([name, value]) => [name, command.set(value)]);
  const counts = Object.entries(counted).map(([name, by]) => [`counts.${name}`, command.inc(by)]);
  const update = Object.fromEntries([...fields, ...counts]);
  return (await inspections.change({ _id, cursor, state, busy: true }, update)) > 0;
}

/** While an inspection runs, its counts are those of its own and of what is judged. */
async function counted(found: InspectionDocument[]): Promise<InspectionDocument[]> {
  const tallies = await talliesOf(found.filter(isRunning).map(({ _id }) => _id));
  return found.map((one) => ({ ...one, counts: added(one.counts, tallies.get(one._id) ?? {}) }));
}

const isRunning = ({ state }: InspectionDocument): boolean => state === 'running';

function plannedWithin({ regionPrefix }: RegionScope, after: string | null): Filter {
  const region = { 2: 'province', 4: 'city', 6: 'county' }[regionPrefix.length];
  return {
    ...(region ? { [region]: regionPrefix } : {}),
    planned: after ? command.lt(after) : command.gt(''),
  };
}

function within(scope: RegionScope, { scope: own }: InspectionDocument): boolean {
  return (own.levels ?? [null]).every((level) =>
    reaches(scope, {
      agencyId: null,
      region: own.regionPrefix,
      level,
      department: own.department ?? null,
      vendorIds: [],
    }),
  );
}
