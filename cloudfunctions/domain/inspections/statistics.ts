import type { InspectionRecord, InspectionStatistics, Tally } from '../../../typings/inspections';

export const noStatistics: InspectionStatistics = {
  inspected: 0,
  passed: 0,
  flawed: 0,
  failed: 0,
  passRate: null,
  byRegion: [],
  byLevel: [],
  byDepartment: [],
  byProblem: [],
  rechecked: 0,
  stillFailing: 0,
};

type Counted = Pick<InspectionRecord, 'account' | 'findings' | 'recheck' | 'verdict'>;

/**
 * Adds judged records to an inspection's figures. Rates are of the random draw alone: accounts that
 * were taken because they failed last time are told apart.
 */
export function addToStatistics(
  before: InspectionStatistics,
  records: readonly Counted[],
  regionDigits: number,
): InspectionStatistics {
  const judged = records.filter(({ verdict }) => verdict !== null);
  const drawn = judged.filter(({ recheck }) => !recheck);
  const again = judged.filter(({ recheck }) => recheck);
  const inspected = before.inspected + drawn.length;
  const failed = before.failed + drawn.filter(isFailed).length;
  const flawed = before.flawed + drawn.filter(isFlawed).length;
  return {
    inspected,
    failed,
    flawed,
    passed: inspected - failed - flawed,
    passRate: inspected === 0 ? null : (inspected - failed) / inspected,
    byRegion: tallied(before.byRegion, drawn, ({ region }) => region.slice(0, regionDigits)),
    byLevel: tallied(before.byLevel, drawn, ({ level }) => level),
    byDepartment: tallied(before.byDepartment, drawn, ({ department }) => department),
    byProblem: problems(before.byProblem, judged),
    rechecked: before.rechecked + again.length,
    stillFailing: before.stillFailing + again.filter(isFailed).length,
  };
}

function isFailed({ verdict }: Counted): boolean {
  return verdict?.qualified === false;
}

function isFlawed({ verdict }: Counted): boolean {
  return verdict?.qualified === true && verdict.tier !== null;
}

function tallied(
  before: Tally[],
  records: readonly Counted[],
  keyOf: (account: Counted['account']) => string,
): Tally[] {
  const tallies = new Map(before.map((tally) => [tally.key, { ...tally }]));
  for (const record of records) {
    const key = keyOf(record.account);
    const tally = tallies.get(key) ?? { key, inspected: 0, failed: 0, flawed: 0 };
    tally.inspected += 1;
    tally.failed += isFailed(record) ? 1 : 0;
    tally.flawed += isFlawed(record) ? 1 : 0;
    tallies.set(key, tally);
  }
  return [...tallies.values()].sort((a, b) => b.failed - a.failed || (a.key < b.key ? -1 : 1));
}

function problems(
  before: InspectionStatistics['byProblem'],
  records: readonly Counted[],
): InspectionStatistics['byProblem'] {
  const counts = new Map(before.map(({ ruleId, accounts }) => [ruleId, accounts]));
  for (const { findings } of records) {
    for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  }
  return [...counts]
    .map(([ruleId, accounts]) => ({ ruleId, accounts }))
    .sort((a, b) => b.accounts - a.accounts || (a.ruleId < b.ruleId ? -1 : 1));
}
