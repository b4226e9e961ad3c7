import type { ScopeState } from '../../../typings/supervision';
import type { Day, PeriodId } from '../../../typings/vocabulary';
import type { RegionScope } from '../../domain/access/scopes';
import { findScheme, periodOf, previousPeriod, summariseScheme } from '../../domain/indices';
import { dayAt, dayNumber } from '../../domain/indices/days';
import { boardOf } from '../../domain/leaderboards/cells';
import { sumOf } from '../../domain/leaderboards/counting';
import type { Buckets } from '../../domain/submissions/peer-buckets';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { bandsOf, changesOf, spreadOf } from '../../domain/supervision/scope-state';
import { forbidden, notFound, Refusal, unwrap } from '../../handler/refusal';
import type { Moment } from '../../platform/clock';
import { accountsById } from '../../records/accounts';
import { soonDue } from '../../records/activity';
import { contractsEnding } from '../../records/contracts';
import type { StoredMembership } from '../../records/memberships';
import { countedCells } from '../../records/peer-counters';
import { totalsWithin } from '../../records/registry-totals';
import { countedInCounty } from '../../records/scores';

/** Days ahead that a supervisor is told of accounts whose time to publish runs out. */
const daysAhead = 3;
const shownDue = 5;
/** Days ahead that a supervisor is told of contracts that end. */
const endingDays = 60;
const shownEnding = 3;

/** Where one of the caller's scopes stands: the one asked for, else the first. */
export async function scopeStateOf(
  memberships: StoredMembership[],
  asked: string | undefined,
  { today }: Moment,
): Promise<ScopeState> {
  const held = memberships.flatMap((membership) => {
    const { role, scope } = membership;
    return role === 'supervisor' && scope.kind === 'region' ? [{ ...membership, scope }] : [];
  });
  const chosen = asked === undefined ? held[0] : held.find(({ id }) => id === asked);
  if (!chosen) throw new Refusal(held.length > 0 ? notFound : forbidden);
  const scheme = summariseScheme(unwrap(findScheme(defaultScheme)));
  const period = unwrap(previousPeriod(unwrap(periodOf(today, 'month')).id)).id;
  const before = unwrap(previousPeriod(period)).id;
  const [now, previous, growth, due, registered, ending] = await Promise.all([
    countedOf(chosen.scope, period, 'index'),
    countedOf(chosen.scope, before, 'index'),
    countedOf(chosen.scope, period, 'growth'),
    dueIn(chosen.scope, dayAt((dayNumber(today) ?? 0) + daysAhead)),
    registeredIn(chosen.scope),
    endingIn(chosen, today),
  ]);
  const changes = changesOf(growth);
  return {
    id: chosen.id,
    label: chosen.label,
    scopes: held.map(({ id, label }) => ({ id, label })),
    schemeName: scheme.name,
    notice: scheme.notice,
    period,
    registered,
    ...ending,
    accounts: sum(now),
    previousAccounts: sum(previous),
    index: spreadOf(defaultScheme, now),
    previousIndex: spreadOf(defaultScheme, previous),
    changes,
    bands: bandsOf(defaultScheme, now, previous),
    ...due,
  };
}

const sum = (buckets: Buckets): number =>
  Object.values(buckets).reduce((all, count) => all + count, 0);

/** The counters of a country, province or city; the scores themselves of a county's few accounts. */
async function countedOf(
  { regionPrefix, levels, department }: RegionScope,
  period: PeriodId,
  measure: 'index' | 'growth',
): Promise<Buckets> {
  const board = boardOf(defaultScheme, period);
  const narrowed = { levels, department };
  const cells =
    regionPrefix.length === 6
      ? await countedInCounty(board, regionPrefix, narrowed, measure)
      : await countedCells(board, { regionPrefix, ...narrowed }, measure);
  return sumOf(cells);
}

async function registeredIn(scope: RegionScope): Promise<ScopeState['registered']> {
  const totals = await totalsWithin(scope);
  if (!totals) return null;
  const { active, closed, unfiled, sample, countedOn } = totals;
  return { active, closed, unfiled, isSample: active > 0 && sample === active, countedOn };
}

async function endingIn(
  membership: StoredMembership,
  today: Day,
): Promise<Pick<ScopeState, 'ending' | 'moreEnding'>> {
  const until = dayAt((dayNumber(today) ?? 0) + endingDays);
  const contracts = await contractsEnding([membership], undefined, today, shownEnding + 1);
  const soon = contracts.filter(({ endsOn }) => endsOn <= until);
  return {
    ending: soon
      .slice(0, shownEnding)
      .map(({ id, accountNames, agencyName, vendorName, endsOn }) => ({
        contractId: id,
        name: accountNames.join('、') || agencyName,
        vendorName,
        endsOn,
      })),
    moreEnding: soon.length > shownEnding,
  };
}

async function dueIn(
  scope: RegionScope,
  until: string,
): Promise<Pick<ScopeState, 'due' | 'moreDue'>> {
  const { items, next } = await soonDue([scope], { until, after: null, limit: shownDue });
  const accounts = await accountsById(items.map(({ accountId }) => accountId));
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const due = items.flatMap(({ accountId, lastPublished }) => {
    const name = names.get(accountId);
    return name === undefined ? [] : [{ accountId, name, lastPublished }];
  });
  return { due, moreDue: next !== null };
}
