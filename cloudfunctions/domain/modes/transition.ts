import type { Result } from '../../../typings/result';
import type { DatedStep, TransitionPlan, TransitionStep } from '../../../typings/transition';
import type { Day, OperatingMode } from '../../../typings/vocabulary';
import { dayAt, dayNumber } from '../indices/days';
import { modeLabels } from './labels.data';
import { partyLabels, sectionTitles, transitions } from './transitions.data';

const sections: readonly TransitionStep['section'][] = [
  'decide',
  'contract',
  'keep',
  'handover',
  'watch',
];

/**
 * The checklist from one mode to another, section by section, ready to print; dated when the start
 * is given. `invalid` for a day that is none, or when both modes are the same.
 */
export function transitionPlan(
  from: OperatingMode,
  to: OperatingMode,
  start: Day | null = null,
): Result<TransitionPlan> {
  const startNumber = start === null ? null : dayNumber(start);
  if (start !== null && startNumber === null) {
    return invalid('开始日期不是有效的日期，请按 2026-01-31 的格式填写', { start: '日期无效' });
  }
  const drafts = transitions[from][to];
  if (!drafts) return invalid('两种模式相同，不需要转换', { to: '应与现在的模式不同' });
  const steps = dedupe(drafts).map(
    (draft, index): DatedStep => ({
      ...draft,
      id: `${from}-${to}-${index + 1}`,
      ownerLabel: partyLabels[draft.owner],
      startsOn: startNumber === null ? null : dayAt(startNumber + draft.startDay),
      dueOn: startNumber === null ? null : dayAt(startNumber + draft.dueDay),
    }),
  );
  return {
    ok: true,
    value: {
      from,
      to,
      title: `由${modeLabels[from]}转为${modeLabels[to]}的清单`,
      sections: sections
        .map((section) => ({
          section,
          title: sectionTitles[section],
          steps: steps
            .filter((step) => step.section === section)
            .sort((a, b) => a.dueDay - b.dueDay),
        }))
        .filter((group) => group.steps.length > 0),
    },
  };
}

/** Parts of a checklist may share a step. */
function dedupe<T extends { text: string }>(drafts: readonly T[]): T[] {
  return [...new Map(drafts.map((draft) => [draft.text, draft])).values()];
}

function invalid(message: string, fields: Record<string, string>): Result<never> {
  return { ok: false, error: { code: 'invalid', message, fields } };
}
