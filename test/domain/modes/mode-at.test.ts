import { modeAt } from '../../../cloudfunctions/domain/modes/mode-at';

test('a mode registered before dawn in China counts from that day on', () => {
  const states = [
    { revision: 1, updatedAt: '2026-10-01T02:00:00.000Z', mode: 'independent' as const },
    { revision: 2, updatedAt: '2026-10-31T16:30:00.000Z', mode: 'delegated' as const },
  ];

  expect(modeAt(states, '2026-10-31')).toBe('independent');
  expect(modeAt(states, '2026-11-01')).toBe('delegated');
});
