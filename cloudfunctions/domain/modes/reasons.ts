import type { ModeFacts } from '../../../typings/modes';
import type { CriterionId, ModeReason } from '../../../typings/recommendation';
import type { OperatingMode } from '../../../typings/vocabulary';
import { forceLabels, modeLabels, operatingModes, sensitivityLabels } from './labels.data';
import { ownPeople, peopleNeeded } from './measures';
import type { ModeModel } from './model';
import { moneyWords } from './money-words';
import { continuityStatements, statements } from './reasons.data';
import type { Simulation } from './simulate';
import { budgetIsImplausible, presentMode } from './slots';
import { emptyWorld } from './world';

/** How many reasons are given for and against each mode. */
const reasonCount = 3;

/** A lead smaller than this says nothing. */
const noticeable = 0.003;

const degreeWords = { high: '高', medium: '中', low: '低' };
const recordWords = { good: '良好', fair: '一般', poor: '较差' };
const stageWords = { founding: '初创', growth: '成长', stable: '稳定' };
const skillWords: [string, string][] = [
  ['writing', '写作'],
  ['design', '设计'],
  ['video', '视频'],
  ['systems', '系统开发'],
];

/** The fact behind a criterion in words; null when it is not known, and then no reason is given. */
const factWords: Record<CriterionId, (facts: ModeFacts, model: ModeModel) => string | null> = {
  people: ({ staff, workload }, model) => {
    const { fullTime, partTime } = staff ?? {};
    const { postsPerWeek, repliesPerDay } = workload ?? {};
    if (fullTime === undefined || partTime === undefined) return null;
    if (postsPerWeek === undefined || repliesPerDay === undefined) return null;
    const world = { ...emptyWorld(), fullTime, partTime, postsPerWeek, repliesPerDay };
    const [own, needed] = [ownPeople(world, model), peopleNeeded(world, model)];
    return `自有人手折合 ${peopleWords(own)}，工作约需 ${peopleWords(needed)}`;
  },
  skills: ({ staff }) => {
    if (!staff?.skills) return null;
    const words = skillWords.filter(([skill]) => staff.skills?.includes(skill));
    return words.length > 0
      ? `现有技能：${words.map(([, word]) => word).join('、')}`
      : '没有专门技能';
  },
  money: (facts, model) =>
    facts.budgetYuan === undefined || budgetIsImplausible(facts, model)
      ? null
      : budgetWords(facts.budgetYuan),
  content: ({ sensitivity }) =>
    sensitivity ? `内容性质：${sensitivityLabels[sensitivity]}` : null,
  supervision: ({ supervision }) => {
    const { namedOfficer, measurability } = supervision ?? {};
    // Without an officer little can be watched, however well it could be measured.
    if (namedOfficer === false) return '没有经办人员';
    if (namedOfficer === undefined || measurability === undefined) return null;
    return `有经办人员，成果可衡量程度${degreeWords[measurability]}`;
  },
  vendors: ({ vendors }) =>
    vendors?.available === undefined ? null : `可选的社会组织 ${vendors.available} 家`,
  leadership: ({ leadership }) => (leadership ? `领导重视程度${degreeWords[leadership]}` : null),
  stage: ({ stage }) => (stage ? `账号处在${stageWords[stage]}阶段` : null),
  lag: ({ forces }) => {
    const { dissemination, service, interaction } = forces ?? {};
    if (dissemination === undefined || service === undefined || interaction === undefined) {
      return null;
    }
    const scores = { dissemination, service, interaction };
    const lowest = (['dissemination', 'service', 'interaction'] as const).reduce((low, force) =>
      scores[force] < scores[low] ? force : low,
    );
    return `三力中${forceLabels[lowest]}最低（${Math.round(scores[lowest])} 分）`;
  },
  continuity: (facts) => {
    const mode = presentMode(facts);
    if (!mode) return null;
    const record = facts.vendors?.record;
    const kept = record && mode !== 'independent' ? `，现供应商履约${recordWords[record]}` : '';
    return `现在是${modeLabels[mode]}${kept}`;
  },
};

function peopleWords(people: number): string {
  return people > 0 && people < 0.1 ? '不到 0.1 人' : `${Number(people.toFixed(1))} 人`;
}

function budgetWords(yuan: number): string {
  return yuan === 0 ? '没有预算' : `年预算 ${moneyWords(yuan)}`;
}

/**
 * The strongest reasons for and against a mode: each criterion's weighted value, less the mean of
 * the other modes', mean over all samples. Only criteria whose facts are known give reasons.
 */
export function reasonsFor(
  modeIndex: number,
  facts: ModeFacts,
  simulation: Simulation,
  model: ModeModel,
): { for: ModeReason[]; against: ModeReason[] } {
  const mode = operatingModes[modeIndex];
  const own = simulation.contributions[modeIndex];
  if (!mode || !own) return { for: [], against: [] };
  const others = simulation.contributions.filter((_, index) => index !== modeIndex);
  const reasons = model.criteria.flatMap(({ id }): ModeReason[] => {
    const fact = factWords[id](facts, model);
    if (fact === null) return [];
    const mean = others.reduce((sum, parts) => sum + parts[id], 0) / others.length;
    const contribution = own[id] - mean;
    if (Math.abs(contribution) < noticeable) return [];
    const side = contribution > 0 ? 'for' : 'against';
    const leader = outerLeader(id, simulation);
    const statement =
      id === 'continuity'
        ? continuityStatements[changeOf(mode, facts)][side]
        : statementOn(id, { mode, side, leader });
    return [{ criterion: id, text: `${fact}，${statement}`, contribution: rounded(contribution) }];
  });
  const strongest = (sign: 1 | -1) =>
    reasons
      .filter(({ contribution }) => contribution * sign > 0)
      .sort(
        (a, b) =>
          sign * (b.contribution - a.contribution) || a.criterion.localeCompare(b.criterion),
      )
      .slice(0, reasonCount);
  return { for: strongest(1), against: strongest(-1) };
}

interface Spoken {
  mode: OperatingMode;
  side: 'for' | 'against';
  leader: 'independent' | 'delegated';
}

function statementOn(
  id: Exclude<CriterionId, 'continuity'>,
  { mode, side, leader }: Spoken,
): string {
  const statement = statements[id][mode][side];
  return typeof statement === 'string' ? statement : statement[leader];
}

function changeOf(mode: OperatingMode, facts: ModeFacts): keyof typeof continuityStatements {
  const present = presentMode(facts);
  const poorVendor = present !== 'independent' && facts.vendors?.record === 'poor';
  if (mode === present) return poorVendor ? 'presentByPoorVendor' : 'present';
  return poorVendor ? 'otherThanPoorVendor' : 'other';
}

/** Which of the two outer modes gains most by a criterion. */
function outerLeader(id: CriterionId, { contributions }: Simulation): Spoken['leader'] {
  const gained = (mode: OperatingMode) => contributions[operatingModes.indexOf(mode)]?.[id] ?? 0;
  return gained('delegated') > gained('independent') ? 'delegated' : 'independent';
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
