import { performance } from 'node:perf_hooks';
import { mean, sampleStandardDeviation } from 'simple-statistics';
import {
  modeLabels,
  modeModel1,
  operatingModes,
  parseFacts,
  recommend,
  sensitivity,
  whatIf,
} from '../../../cloudfunctions/domain/modes';
import { draw } from '../../../cloudfunctions/domain/modes/draws';
import { acceptabilities, standardError } from '../../../cloudfunctions/domain/modes/ranking';
import { simulate } from '../../../cloudfunctions/domain/modes/simulate';
import type { ModeFacts } from '../../../typings/modes';
import type { Recommendation, SensitivityTable } from '../../../typings/recommendation';
import cases from '../../vectors/modes/cases.json';
import seedAccounts from '../../vectors/modes/seed-accounts.json';

interface Case {
  name: string;
  facts: ModeFacts;
  why: string;
}

const repeats = 15;
const seeds = 30;
const samples = 10_000;

function load(entries: { name: string; facts: unknown; why: string }[]): Case[] {
  return entries.map(({ name, facts, why }) => {
    const parsed = parseFacts(facts);
    if (!parsed.ok) throw new Error(`${name}: ${parsed.error.message}`);
    return { name, why, facts: parsed.value };
  });
}

function recommendation(facts: ModeFacts): Recommendation {
  const answer = recommend(facts, { samples });
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

function tableOf(facts: ModeFacts): SensitivityTable {
  const answer = sensitivity(facts);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
}

function milliseconds(run: () => void): { median: number; worst: number } {
  run();
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { median: times[Math.floor(repeats / 2)] ?? 0, worst: times.at(-1) ?? 0 };
}

const word = (mode: Recommendation['recommended']) => (mode ? modeLabels[mode] : '未推荐');

function reportTimes(all: Case[]): void {
  const known = all.find(({ facts }) => facts.vendors?.record && facts.workload);
  const partly: [string, ModeFacts][] = [
    ['事实齐全', known?.facts ?? {}],
    ['事实全缺', {}],
  ];
  console.log(`## 一次推荐（10 000 样本，单核，含理由、追问与反事实），${repeats} 次`);
  for (const [name, facts] of partly) {
    const { median, worst } = milliseconds(() => recommendation(facts));
    console.log(`${name}\t中位 ${median.toFixed(0)} ms\t最慢 ${worst.toFixed(0)} ms`);
  }
  const { median, worst } = milliseconds(() => whatIf(known?.facts ?? {}, {}));
  console.log(`what-if（1 000 样本）\t中位 ${median.toFixed(1)} ms\t最慢 ${worst.toFixed(1)} ms`);
}

function reportError(all: Case[]): void {
  console.log(`\n## 可接受度的蒙特卡洛误差（${seeds} 个种子的标准差；括号内为报告的标准误）`);
  const draws = Array.from({ length: seeds }, (_, seed) => draw(modeModel1, seed + 1, samples));
  let largest = 0;
  for (const { name, facts } of all) {
    const runs = draws.map((drawn) => acceptabilities(simulate(facts, drawn, modeModel1)));
    const spreads = operatingModes.map((mode, index) => {
      const shares = runs.map((run) => run[index] ?? 0);
      const spread = sampleStandardDeviation(shares);
      largest = Math.max(largest, spread);
      return `${mode} ${spread.toFixed(4)} (${standardError(mean(shares), samples).toFixed(4)})`;
    });
    console.log(`${name}\t${spreads.join('\t')}`);
  }
  console.log(`最大 ${largest.toFixed(4)}`);
}

function reportTable(all: Case[]): void {
  console.log('\n## 案例');
  let removed = 0;
  let answers = 0;
  const weightChanges = new Map<string, number>();
  const constantChanges = new Map<string, number>();
  for (const { name, facts, why } of all) {
    const { ranking, recommended, disposal } = recommendation(facts);
    const table = tableOf(facts);
    const count = (rows: { changed: boolean }[]) => rows.filter(({ changed }) => changed).length;
    for (const row of table.weights) if (row.changed) add(weightChanges, row.criterion);
    for (const row of table.constants) if (row.changed) add(constantChanges, row.constant);
    removed += count(table.facts);
    answers += table.facts.length;
    const shares = ranking.map(({ mode, acceptability, feasible }) =>
      feasible ? `${mode} ${acceptability.toFixed(2)}` : `${mode} 不可行`,
    );
    const largest = Math.max(0, ...table.weights.map(({ shift }) => shift));
    console.log(
      `\n${name}：${word(recommended)}${disposal.leaning ? `（${disposal.leaning}）` : ''}`,
    );
    console.log(`  为什么：${why}`);
    console.log(`  可接受度：${shares.join('，')}`);
    console.log(`  理由：${ranking[0]?.for.map(({ text }) => text).join('；') || '—'}`);
    console.log(
      `  权重 ±20%：${count(table.weights)}/${table.weights.length} 改变，最大移动 ${largest.toFixed(3)}；` +
        `常数 ±20%：${count(table.constants)}/${table.constants.length}；` +
        `去掉一项事实：${count(table.facts)}/${table.facts.length}`,
    );
  }
  console.log(`\n去掉任一事实：${answers} 次中 ${removed} 次改变答案`);
  console.log(`权重 ±20% 改变答案：${listOf(weightChanges)}`);
  console.log(`常数 ±20% 改变答案：${listOf(constantChanges)}`);
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function listOf(counts: Map<string, number>): string {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.map(([key, count]) => `${key} ${count}`).join('，') || '无';
}

const all = load([...seedAccounts, ...cases]);
reportTimes(all);
reportError(all);
reportTable(all);
