import type { Page, SheetPart } from '../answer';
import type { RuleSet } from '../inspection-rules';
import type {
  Assignment,
  DueRecord,
  Inspection,
  InspectionRecord,
  InspectionRecordDetail,
  InspectorLoad,
  JudgementInput,
  OwnInspections,
  RecordState,
  RegionScopeInput,
} from '../inspections';
import type { Activity, NamedClock, TodoItem, TodoNotice, UpdateForecast } from '../updates';
import type { Day, RegionCode } from '../vocabulary';

/** A statement with its proof. */
export interface ProofInput {
  text: string;
  link: string | null;
  fileIds: string[];
}

interface Request {
  requestKey: string;
}

interface DueAsked {
  show: 'overdue' | 'upcoming' | 'answered' | 'appealed';
  regionPrefix?: RegionCode;
}

export interface InspectionsApi {
  'inspections.ruleSets': (input: Record<string, never>) => { ruleSets: RuleSet[] };
  'inspections.list': (input: { cursor?: string }) => Page<Inspection>;
  'inspections.get': (input: { inspectionId: string }) => Inspection;
  'inspections.plan': (
    input: Request & {
      title: string;
      ruleSetId: string;
      scope: RegionScopeInput;
      inspectionDay: Day;
      share: number;
    },
  ) => Inspection;
  'inspections.commit': (input: Request & { inspectionId: string }) => Inspection;
  'inspections.draw': (input: Request & { inspectionId: string; witness: string }) => Inspection;
  'inspections.assign': (
    input: Request & { inspectionId: string; membershipIds: string[] },
  ) => Inspection;
  /** gives up what nobody inspects yet; it stays on the list with the reason */
  'inspections.discard': (input: Request & { inspectionId: string; reason: string }) => Inspection;
  'inspections.inspectors': (input: { inspectionId: string }) => { inspectors: InspectorLoad[] };
  /** what one inspector has not judged goes to another member; what was judged stands */
  'inspections.reassign': (
    input: Request & { inspectionId: string; inspectorId: string; membershipId: string },
  ) => Inspection;
  'inspections.advance': (input: { inspectionId: string }) => Inspection;
  'inspections.publish': (input: Request & { inspectionId: string; dueOn: Day }) => Inspection;
  'inspections.close': (input: Request & { inspectionId: string }) => Inspection;
  'inspections.records': (input: {
    inspectionId: string;
    state?: RecordState;
    cursor?: string;
  }) => Page<InspectionRecord>;
  'inspections.record': (input: { recordId: string }) => InspectionRecordDetail;
  'inspections.proof': (input: { inspectionId: string }) => { url: string };
  'inspections.bulletin': (input: { inspectionId: string; format: 'docx' | 'xlsx' }) => {
    url: string;
  };
  'inspections.rectificationNotice': (input: { recordId: string }) => { url: string };
  'inspections.work': (input: { cursor?: string }) => Page<Assignment>;
  'inspections.assignment': (input: { assignmentId: string }) => Assignment;
  'inspections.judge': (input: Request & { assignmentId: string; judgement: JudgementInput }) => {
    nextId: string | null;
  };
  'inspections.mine': (input: Record<string, never>) => OwnInspections;
  'inspections.answer': (
    input: Request & { recordId: string; proof: ProofInput },
  ) => InspectionRecord;
  'inspections.appeal': (
    input: Request & { recordId: string; proof: ProofInput },
  ) => InspectionRecord;
  'inspections.decideAppeal': (
    input: Request & { recordId: string; upheld: boolean; text: string },
  ) => InspectionRecord;
  'inspections.recheck': (
    input: Request & { recordId: string; accepted: boolean; text: string; dueOn?: Day },
  ) => InspectionRecord;
  /** what is to be rectified, looked at again or decided, over all inspections in scope */
  'inspections.due': (input: DueAsked & { cursor?: string }) => Page<DueRecord>;
  'inspections.exportDue': (input: DueAsked & { cursor?: string }) => SheetPart;
  'inspections.forecast': (input: { withinDays: number; cursor?: string }) => Page<UpdateForecast>;
  'inspections.exportForecast': (input: { withinDays: number; cursor?: string }) => SheetPart;
  /** the floor on updates for accounts in scope, as it is set by region and class of accounts */
  'inspections.clocks': (input: Record<string, never>) => { clocks: NamedClock[] };
  'inspections.todo': (input: Record<string, never>) => { items: TodoItem[] };
  'inspections.observe': (input: Request & { accountId: string; lastPublished: Day }) => Activity;
  'inspections.notices': (input: Record<string, never>) => { notices: TodoNotice[] };
}
