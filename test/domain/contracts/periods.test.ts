import fc from 'fast-check';
import { contractPeriod, periodsOf } from '../../../cloudfunctions/domain/contracts';
import { contract } from './contract';

describe('periodsOf', () => {
  it('covers every day of the term once', () => {
    const kind = fc.constantFrom('week', 'month', 'quarter', 'year', 'term' as const);
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), kind, (from, days, chosen) => {
        const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
        const term = { startsOn: day(from), endsOn: day(from + days) };
        const list = periodsOf(term, chosen as 'week');
        expect(list[0]?.starts).toBe(term.startsOn);
        expect(list.at(-1)?.ends).toBe(term.endsOn);
        list.slice(1).forEach(({ starts }, index) => {
          const before = Date.parse(list[index]?.ends ?? '');
          expect(Date.parse(starts) - before).toBe(86_400_000);
        });
      }),
    );
  });

  it.each(['2027-01', '2026-13', '2025-Q4', 'x'])('has no %s in 2026', (period) => {
    expect(contractPeriod(contract(), period)).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });
});
