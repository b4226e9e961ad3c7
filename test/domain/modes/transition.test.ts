import { operatingModes, transitionPlan } from '../../../cloudfunctions/domain/modes';

const pairs = operatingModes.flatMap((from) =>
  operatingModes.filter((to) => to !== from).map((to) => [from, to] as const),
);

describe('transitionPlan', () => {
  it.each(pairs)('from %s to %s keeps final review, says who and when', (from, to) => {
    const plan = transitionPlan(from, to, '2026-01-31');
    if (!plan.ok) throw new Error(plan.error.message);
    const steps = plan.value.sections.flatMap((section) => section.steps);
    expect(steps.some(({ text }) => text.includes('先审后发'))).toBe(true);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    expect(new Set(steps.map(({ text }) => text)).size).toBe(steps.length);
    for (const step of steps) {
      expect(step.dueDay).toBeGreaterThan(step.startDay);
      expect(step.ownerLabel).not.toBe('');
    }
    const confidential = steps.some(({ text }) => text.includes('保密协议'));
    expect(confidential).toBe(to !== 'independent');
  });

  it('dates steps from the start, across months', () => {
    const plan = transitionPlan('independent', 'delegated', '2026-01-31');
    const first = plan.ok ? plan.value.sections[0]?.steps[0] : null;
    expect(first).toMatchObject({
      startDay: 0,
      startsOn: '2026-01-31',
      dueDay: 7,
      dueOn: '2026-02-07',
    });
  });

  it('leaves dates out without a start', () => {
    const plan = transitionPlan('delegated', 'independent');
    const steps = plan.ok ? plan.value.sections.flatMap((section) => section.steps) : [];
    expect(steps.length).toBeGreaterThan(5);
    expect(steps.every(({ startsOn, dueOn }) => startsOn === null && dueOn === null)).toBe(true);
  });

  it('refuses a day that is none, and no change', () => {
    expect(transitionPlan('independent', 'delegated', '2026-02-30').ok).toBe(false);
    expect(transitionPlan('delegated', 'delegated').ok).toBe(false);
  });
});
