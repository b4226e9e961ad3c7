import type { InspectionState, RecordState, RegionScopeInput } from '../../../typings/inspections';
import { regionScopeLabel } from '../../domain/access/label';
import type { Moment } from '../../platform/clock';
import { randomId } from '../../platform/random';
import { type InspectionDocument, lastPublished } from '../../records/inspections';
import { regionNames } from '../shared/regions';

interface Planned {
  title: string;
  ruleSetId: string;
  scope: RegionScopeInput;
  inspectionDay: string;
  share: number;
}

/** An inspection as it is first planned; its seed is nowhere but here. */
export async function newInspection(
  { title, ruleSetId, scope, inspectionDay, share }: Planned,
  who: string,
  { instant }: Moment,
): Promise<InspectionDocument> {
  const id = randomId();
  const { regionPrefix, levels, department } = scope;
  const scopeKey = [regionPrefix, [...(levels ?? [])].sort().join(), department ?? ''].join('|');
  const last = await lastPublished(scopeKey);
  const state: InspectionState = 'planned';
  return {
    _id: id,
    title,
    ruleSetId,
    scope,
    scopeLabel: regionScopeLabel(scope, regionNames()),
    inspectionDay,
    share,
    state,
    commitment: null,
    seed: null,
    witness: null,
    frame: null,
    sample: null,
    job: null,
    counts: noCounts(),
    statistics: null,
    previous: last && {
      id: last._id,
      title: last.title,
      passRate: last.statistics?.passRate ?? null,
    },
    dueOn: null,
    plannedAt: instant,
    publishedAt: null,
    discarded: null,
    sampleData: false,
    secretSeed: randomId() + randomId(),
    plannedBy: who,
    province: regionPrefix.slice(0, 2),
    city: regionPrefix.slice(0, 4),
    county: regionPrefix,
    scopeKey,
    planned: `${instant}-${id}`,
    busy: false,
    cursor: '',
    framePieces: 0,
    drawPieces: 0,
    inspectorList: [],
    loads: {},
    handover: null,
    sum: null,
  };
}

function noCounts(): Record<RecordState, number> {
  const counts: Record<RecordState, number> = {
    waiting: 0,
    judging: 0,
    disputed: 0,
    passed: 0,
    flawed: 0,
    failed: 0,
    rectifying: 0,
    answered: 0,
    appealed: 0,
    resolved: 0,
    overturned: 0,
  };
  return counts;
}
