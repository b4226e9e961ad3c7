import type { AccountKind, Day, RegionCode } from './vocabulary';

/** What an automatic finding is measured by; see domain/inspections/measures.data.ts. */
export type AutomaticMeasure =
  /** days from the last publication to the inspection day */
  | 'days-without-update'
  /** articles a week over the last period filed */
  | 'posts-per-week'
  /** readers can neither comment nor write in */
  | 'no-interaction'
  /** messages of a period that ended some days ago, still unanswered */
  | 'unanswered-messages'
  /** closed in the registry, its filing never withdrawn */
  | 'closed-without-procedure'
  /** listed as active, nothing published for two months */
  | 'abandoned'
  /** service entries of the menu that did not work when tried */
  | 'broken-service-entries'
  /** active without a filing */
  | 'filing-missing'
  /** opening, change, merger or closing not filed within the rule's working days */
  | 'filing-overdue'
  /** a published title with a form of the maintained list, confirmed by a person */
  | 'title-form'
  /** a number of a person left unmasked in a title, confirmed by a person */
  | 'unmasked-number';

/** How a rule's finding comes about: from data with evidence, or by a person. */
export type FindingWay =
  | {
      by: 'automatic';
      measure: AutomaticMeasure;
      /** where the finding begins; null takes the account's update clock */
      limit: number | null;
      /** Chinese: what the finding carries as evidence */
      evidence: string;
    }
  | { by: 'manual'; evidence: string };

export type RuleKind = 'veto' | 'deduction' | 'bonus';

export interface InspectionRule {
  id: string;
  /** 问题类别: a few words for lists */
  label: string;
  /** the rule as its source has it */
  wording: string;
  source: string;
  kind: RuleKind;
  /** for each time it is found; null for a veto */
  points: number | null;
  /** most that the rule takes or gives; null for a veto */
  cap: number | null;
  found: FindingWay;
  /** about what was published: until it is put right it counts as 未整改的内容问题 */
  ofContent?: true;
}

/** 检查细则: versioned, effective-dated, pure data. */
export interface RuleSet {
  id: string;
  name: string;
  version: string;
  /** Chinese sentence shown with the set: what of it is our own choice; null when nothing is */
  notice: string | null;
  sources: string[];
  /** the region whose accounts it is for; '' is the whole country */
  regionPrefix: RegionCode;
  kinds: AccountKind[];
  effective: { from: Day; to: Day | null };
  /** null: pass or fail only */
  points: { base: number; bonus: number; bonusAbove: number; failBelow: number } | null;
  /** the bulletin lists vetoes and deductions apart */
  twoTier: boolean;
  /** days that a rectification is given unless a date is set */
  rectificationDays: number;
  rules: InspectionRule[];
}
