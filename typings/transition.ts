import type { Day, OperatingMode } from './vocabulary';

export type TransitionParty = 'agency-head' | 'officer' | 'office' | 'finance' | 'vendor';

export interface TransitionStep {
  id: string;
  section: 'decide' | 'contract' | 'keep' | 'handover' | 'watch';
  text: string;
  owner: TransitionParty;
  /** days after the start */
  startDay: number;
  dueDay: number;
}

export interface DatedStep extends TransitionStep {
  startsOn: Day | null;
  dueOn: Day | null;
  ownerLabel: string;
}

/** 转换清单: printable, section by section. */
export interface TransitionPlan {
  from: OperatingMode;
  to: OperatingMode;
  title: string;
  sections: { section: TransitionStep['section']; title: string; steps: DatedStep[] }[];
}
