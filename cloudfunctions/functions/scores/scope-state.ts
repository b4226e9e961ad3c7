import type { BoardMeasure } from '../../../typings/leaderboards';
import type { ScopeState, Spread } from '../../../typings/supervision';
import type { Day, PeriodId } from '../../../typings/vocabulary';
import type { RegionScope } from '../../domain/access/scopes';
import { findScheme, periodOf, previousPeriod, summariseScheme } from '../../domain/indices';
import { dayAt, dayNumber } from '../../domain/indices/days';
import { valueKey } from '../../domain/leaderboards/rank-key';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { bandsOf, levelGrowth, medianRanks } from '../../domain/supervision/scope-state';
import { forbidden, notFound, Refusal, unwrap } from '../../handler/refusal';
import type { Moment } from '../../platform/clock';
import { accountsById } from '../../records/accounts';
import { soonDue } from '../../records/activity';
import { type LiveBoard, liveBoard } from '../../records/board-pages';
import { contractsEnding } from '../../records/contracts';
import type { StoredMembership } from '../../records/memberships';
import { totalsWithin } from '../../records/registry-totals';

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
  const now = boardOf(chosen.scope, period, 'index');
  const previous = boardOf(chosen.scope, before, 'index');
  const [stretches, previousStretches, changes, due, registered, ending] = await Promise.all([
    now.stretches(),
    previous.stretches(),
    changesOn(boardOf(chosen.scope, period, 'growth')),
    dueIn(chosen.scope, dayAt((dayNumber(today) ?? 0) + daysAhead)),
    registeredIn(chosen.scope),
    endingIn(chosen, today),
  ]);
  const [accounts, previousAccounts] = [await now.size(), await previous.size()];
  const [index, previousIndex] = await Promise.all([spreadOf(now), spreadOf(previous)]);
  return {
    id: chosen.id,
    label: chosen.label,
    scopes: held.map(({ id, label }) => ({ id, label })),
    schemeName: scheme.name,
    notice: scheme.notice,
    period,
    registered,
    ...ending,
    accounts,
    previousAccounts,
    index,
    previousIndex,
    changes,
    bands: bandsOf(defaultScheme, stretches, previousStretches),
    ...due,
  };
}

/** The scope's own board of a month. */
function boardOf(
  { regionPrefix, levels, department }: RegionScope,
  period: PeriodId,
  measure: BoardMeasure,
): LiveBoard {
  return liveBoard({ scheme: defaultScheme, period, measure, regionPrefix, levels, department });
}

/** Median and its interval; null of few accounts. */
async function spreadOf(board: LiveBoard): Promise<Spread | null> {
  const ranks = medianRanks(await board.size());
  if (!ranks) return null;
  const [median, high, low] = await Promise.all([
    board.median(),
    board.valueAt(ranks.high),
    board.valueAt(ranks.low),
  ]);
  return median === null || high === null || low === null ? null : { median, high, low };
}

async function changesOn(growth: LiveBoard): Promise<ScopeState['changes']> {
  const { fell, rose } = levelGrowth(defaultScheme);
  const [size, up, upOrLevel] = await Promise.all([
    growth.size(),
    growth.countBefore(valueKey(rose)),
    growth.countBefore(valueKey(fell)),
  ]);
  return { up, level: upOrLevel - up, down: size - upOrLevel };
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
