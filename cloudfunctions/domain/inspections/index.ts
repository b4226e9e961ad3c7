export {
  type Assigned,
  assignPairs,
  type Inspector,
  inspectorFaults,
  type Loads,
  replacedBy,
  successorOf,
  thirdInspector,
} from './assign';
export { bulletinOf, recordsSheet } from './bulletin';
export { clockOf, clocksIn, daysBetween, dueAfterAppeal, publishBy } from './clock';
export { type KnownRecord, openContentFindings } from './content-findings';
export {
  addToChecksum,
  allocate,
  commitmentOf,
  type Digest,
  type DrawSeed,
  draw,
  type FrameEntry,
  frameLine,
  lotOf,
  stratumOf,
} from './draw';
export {
  automaticFindings,
  type ExternalFinding,
  type InspectionFacts,
} from './findings';
export { forecastOf, forecastText } from './forecast';
export { agree, joined, judgementFaults } from './judgements';
export { externalFindings, leadsOf, type OtherChecks } from './leads';
export { masked } from './mask';
export { deadlineFaults, planFaults } from './plan';
export { rectificationNoticeOf } from './rectification-notice';
export { findRuleSet, ruleSets, ruleSetsFor } from './rule-sets';
export { dueSheet, forecastSheet } from './sheets';
export { judgedEvent, nextInspectionState, nextRecordState } from './states';
export { addToStatistics, noStatistics } from './statistics';
export { standingNotices, todoOf } from './todo';
export { ruleSetFaults } from './validate-rule-sets';
export { verdictOf } from './verdict';
