export { alertLimits, contractAlerts } from './alerts';
export { type ContractContext, checkContract } from './check-contract';
export { duties } from './duties.data';
export { isKpiMetric, metricLabel } from './kpi-metrics.data';
export { kpiState } from './kpi-state';
export { contractSchema } from './schema';
export { settle } from './settlement';
export { type SettledContract, vendorGrading, vendorRecord } from './vendor-record';
