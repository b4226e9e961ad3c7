import type { Scope } from '../../../typings/membership';
import type { Role } from '../../../typings/vocabulary';
import { regionScopeLabel } from '../../domain/access/label';
import { type Place, placesOf } from '../../domain/access/scopes';
import { accountsOfAgencies, accountsOfVendors, placeOfAccount } from '../../records/accounts';
import { regionNames } from '../shared/regions';

export interface InvitedPlace {
  label: string;
  /** where the membership will lie */
  place: Place;
  /** everything that it will reach: the inviter must reach it all */
  places: Place[];
  /** a scope of codes, which says nothing of what is there */
  named?: true;
}

const scopeOfRole: Record<Role, Scope['kind']> = {
  staff: 'agency',
  supervisor: 'region',
  vendor: 'vendor',
  researcher: 'datasets',
};

const wholeCountry: Place = {
  agencyId: null,
  region: '',
  level: null,
  department: null,
  vendorIds: [],
};

/** What an invitation would open; null when there is no such agency or vendor, or the role has no such scope. */
export async function invitedPlace({
  role,
  scope,
}: {
  role: Role;
  scope: Scope;
}): Promise<InvitedPlace | null> {
  if (scopeOfRole[role] !== scope.kind) return null;
  switch (scope.kind) {
    case 'agency': {
      const [account] = await accountsOfAgencies([scope.agencyId]);
      return account ? opened(account.agency.name, [placeOfAccount(account)]) : null;
    }
    case 'region':
      return named(opened(regionScopeLabel(scope, regionNames()), placesOf(scope)));
    case 'vendor': {
      const accounts = await accountsOfVendors([scope.vendorId]);
      return opened(accounts[0]?.operation.operator ?? '受托方', accounts.map(placeOfAccount));
    }
    case 'datasets':
      return named(opened('研究数据', [wholeCountry]));
  }
}

function opened(label: string, places: Place[]): InvitedPlace | null {
  const [place] = places;
  return place ? { label, place, places } : null;
}

function named(invited: InvitedPlace | null): InvitedPlace | null {
  return invited && { ...invited, named: true };
}
