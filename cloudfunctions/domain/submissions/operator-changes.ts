import type { Day, OperatingMode } from '../../../typings/vocabulary';

/** Who ran an account from a day on. */
export interface OperatedBy {
  day: Day;
  operator: string | null;
  mode: OperatingMode | null;
}

/** 换运营单位: the days on which an account passed into other hands, to be pinned to its trend. */
export function operatorChanges(states: readonly OperatedBy[]): { day: Day; text: string }[] {
  return states.slice(1).flatMap(({ day, operator, mode }, index) => {
    const before = states[index];
    if (!before || (before.operator === operator && before.mode === mode)) return [];
    if (before.operator === operator) return [{ day, text: '换运作方式' }];
    return [{ day, text: `换运营单位：${before.operator ?? '本单位'} → ${operator ?? '本单位'}` }];
  });
}
