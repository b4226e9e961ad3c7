import type { FilingGap } from '../../../typings/lifecycle';
import type { Day } from '../../../typings/vocabulary';
import type { OtherChecks } from '../../domain/inspections';
import { closedGaps, lateFiling, rulesFor, unfiledGap } from '../../domain/lifecycle';
import { isWorkday } from '../../platform/workdays';
import { type StoredAccount, shown } from '../../records/accounts';
import { proceduresOf } from '../../records/procedures';
import { type HitDocument, hitCountsOf, hitsOfAccount } from '../../records/title-hits';
import { tracesOfClosed } from '../shared/closed-traces';

/** What the checks of the life cycle and of titles know of some accounts on a day, by their ids. */
export async function otherChecksOf(
  accounts: StoredAccount[],
  day: Day,
): Promise<Map<string, OtherChecks>> {
  const [traces, counts] = await Promise.all([
    tracesOfClosed(accounts.filter(({ status }) => status === 'closed')),
    hitCountsOf(accounts.map(({ id }) => id)),
  ]);
  const gapsOf = (account: StoredAccount): FilingGap[] => {
    const trace = traces.get(account.id);
    return trace
      ? closedGaps(shown(account), trace)
      : [unfiledGap(shown(account), day, isWorkday)].flatMap((gap) => gap ?? []);
  };
  const entries = accounts.map(async (account): Promise<[string, OtherChecks]> => {
    const count = counts.get(account.id);
    const isHit = count !== undefined && count.open + count.inspection > 0;
    const [procedures, hits] = await Promise.all([
      proceduresOf(account.id),
      isHit ? hitsOfAccount(account.id) : [],
    ]);
    const reckoning = { rules: rulesFor(account.agency.region, day), isWorkday, today: day };
    const lateFilings = procedures.flatMap(
      ({ application, events }) => lateFiling(application, events, reckoning) ?? [],
    );
    return [account.id, { gaps: gapsOf(account), lateFilings, hits: hits.filter(isAbout) }];
  });
  return new Map(await Promise.all(entries));
}

/** What a person found false, or saw corrected, is over. */
function isAbout({ state }: HitDocument): boolean {
  return state === 'open' || state === 'inspection';
}
