import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../../../cloudfunctions/domain/access/decide';
import { type Grant, grants } from '../../../cloudfunctions/domain/access/grants.data';
import type { Place } from '../../../cloudfunctions/domain/access/scopes';
import type { Membership, Scope } from '../../../typings/membership';
import type { Role } from '../../../typings/vocabulary';

/**
 * The whole table of rights, refusals written out. Its file is committed, so that a change shows each
 * right that is widened or lost. Write it anew with `UPDATE_DECISIONS=1 npx jest decisions`.
 */
const file = join(__dirname, 'decisions.txt');

function place(agencyId: string, region: string, changes: Partial<Place> = {}): Place {
  const county = { level: 'county', department: 'education' } as const;
  return { agencyId, region, ...county, vendorIds: [], ...changes };
}

const relations = ['own', 'sibling', 'parent', 'child', 'none', 'absent'] as const;
type Relation = (typeof relations)[number];

interface Actor {
  name: string;
  role: Role | null;
  scope: Scope;
  places: Record<Relation, Place | null>;
}

const elsewhere = { none: place('far', '440103'), absent: null };
const aroundCounty = {
  own: place('gulou', '350102'),
  sibling: place('taijiang', '350103'),
  parent: place('fuzhou', '350100', { level: 'prefectural' }),
  child: place('street', '350102', { level: 'township' }),
  ...elsewhere,
};
const aroundCity = {
  own: place('fuzhou', '350100', { level: 'prefectural' }),
  sibling: place('xiamen', '350200', { level: 'prefectural' }),
  parent: place('fujian', '350000', { level: 'provincial' }),
  child: place('gulou', '350102'),
  ...elsewhere,
};

const actors: Actor[] = [
  {
    name: 'staff of one agency',
    role: 'staff',
    scope: { kind: 'agency', agencyId: 'gulou' },
    places: aroundCounty,
  },
  {
    name: 'supervisor of a city',
    role: 'supervisor',
    scope: { kind: 'region', regionPrefix: '3501' },
    places: aroundCity,
  },
  {
    name: "supervisor of a city's counties in another department",
    role: 'supervisor',
    scope: { kind: 'region', regionPrefix: '3501', levels: ['county'], department: 'health' },
    places: aroundCity,
  },
  {
    name: 'supervisor of the country',
    role: 'supervisor',
    scope: { kind: 'region', regionPrefix: '' },
    places: aroundCity,
  },
  {
    name: 'vendor with one contract',
    role: 'vendor',
    scope: { kind: 'vendor', vendorId: 'v1' },
    places: { ...aroundCounty, own: place('gulou', '350102', { vendorIds: ['v0', 'v1'] }) },
  },
  {
    name: 'researcher',
    role: 'researcher',
    scope: { kind: 'datasets' },
    places: aroundCounty,
  },
  {
    name: 'person without membership',
    role: null,
    scope: { kind: 'datasets' },
    places: aroundCounty,
  },
];

function decisionOf(grant: Grant, { role, scope, places }: Actor, relation: Relation): string {
  const membership = { id: 'm', scope, label: '', grantedAt: '' };
  const memberships: Membership[] = role === null ? [] : [{ ...membership, role }];
  const decision = decide(grant, memberships, places[relation]);
  return decision.allowed ? 'yes' : decision.refusal;
}

function line(action: string, cells: readonly string[]): string {
  return `${action.padEnd(26)}${cells.map((cell) => cell.padEnd(12)).join('')}`.trimEnd();
}

function table(): string {
  const sections = actors.map((actor) => {
    const rows = Object.entries<Grant>(grants).map(([action, grant]) =>
      line(
        action,
        relations.map((relation) => decisionOf(grant, actor, relation)),
      ),
    );
    return [`# ${actor.name}`, line('', relations), ...rows].join('\n');
  });
  return `${sections.join('\n\n')}\n`;
}

test('every role, action and scope is decided as the committed table says', () => {
  const decided = table();
  if (process.env.UPDATE_DECISIONS) writeFileSync(file, decided);
  expect(decided).toBe(readFileSync(file, 'utf8'));
});

test('a decision names the membership that allowed it', () => {
  const membership = (id: string, role: Role, scope: Scope): Membership => ({
    id,
    role,
    scope,
    label: '',
    grantedAt: '',
  });
  const memberships = [
    membership('researcher', 'researcher', { kind: 'datasets' }),
    membership('other', 'staff', { kind: 'agency', agencyId: 'taijiang' }),
    membership('own', 'staff', { kind: 'agency', agencyId: 'gulou' }),
  ];
  const decision = decide(grants['submissions.submit'], memberships, aroundCounty.own);
  expect(decision).toMatchObject({ allowed: true, by: { id: 'own' } });
});

test('a role does not lend its scope to the rights of another', () => {
  const staff: Membership = {
    id: 'staff',
    role: 'staff',
    scope: { kind: 'agency', agencyId: 'gulou' },
    label: '',
    grantedAt: '',
  };
  const supervisor: Membership = {
    ...staff,
    id: 'supervisor',
    role: 'supervisor',
    scope: { kind: 'region', regionPrefix: '3502' },
  };
  const decision = decide(grants['accounts.close'], [staff, supervisor], aroundCounty.own);
  expect(decision).toEqual({ allowed: false, refusal: 'forbidden' });
});
