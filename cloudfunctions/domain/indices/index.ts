/** The index engine's door: schemes as data, one evaluator, and what a score can tell. */
export { findScheme, listSchemes, schemeInForce, summariseScheme } from './catalogue';
export type { Period, PeriodKind, WeekRule } from './periods';
export { parsePeriod, periodLabel, periodOf, previousPeriod } from './periods';
export type { Scheme } from './scheme';
export { score } from './score';
