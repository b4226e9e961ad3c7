import type { Page, SheetPart } from '../answer';
import type {
  Application,
  Closure,
  FilingGap,
  LifecycleRules,
  ProcedureAct,
  ProcedureDetail,
  ProcedureSummary,
} from '../lifecycle';
import type { RegionCode } from '../vocabulary';

interface Acting<Act extends ProcedureAct['act']> {
  requestKey: string;
  procedureId: string;
  /** of the newest entry seen: another one since then is a conflict */
  sequence: number;
  act: Extract<ProcedureAct, { act: Act }>;
}

export interface LifecycleApi {
  'lifecycle.apply': (input: {
    requestKey: string;
    accountId: string;
    application: Application;
  }) => ProcedureDetail;
  'lifecycle.get': (input: { procedureId: string }) => ProcedureDetail;
  'lifecycle.ofAccount': (input: { accountId: string }) => {
    procedures: ProcedureSummary[];
    rules: LifecycleRules;
    closure: Closure | null;
    /** names of accounts that were folded into this one */
    mergedFrom: string[];
  };
  'lifecycle.list': (input: {
    show: 'open' | 'overdue' | 'over';
    regionPrefix?: RegionCode;
    cursor?: string;
  }) => Page<ProcedureSummary>;
  'lifecycle.exportList': (input: {
    show: 'open' | 'overdue' | 'over';
    regionPrefix?: RegionCode;
    cursor?: string;
  }) => SheetPart;
  'lifecycle.exportGaps': (input: {
    show: 'unfiled' | 'pending' | 'closed';
    regionPrefix?: RegionCode;
    cursor?: string;
  }) => SheetPart;
  'lifecycle.decide': (input: Acting<'approve' | 'return' | 'refuse'>) => ProcedureDetail;
  'lifecycle.report': (
    input: Acting<'revise' | 'withdraw' | 'notice' | 'carry-out'>,
  ) => ProcedureDetail;
  'lifecycle.file': (input: Acting<'file'>) => ProcedureDetail;
  'lifecycle.form': (input: { procedureId: string }) => { url: string };
  'lifecycle.gaps': (input: {
    show: 'unfiled' | 'pending' | 'closed';
    regionPrefix?: RegionCode;
    cursor?: string;
  }) => Page<FilingGap>;
}
