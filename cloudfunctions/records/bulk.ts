import { isDeepStrictEqual } from 'node:util';
import type { Scope } from '../../typings/membership';
import type { Account } from '../../typings/registry';
import type { Role } from '../../typings/vocabulary';
import type { Place } from '../domain/access/scopes';
import { now } from '../platform/clock';
import { keyedHash } from '../platform/identity';
import { randomId } from '../platform/random';
import { accountsOfAgencies, placeOfAccount } from './accounts';
import { recordActivity, type Told } from './activity';
import { inOneUnit } from './collection';
import { writeAccounts } from './import-accounts';
import { aliasOf } from './invitations';
import { addMembership, membershipsOf } from './memberships';

export { recordSubmissions } from './bulk-submissions';
export { addReports } from './contract-reports';
export { createCollections } from './create-collections';
export { addFeedbackDays } from './feedback';
export { addComments } from './feedback-comments';
export { addStatements } from './matrix';
export { addFacts } from './mode-facts';
export { addProcedures } from './procedures';
export { countPage } from './registry-totals';
export { addContract } from './save-contract';

/** Writes accounts as they are given: sample data, or a registry kept elsewhere. */
export async function importAccounts(accounts: Account[]): Promise<void> {
  const states = accounts.map((account) => ({ ...account, vendorIds: [] }));
  await writeAccounts(states, { who: 'script' });
}

/** Keeps when accounts were last seen to publish, after what their files tell. */
export async function observeActivity(list: { account: Account; told: Told }[]): Promise<void> {
  for (const { account, told } of list) {
    await inOneUnit((unit) => recordActivity(unit, { ...account, vendorIds: [] }, told));
  }
}

/** Grants a membership without an invitation, for scripts alone; one that stands is left as it is. */
export async function grantMembership(
  openid: string,
  { role, scope, label }: { role: Role; scope: Scope; label: string },
): Promise<void> {
  const member = keyedHash('member', openid);
  const standing = await membershipsOf(member);
  if (standing.some((one) => one.role === role && isDeepStrictEqual(one.scope, scope))) return;
  await addMembership({
    id: randomId(),
    role,
    scope,
    label,
    grantedAt: now().instant,
    member,
    alias: aliasOf(member),
    seat: await seatOf(scope),
    grantedBy: 'script',
    revokedAt: null,
  });
}

async function seatOf(scope: Scope): Promise<Place> {
  const nowhere = { agencyId: null, region: '', level: null, department: null, vendorIds: [] };
  if (scope.kind === 'region') {
    return { ...nowhere, region: scope.regionPrefix, department: scope.department ?? null };
  }
  if (scope.kind !== 'agency') return nowhere;
  const [account] = await accountsOfAgencies([scope.agencyId]);
  return account ? placeOfAccount(account) : { ...nowhere, agencyId: scope.agencyId };
}
