export { acceptanceDocument, settlementOf } from './acceptance-document';
export { acceptanceSheets } from './acceptance-workbook';
export { alertLimits, contractAlerts, decisionsAhead } from './alerts';
export { type Binding, checkContract, checkOverlap, type KnownSchemes } from './check-contract';
export { composeFigures } from './compose';
export { contractChoices, contractSchemes, stageOf } from './contract-form';
export { contractPeriod, kpiPeriod, monthsOf, periodsOf } from './contract-periods';
export { isCreditCode } from './credit-code';
export {
  type AskedDecision,
  decideAcceptance,
  type LiveSettlement,
  reasonDue,
} from './decide-acceptance';
export { duties } from './duties.data';
export { isKpiMetric, kpiFigure, metricLabel, metricUnit } from './kpi-metrics.data';
export { kpiState } from './kpi-state';
export { kpiTemplates } from './kpi-templates.data';
export { figuresNeeded, type NeededFigures } from './needed';
export { nextChangeOn, vendorsOn } from './running';
export { contractSchema, reportedSchema } from './schema';
export { type JudgedContract, kpiResults, settlementsOf } from './settlement';
export { vendorGrading, vendorRecord } from './vendor-record';
