import fc from 'fast-check';
import { type Peer, standing } from '../../../cloudfunctions/domain/indices';
import type { PeerTraits } from '../../../typings/peers';
import { thousand } from './records';

const traits: PeerTraits = { level: 'county', department: 'health', kind: 'subscription' };
const peers = (count: number, change: Partial<PeerTraits> = {}): Peer[] =>
  Array.from({ length: count }, (_, index) => ({
    traits: { ...traits, ...change },
    value: index + 1,
  }));

describe('the peer group', () => {
  it('is the same level, department and kind when there are twenty', () => {
    const found = standing({ traits, value: 10 }, [
      ...peers(20),
      ...peers(50, { kind: 'service' }),
    ]);
    expect(found).toMatchObject({ size: 20, widened: null, median: 10.5, percentile: 47.5 });
    expect(found.sharedTraits).toEqual(['level', 'department', 'kind']);
  });

  it.each([
    [{ kind: 'service' as const }, ['level', 'department'], '账号类型'],
    [{ department: 'court' as const }, ['level'], '部门系统、账号类型'],
    [{ level: 'central' as const }, [], '级别、部门系统、账号类型'],
  ])('is widened when there are nineteen: %p', (others, shared, dropped) => {
    const found = standing({ traits, value: 10 }, [...peers(19), ...peers(5, others)]);
    expect(found).toMatchObject({ size: 24, sharedTraits: shared });
    expect(found.widened).toBe(`条件全同的账号只有 19 个，不足 20 个，已放宽${dropped}`);
  });

  it('leaves out who has no value, and is everybody when all are few', () => {
    const without: Peer[] = [{ traits, value: null }, ...peers(3)];
    expect(standing({ traits, value: 2 }, without)).toMatchObject({ size: 3, percentile: 50 });
    expect(standing({ traits, value: 2 }, [])).toMatchObject({ size: 0, percentile: null });
    expect(standing({ traits, value: null }, peers(30))).toMatchObject({
      percentile: null,
      nextDecile: null,
      median: 15.5,
    });
  });

  it('names the next tenth above, and none at the top', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 20, maxLength: 60 }),
        fc.nat(100),
        (all, value) => {
          const others = all.map((one) => ({ traits, value: one }));
          const { nextDecile, percentile } = standing({ traits, value }, others);
          if (nextDecile) {
            expect(nextDecile.value).toBeGreaterThan(value);
            expect(nextDecile.distance).toBe(nextDecile.value - value);
          }
          if (all.every((one) => one <= value)) expect(nextDecile).toBeNull();
          expect(percentile).toBeGreaterThanOrEqual(0);
          expect(percentile).toBeLessThanOrEqual(100);
        },
      ),
      thousand,
    );
  });
});
