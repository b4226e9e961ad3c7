import { modeEvidence } from '../../../cloudfunctions/domain/modes';
import type { EvidenceRow } from '../../../typings/mode-evidence';
import type { OperatingMode } from '../../../typings/vocabulary';

const like = { level: 'county', department: 'health', followers: 5000 } as const;

function row(
  accountId: string,
  period: string,
  mode: OperatingMode,
  dissemination: number,
): EvidenceRow {
  return { accountId, period, mode, ...like, forces: { dissemination, service: 50 } };
}

/** Twelve accounts that change, and twelve that stay; all gain 2, the changed ones 5 more. */
const panel = Array.from({ length: 12 }, (_, index) => [
  row(`changed-${index}`, '2026-01', 'independent', 40 + index),
  row(`changed-${index}`, '2026-02', 'delegated', 47 + index + (index % 2)),
  row(`stayed-${index}`, '2026-01', 'independent', 40 + index),
  row(`stayed-${index}`, '2026-02', 'independent', 42 + index),
]).flat();

describe('modeEvidence', () => {
  it('finds the difference in differences with its interval', () => {
    const { changes } = modeEvidence(panel, like);
    const change = changes.find(({ from, to }) => from === 'independent' && to === 'delegated');
    expect(change).toMatchObject({ changed: 12, controls: 12 });
    const effect = change?.forces?.dissemination;
    expect(effect?.estimate).toBeCloseTo(5.5, 9);
    expect(effect?.low).toBeLessThan(5.5);
    expect(effect?.high).toBeGreaterThan(5.5);
    expect(change?.forces?.service?.estimate).toBe(0);
    expect(change?.forces?.interaction).toBeNull();
  });

  it('gives the forces by mode in the newest period', () => {
    const { byMode, period } = modeEvidence(panel, like);
    expect(period).toBe('2026-02');
    const delegated = byMode.find(({ mode }) => mode === 'delegated');
    expect(delegated?.accounts).toBe(12);
    expect(delegated?.forces?.dissemination?.estimate).toBeCloseTo(53, 9);
  });

  it('says nothing under the minimum count', () => {
    const few = panel.filter(({ accountId }) => Number(accountId.split('-')[1]) < 9);
    const { byMode, changes, minimumAccounts } = modeEvidence(few, like);
    expect(minimumAccounts).toBe(10);
    expect(byMode.every(({ forces }) => forces === null)).toBe(true);
    expect(changes.every(({ forces }) => forces === null)).toBe(true);
  });

  it('takes only accounts of the same level, department and size', () => {
    const others = panel.map((entry, index) => {
      if (index % 3 === 0) return { ...entry, level: 'township' as const };
      return index % 3 === 1 ? { ...entry, followers: 50_000 } : { ...entry, followers: null };
    });
    expect(modeEvidence(others, like).byMode.every(({ accounts }) => accounts === 0)).toBe(true);
  });

  it('warns that it is association, on no rows too', () => {
    const { caution, period } = modeEvidence([], like);
    expect(caution).toContain('不是因果');
    expect(period).toBeNull();
  });
});
