import { operatorChanges } from '../../../cloudfunctions/domain/submissions/operator-changes';

const state = (day: string, operator: string | null, mode: 'independent' | 'delegated' | null) => ({
  day,
  operator,
  mode,
});

test('a change of hands is pinned to its day, and other changes are not', () => {
  const states = [
    state('2026-01-05', null, 'independent'),
    state('2026-03-01', null, 'independent'),
    state('2026-06-10', '示例传媒', 'delegated'),
    state('2026-08-02', '另一家', 'delegated'),
    state('2026-09-02', '另一家', null),
  ];
  expect(operatorChanges(states)).toEqual([
    { day: '2026-06-10', text: '换运营单位：本单位 → 示例传媒' },
    { day: '2026-08-02', text: '换运营单位：示例传媒 → 另一家' },
    { day: '2026-09-02', text: '换运作方式' },
  ]);
});
