import {
  allowedUntil,
  besideOthers,
  closedPeriod,
  mayDownload,
  overlaps,
  statusOn,
} from '../../../cloudfunctions/domain/datasets/admission';
import type { RegionScope } from '../../../typings/membership';

const today = '2026-11-25';
const scope = (regionPrefix: string, rest: Partial<RegionScope> = {}): RegionScope => ({
  kind: 'region',
  regionPrefix,
  ...rest,
});

test.each([
  ['2026-10', true],
  ['2026-Q3', true],
  ['2026-11', false],
  ['2027-01', false],
  ['十月', false],
])('the period %s may be released: %s', (period, allowed) => {
  expect(closedPeriod(period, today).ok).toBe(allowed);
});

test.each([
  ['2026-11-24', false],
  ['2026-11-25', true],
  ['2028-11-25', true],
  ['2028-11-26', false],
])('use until %s may be asked for: %s', (until, allowed) => {
  expect(allowedUntil(until, today).ok).toBe(allowed);
});

test.each<[RegionScope, RegionScope, boolean]>([
  [scope('35'), scope('3501'), true],
  [scope('3501'), scope(''), true],
  [scope('3501'), scope('3502'), false],
  [scope('35', { levels: ['county'] }), scope('3501', { levels: ['township'] }), false],
  [scope('35', { levels: ['county'] }), scope('3501'), true],
  [scope('35', { department: 'health' }), scope('35', { department: 'education' }), false],
])('%j and %j share accounts: %s', (one, other, shared) => {
  expect([overlaps(one, other), overlaps(other, one)]).toEqual([shared, shared]);
});

test('no two standing releases of a period tell of one account', () => {
  const other = { scope: scope('35'), title: '福建', status: 'ready' as const };
  const refused = besideOthers(scope('3501'), [other]);
  expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(besideOthers(scope('3501'), [{ ...other, status: 'withdrawn' }]).ok).toBe(true);
  expect(besideOthers(scope('44'), [other]).ok).toBe(true);
});

test('an approval opens a standing release until its last day, once the licence is accepted', () => {
  const approved = {
    status: 'approved',
    until: today,
    licenceAcceptedAt: '2026-11-01T00:00:00Z',
  } as const;
  const ready = { status: 'ready' } as const;
  expect(mayDownload(approved, ready, today)).toEqual({ ok: true, value: null });
  expect(statusOn(approved, '2026-11-26')).toBe('expired');
  const codeOf = (...given: Parameters<typeof mayDownload>) => {
    const answer = mayDownload(...given);
    return answer.ok ? 'ok' : answer.error.code;
  };
  expect(codeOf(approved, ready, '2026-11-26')).toBe('forbidden');
  expect(codeOf({ ...approved, licenceAcceptedAt: null }, ready, today)).toBe('conflict');
  expect(codeOf(approved, { status: 'withdrawn' }, today)).toBe('conflict');
  for (const status of ['waiting', 'refused', 'revoked'] as const) {
    expect(codeOf({ ...approved, status }, ready, today)).toBe('forbidden');
  }
});
