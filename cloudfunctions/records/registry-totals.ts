import type { Day, RegionCode } from '../../typings/vocabulary';
import type { RegionScope } from '../domain/access/scopes';
import {
  added,
  noAccounts,
  type RegistryTally,
  tallied,
  talliesOf,
} from '../domain/registry/tally';
import { accounts } from './accounts';
import { collection, command, type Document, inOneUnit } from './collection';

/** How many accounts a region has, by level and department, as counted on a day. */
interface TotalsDocument extends Document {
  day: Day;
  cells: Record<string, RegistryTally>;
}

/** How far the count of a day is. Two sets of totals take turns: one is read while one is made. */
interface CountDocument extends Document {
  day: Day;
  cursor: string;
  done: boolean;
  set: 'a' | 'b';
  /** the last count that is whole */
  newest: { day: Day; set: 'a' | 'b' } | null;
}

const totals = collection<TotalsDocument>('registry-totals');
const counts = collection<CountDocument>('registry-counts');
const countId = 'registry';
const pageSize = 500;
const counted = ['agency', 'status', 'filing', 'sample', 'place'];

const totalsId = (set: string, region: RegionCode): string => `${set}:${region || 'all'}`;

/**
 * Counts one more page of the registry; false when the day's count is whole. What a page adds and how
 * far it came are written in one unit, so that a page is counted once, whoever counts it again.
 */
export async function countPage(day: Day): Promise<boolean> {
  const standing = (await counts.find(countId)) ?? firstCount;
  if (standing.day === day && standing.done) return false;
  const count = standing.day === day ? standing : begun(standing, day);
  const page = await accounts.list(
    { place: command.gt(count.cursor) },
    { limit: pageSize + 1, order: ['place', 'asc'], fields: counted },
  );
  const rows = page.slice(0, pageSize);
  const isLast = page.length <= pageSize;
  await inOneUnit(async (unit) => {
    const now = (await unit.find<CountDocument>('registry-counts', countId)) ?? firstCount;
    if (now.day !== standing.day || now.cursor !== standing.cursor || now.done !== standing.done) {
      return;
    }
    for (const [region, cells] of talliesOf(rows)) {
      const _id = totalsId(count.set, region);
      const before = await unit.find<TotalsDocument>('registry-totals', _id);
      const own = before?.day === day ? before.cells : {};
      await unit.put<TotalsDocument>('registry-totals', { _id, day, cells: tallied(own, cells) });
    }
    await unit.put<CountDocument>('registry-counts', {
      ...count,
      cursor: rows.at(-1)?.place ?? count.cursor,
      done: isLast,
      newest: isLast ? { day, set: count.set } : count.newest,
    });
  });
  return !isLast;
}

const firstCount: CountDocument = {
  _id: countId,
  day: '',
  cursor: '',
  done: false,
  set: 'a',
  newest: null,
};

function begun({ newest }: CountDocument, day: Day): CountDocument {
  return { ...firstCount, day, set: newest?.set === 'a' ? 'b' : 'a', newest };
}

/** How many accounts a scope has, and the day that they were counted on; null before the first count. */
export async function totalsWithin({
  regionPrefix,
  levels,
  department,
}: RegionScope): Promise<(RegistryTally & { countedOn: Day }) | null> {
  const newest = (await counts.find(countId))?.newest;
  if (!newest) return null;
  const document = await totals.find(totalsId(newest.set, regionPrefix));
  const cells = document?.day === newest.day ? document.cells : {};
  const own = Object.entries(cells).filter(([cell]) => {
    const [level, of] = cell.split(':');
    return (!levels || levels.some((one) => one === level)) && (!department || department === of);
  });
  const all = own.reduce((total, [, one]) => added(total, one), noAccounts);
  return { ...all, countedOn: newest.day };
}
