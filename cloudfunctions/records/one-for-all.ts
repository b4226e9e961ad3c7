import { inOneUnit, type Unit } from './collection';
import { isContention } from './failures';

/**
 * Does what lies to be done, some of it a time, as far as some batches reach. Work that everybody meets
 * on would be undone again and again if each did their own; so whoever comes does what lies there, and
 * who meets another at it leaves it to that one. What is left, the next one or a timer does.
 */
export async function oneForAll(
  batches: number,
  {
    next,
    work,
  }: {
    /** ids of what lies to be done; none when nothing does */
    next: () => Promise<string[]>;
    /** does what of it nobody has done since, and marks it as done before anything else */
    work: (unit: Unit, ids: string[]) => Promise<void>;
  },
): Promise<void> {
  for (let batch = 0; batch < batches; batch += 1) {
    const ids = await next();
    if (ids.length === 0) return;
    try {
      await inOneUnit((unit) => work(unit, ids));
    } catch (failure) {
      if (isContention(failure)) return;
      throw failure;
    }
  }
}
