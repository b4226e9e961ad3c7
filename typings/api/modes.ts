import type { ModeEvidence } from '../mode-evidence';
import type { ModeFacts, ModeProfile } from '../modes';
import type { CurrentMenuColumn, Positioning } from '../positioning';
import type {
  CriterionWeights,
  PairwiseJudgement,
  PairwiseWeights,
  Recommendation,
  SensitivityTable,
  WhatIf,
} from '../recommendation';
import type { TransitionPlan } from '../transition';
import type { Day, OperatingMode } from '../vocabulary';

export interface ModesApi {
  'modes.current': (input: { accountId: string }) => ModeProfile;
  'modes.saveFacts': (input: {
    requestKey: string;
    accountId: string;
    facts: ModeFacts;
    basedOnRevision: number;
  }) => ModeProfile;
  'modes.recommend': (input: { accountId: string; weights?: CriterionWeights }) => Recommendation;
  /** the ranking before and after `changes` are laid over the stored facts; nothing is stored */
  'modes.whatIf': (input: { accountId: string; changes: ModeFacts }) => WhatIf;
  'modes.weigh': (input: { judgements: PairwiseJudgement[] }) => PairwiseWeights;
  'modes.sensitivity': (input: { accountId: string }) => SensitivityTable;
  'modes.evidence': (input: { accountId: string }) => ModeEvidence;
  'modes.transition': (input: {
    accountId: string;
    to: OperatingMode;
    startsOn: Day;
  }) => TransitionPlan;
  /** the checklist as a document to print, with places to sign */
  'modes.transitionSheet': (input: { accountId: string; to: OperatingMode; startsOn: Day }) => {
    url: string;
  };
  'modes.position': (input: {
    accountId: string;
    currentMenu?: CurrentMenuColumn[];
  }) => Positioning;
}
