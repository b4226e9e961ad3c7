import type { ProcedureDetail, ProcedureSummary } from '../../../typings/lifecycle';
import type { Day } from '../../../typings/vocabulary';
import { noticeText, progressOf, type Reckoning, rulesFor } from '../../domain/lifecycle';
import { isWorkday } from '../../platform/workdays';
import type { StoredAccount } from '../../records/accounts';
import type { StoredProcedure } from '../../records/procedures';

/** By what the procedures of an account are reckoned today. */
export function reckoningFor({ agency }: StoredAccount, today: Day): Reckoning {
  return { rules: rulesFor(agency.region, today), isWorkday, today };
}

export function summaryOf(
  procedure: StoredProcedure,
  account: StoredAccount,
  today: Day,
): ProcedureSummary {
  const { application, events, appliedOn, sample } = procedure;
  const { state, next, dueOn, overdue } = progressOf(
    application,
    events,
    reckoningFor(account, today),
  );
  return {
    id: procedure._id,
    accountId: account.id,
    accountName: account.name,
    agencyName: account.agency.name,
    kind: application.kind,
    state,
    next,
    dueOn,
    overdue,
    appliedOn,
    sample,
  };
}

export function detailOf(
  procedure: StoredProcedure,
  account: StoredAccount,
  today: Day,
): ProcedureDetail {
  const { application, events } = procedure;
  const reckoning = reckoningFor(account, today);
  const noticed = events.filter(({ act }) => act === 'notice').at(-1)?.on;
  return {
    ...summaryOf(procedure, account, today),
    sequence: events.length,
    application,
    events,
    steps: progressOf(application, events, reckoning).steps,
    rules: reckoning.rules,
    noticeText: noticeText(account, application, reckoning.rules, noticed ?? today),
  };
}
