import type { Department, Instant, Level, RegionCode, Role } from './vocabulary';

/**
 * What a membership reaches. Staff: one agency. Supervisor: every account whose region code starts
 * with `regionPrefix` ('' is the whole country), narrowed by level and department where given.
 * Vendor: the accounts of its own contracts. Researcher: released datasets alone.
 */
export type Scope =
  | { kind: 'agency'; agencyId: string }
  | { kind: 'region'; regionPrefix: RegionCode; levels?: Level[]; department?: Department }
  | { kind: 'vendor'; vendorId: string }
  | { kind: 'datasets' };

export type RegionScope = Extract<Scope, { kind: 'region' }>;

export interface Membership {
  id: string;
  role: Role;
  scope: Scope;
  /** Chinese, for the screen: 「鼓楼区 · 全部账号」 */
  label: string;
  grantedAt: Instant;
}

/** What a supervisor sees of a member: never an openid. */
export interface MemberListing extends Membership {
  alias: string;
  revocable: boolean;
}

export interface Invitation {
  role: Role;
  scope: Scope;
  label: string;
  expiresAt: Instant;
}
