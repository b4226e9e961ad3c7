import type { AutomaticMeasure, RuleSet } from '../../../typings/inspection-rules';
import type { EvidenceFigure, Finding, Lead } from '../../../typings/inspections';
import type { FilingGap } from '../../../typings/lifecycle';
import type { TitleHit } from '../../../typings/monitors';
import { kindLabels, type LateFiling } from '../lifecycle';
import type { ExternalFinding } from './findings';

type Hit = Pick<
  TitleHit,
  'kind' | 'found' | 'instead' | 'excerpt' | 'publishedAt' | 'url' | 'list' | 'state' | 'note'
>;

/** What the checks of the life cycle and of titles know of an account. */
export interface OtherChecks {
  gaps: FilingGap[];
  lateFilings: LateFiling[];
  /** not yet decided, or handed to an inspection by a person */
  hits: Hit[];
}

const gapLabels: Record<FilingGap['kind'], string> = {
  unfiled: '备案情况',
  'filing-pending': '备案情况',
  'closed-without-procedure': '关停手续',
  'closed-still-linked': '仍被链接',
  'closed-still-publishing': '仍在发文',
};

/** The measure of a rule that says the same as a lead. */
const sameAs: Record<Lead['kind'], AutomaticMeasure | null> = {
  unfiled: 'filing-missing',
  'filing-pending': null,
  'closed-without-procedure': 'closed-without-procedure',
  'closed-still-linked': null,
  'closed-still-publishing': null,
  'filing-overdue': 'filing-overdue',
  'wrong-form': 'title-form',
  sensitive: 'title-form',
  'identity-number': 'unmasked-number',
  'phone-number': 'unmasked-number',
  'bank-card': 'unmasked-number',
};

const mostHits = 20;

/**
 * What of it a rule may take as found from data: a filing that a binding rule's calendar shows late, and
 * what a person handed to the inspection. Whatever else there is stays a lead.
 */
export function externalFindings({ lateFilings, hits }: OtherChecks): ExternalFinding[] {
  const late = lateFilings.filter(({ limit }) => limit.basis === 'binding');
  const confirmed = hits.filter(({ state }) => state === 'inspection');
  return [
    ...late.map(
      (one): ExternalFinding => ({
        measure: 'filing-overdue',
        figures: lateFigures(one),
        link: null,
      }),
    ),
    ...confirmed.map(
      (hit): ExternalFinding => ({
        measure: hit.list === null ? 'unmasked-number' : 'title-form',
        figures: hitFigures(hit),
        link: webLink(hit.url),
      }),
    ),
  ];
}

/** Everything of it that no finding says already, for the inspector to look at. */
export function leadsOf(
  { gaps, lateFilings, hits }: OtherChecks,
  ruleSet: RuleSet,
  findings: readonly Finding[],
): Lead[] {
  const said = new Set(
    ruleSet.rules.flatMap(({ id, found }) =>
      found.by === 'automatic' && findings.some(({ ruleId }) => ruleId === id)
        ? [found.measure]
        : [],
    ),
  );
  const isSaid = (kind: Lead['kind']) => {
    const measure = sameAs[kind];
    return measure !== null && said.has(measure);
  };
  return [
    ...gaps
      .filter(({ kind, overdue }) => (kind === 'filing-pending' ? overdue : !isSaid(kind)))
      .map(({ kind, evidence }) => lead(kind, [figure(gapLabels[kind], evidence, null)], null)),
    ...lateFilings
      .filter(({ limit }) => limit.basis !== 'binding' || !isSaid('filing-overdue'))
      .map((one) => lead('filing-overdue', lateFigures(one), null)),
    ...hits
      .filter(({ kind, state }) => state === 'open' || !isSaid(kind))
      .slice(0, mostHits)
      .map((hit) => lead(hit.kind, hitFigures(hit), webLink(hit.url))),
  ];
}

function lead(kind: Lead['kind'], figures: EvidenceFigure[], link: string | null): Lead {
  return { kind, evidence: { figures, link, fileIds: [] } };
}

function lateFigures({ kind, dueOn, doneOn, limit }: LateFiling): EvidenceFigure[] {
  const unit = limit.unit === 'working' ? '个工作日' : '天';
  const basis = limit.basis === 'binding' ? limit.source : `参照${limit.source}`;
  return [
    figure(`${kindLabels[kind]}应备案`, `${dueOn} 前（${limit.days} ${unit}，${basis}）`, null),
    figure('实际备案', doneOn ?? '尚未备案', doneOn),
  ];
}

/** What was found is masked where it was stored. */
function hitFigures(hit: Hit): EvidenceFigure[] {
  const { found, instead, excerpt, publishedAt, list, state, note } = hit;
  const shown = instead === null ? `“${found}”` : `“${found}”，应为“${instead}”`;
  return [
    figure('标题', excerpt, publishedAt),
    figure(list ?? '号码未遮挡', shown, null),
    figure(
      '监测复核',
      state === 'open' ? '还没有人复核' : `转检查${note ? `：${note}` : ''}`,
      null,
    ),
  ];
}

/** Evidence links are of https alone: a page of the platform answers under both. */
function webLink(url: string | null): string | null {
  return url === null ? null : url.replace(/^http:\/\//i, 'https://');
}

function figure(label: string, value: string, asOf: string | null): EvidenceFigure {
  return { label, value, asOf };
}
