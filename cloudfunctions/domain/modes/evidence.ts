import { mean, sampleVariance } from 'simple-statistics';
import type { Estimate, EvidenceRow, ModeEvidence } from '../../../typings/mode-evidence';
import type { Force, Level, OperatingMode, PeriodId } from '../../../typings/vocabulary';
import { operatingModes } from './labels.data';

/** Fewer accounts than this tell nothing of a mode or a change; the product's own choice. */
export const minimumAccounts = 10;

/** Matched in size when neither has more than this many times the other's followers. */
const sizeFactor = 3;

/** Standard normal quantile of a 95 % interval. */
const z95 = 1.96;

const forces = ['dissemination', 'service', 'interaction'] as const;

const caution =
  '这是同类账号的相关关系，不是因果：换模式的账号与不换的账号可能本来就不同，仅供参考，不参与推荐。';

export interface Matched {
  level: Level;
  department: EvidenceRow['department'];
  followers: number | null;
}

/**
 * Evidence beside the model, from matched accounts (same level and department, like size): the
 * forces by mode in the newest period, and for each change of mode the difference in differences
 * against accounts that stayed in the former mode, with normal 95 % intervals. Under the minimum
 * count the figures are null.
 */
export function modeEvidence(rows: EvidenceRow[], like: Matched): ModeEvidence {
  const matched = rows.filter((row) => matches(row, like));
  const period = newest(matched);
  const current = matched.filter((row) => row.period === period);
  return {
    period,
    minimumAccounts,
    byMode: operatingModes.map((mode) => {
      const accounts = current.filter((row) => row.mode === mode);
      const enough = accounts.length >= minimumAccounts;
      return {
        mode,
        accounts: accounts.length,
        forces: enough ? ofForces((force) => meanOf(valuesOf(accounts, force))) : null,
      };
    }),
    changes: operatingModes.flatMap((from) =>
      operatingModes.filter((to) => to !== from).map((to) => changeBetween(matched, from, to)),
    ),
    caution,
  };
}

function matches(row: EvidenceRow, like: Matched): boolean {
  if (row.level !== like.level || row.department !== like.department) return false;
  if (like.followers === null || row.followers === null) return like.followers === null;
  const [small, large] = [row.followers + 1, like.followers + 1].sort((a, b) => a - b);
  return (large ?? 1) <= (small ?? 1) * sizeFactor;
}

function newest(rows: EvidenceRow[]): PeriodId | null {
  return rows.reduce<PeriodId | null>(
    (latest, { period }) => (latest !== null && latest >= period ? latest : period),
    null,
  );
}

interface Course {
  before: EvidenceRow[];
  after: EvidenceRow[];
}

/** An account's rows each side of its first change of mode, or null when it never changed so. */
function courseOf(rows: EvidenceRow[], from: OperatingMode, to: OperatingMode): Course | null {
  const at = rows.findIndex((row, index) => row.mode === to && rows[index - 1]?.mode === from);
  if (at < 0) return null;
  const before = rows.slice(0, at).filter((row) => row.mode === from);
  const next = rows.slice(at).findIndex((row) => row.mode !== to);
  const after = next < 0 ? rows.slice(at) : rows.slice(at, at + next);
  return { before, after };
}

function changeBetween(
  rows: EvidenceRow[],
  from: OperatingMode,
  to: OperatingMode,
): ModeEvidence['changes'][number] {
  const accounts = byAccount(rows);
  const changed = accounts.flatMap((account) => courseOf(account, from, to) ?? []);
  const stayed = accounts.filter((account) => account.every(({ mode }) => mode === from));
  const controls = stayed.filter((account) => account.length > 1);
  const enough = changed.length >= minimumAccounts && controls.length >= minimumAccounts;
  return {
    from,
    to,
    changed: changed.length,
    controls: controls.length,
    forces: enough ? ofForces((force) => differenceInDifferences(changed, controls, force)) : null,
  };
}

/** Each changed account's gain, less the gain of the controls over the same periods. */
function differenceInDifferences(
  changed: Course[],
  controls: EvidenceRow[][],
  force: Force,
): Estimate | null {
  const differences = changed.flatMap((course) => {
    const own = gain(course, force);
    const turn = course.after[0]?.period ?? '';
    const others = controls.flatMap((rows) => {
      const split = {
        before: rows.filter(({ period }) => period < turn),
        after: rows.filter(({ period }) => period >= turn),
      };
      return gain(split, force) ?? [];
    });
    if (own === null || others.length < minimumAccounts) return [];
    return [{ own, usual: mean(others), spread: sampleVariance(others) / others.length }];
  });
  if (differences.length < minimumAccounts) return null;
  const effects = differences.map(({ own, usual }) => own - usual);
  const controlError = mean(differences.map(({ spread }) => spread));
  const error = Math.sqrt(sampleVariance(effects) / effects.length + controlError);
  return interval(mean(effects), error);
}

function gain({ before, after }: Course, force: Force): number | null {
  const [earlier, later] = [valuesOf(before, force), valuesOf(after, force)];
  return earlier.length > 0 && later.length > 0 ? mean(later) - mean(earlier) : null;
}

function byAccount(rows: EvidenceRow[]): EvidenceRow[][] {
  const accounts = new Map<string, EvidenceRow[]>();
  for (const row of rows)
    accounts.set(row.accountId, [...(accounts.get(row.accountId) ?? []), row]);
  return [...accounts.values()].map((list) =>
    list.sort((a, b) => a.period.localeCompare(b.period)),
  );
}

function valuesOf(rows: EvidenceRow[], force: Force): number[] {
  return rows.flatMap((row) => row.forces[force] ?? []);
}

function meanOf(values: number[]): Estimate | null {
  if (values.length < minimumAccounts) return null;
  return interval(mean(values), Math.sqrt(sampleVariance(values) / values.length));
}

function interval(estimate: number, error: number): Estimate {
  return { estimate, low: estimate - z95 * error, high: estimate + z95 * error };
}

function ofForces(of: (force: Force) => Estimate | null): Record<Force, Estimate | null> {
  const [dissemination, service, interaction] = forces;
  return {
    dissemination: of(dissemination),
    service: of(service),
    interaction: of(interaction),
  };
}
