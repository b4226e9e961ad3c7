import type { ModeFacts, ModeProfile, VendorGrade } from '../../../typings/modes';
import type { Day, Force } from '../../../typings/vocabulary';
import { dayOfInstant } from '../../domain/indices/days';
import { classify, modeHistory } from '../../domain/modes';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import type { StoredAccount } from '../../records/accounts';
import { factsOf } from '../../records/mode-facts';
import { findScoreHead } from '../../records/scores';
import { recentHeads } from '../../records/submissions';
import { recordOf } from '../shared/vendor-record';

const forces: Force[] = ['dissemination', 'service', 'interaction'];
const dayLength = 86_400_000;

/** What is known of how an account is run, what follows from it, and how it came about. */
export async function profileOf(account: StoredAccount, today: Day): Promise<ModeProfile> {
  const [stated, measured, record] = await Promise.all([
    factsOf(account.id),
    measuredFacts(account.id, today),
    presentRecord(account, today),
  ]);
  const said = stated[0]?.facts;
  const vendors = { ...known({ record }), ...said?.vendors };
  const facts: ModeFacts = {
    ...registeredFacts(account),
    ...measured,
    ...said,
    ...(Object.keys(vendors).length > 0 ? { vendors } : {}),
  };
  const statements = stated.map(({ enteredAt, facts: then }) => ({
    from: dayOfInstant(enteredAt),
    facts: { ...registeredFacts(account), ...then },
  }));
  return {
    accountId: account.id,
    facts,
    revision: stated[0]?.revision ?? 0,
    classification: classify(facts),
    history: modeHistory(statements),
  };
}

/** The registry's part of the facts. */
function registeredFacts({ name, kind, agency, operation }: StoredAccount): ModeFacts {
  const { openedOn, fullTimeStaff, partTimeStaff, annualBudget, mode } = operation;
  return known({
    name,
    kind,
    level: agency.level,
    department: agency.department,
    foundedYear: openedOn === null ? undefined : Number(openedOn.slice(0, 4)),
    staff: known({ fullTime: fullTimeStaff ?? undefined, partTime: partTimeStaff ?? undefined }),
    budgetYuan: annualBudget ?? undefined,
    currentMode: mode ?? undefined,
  });
}

/** The worst record among the vendors that run the account today. */
async function presentRecord(
  { vendorIds }: StoredAccount,
  today: Day,
): Promise<VendorGrade | undefined> {
  const records = await Promise.all(vendorIds.map((id) => recordOf(id, today)));
  const grades = records.flatMap(({ grade }) => grade ?? []);
  return (['poor', 'fair', 'good'] as const).find((grade) => grades.includes(grade));
}

/** What the newest period's figures say. */
async function measuredFacts(accountId: string, today: Day): Promise<ModeFacts> {
  const [head] = await recentHeads(accountId, 1);
  if (!head) return {};
  const score = await findScoreHead(accountId, head.period, defaultScheme);
  const parts = forces.flatMap((force) => {
    const value = score?.parts[force];
    return typeof value === 'number' ? [[force, value]] : [];
  });
  return known({
    forces: parts.length > 0 ? Object.fromEntries(parts) : undefined,
    followers: head.figures.followers?.value ?? undefined,
    daysSinceUpdate: daysBetween(head.lastPublished, today),
  });
}

function daysBetween(from: Day | null, to: Day): number | undefined {
  if (from === null) return undefined;
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / dayLength);
}

function known<T extends object>(facts: T): T {
  const entries = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T;
}
