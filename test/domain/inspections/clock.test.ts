import fc from 'fast-check';
import { daysBetween, dueAfterAppeal } from '../../../cloudfunctions/domain/inspections';

it('moves the date of an upheld verdict by the days that the appeal lay', () => {
  const due = (appealedOn: string, decidedOn: string) =>
    dueAfterAppeal('2026-02-27', { appealedOn, decidedOn });
  expect(due('2026-02-20', '2026-02-20')).toBe('2026-02-27');
  expect(due('2026-02-20', '2026-02-23')).toBe('2026-03-02');
  expect(due('2026-02-26', '2026-03-26')).toBe('2026-03-27');
});

it('leaves an agency as many days after an appeal as it had when it appealed', () => {
  const dayOf = (number: number) =>
    new Date(Date.UTC(2026, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);
  const days = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(days, days, days, (appealed, left, lay) => {
      const due = dueAfterAppeal(dayOf(appealed + left), {
        appealedOn: dayOf(appealed),
        decidedOn: dayOf(appealed + lay),
      });
      expect(daysBetween(dayOf(appealed + lay), due)).toBe(left);
    }),
  );
});
