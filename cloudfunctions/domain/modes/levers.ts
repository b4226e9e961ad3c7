import type { ModeFacts } from '../../../typings/modes';
import type { FactChange } from '../../../typings/recommendation';
import type { ModeModel } from './model';
import { moneyWords } from './money-words';

/** A change within the agency's power, and how hard it is compared with the others. */
export interface Lever {
  change: FactChange;
  effort: number;
  apply: (facts: ModeFacts) => ModeFacts;
}

/** Efforts are the product's own choice: one new post is the measure. */
const effortOf = {
  officer: 0.3,
  review: 0.3,
  skill: 0.5,
  measurability: 0.5,
  workload: 0.5,
  leadership: 1,
  person: 1,
  money: 1,
};

const degreeSteps = { low: 'medium', medium: 'high', high: undefined } as const;
const degreeWords = { low: '低', medium: '中', high: '高' } as const;
const skillWords = [
  ['design', '设计'],
  ['video', '视频'],
  ['systems', '系统开发'],
  ['writing', '写作'],
] as const;

/** The changes that an agency could make from where it stands; unknown facts give none. */
export function leversFor(facts: ModeFacts, model: ModeModel): Lever[] {
  return [
    ...staffLevers(facts),
    ...skillLevers(facts),
    ...budgetLevers(facts, model),
    ...supervisionLevers(facts),
    ...workloadLevers(facts),
    ...attentionLevers(facts),
  ];
}

function staffLevers(facts: ModeFacts): Lever[] {
  const now = facts.staff?.fullTime;
  if (now === undefined) return [];
  return [1, 2, 3, 4].map((more) => ({
    change: {
      fact: 'staff.fullTime',
      from: now,
      to: now + more,
      text: `专职人员由 ${now} 人增到 ${now + more} 人`,
    },
    effort: effortOf.person * more,
    apply: (base) => ({ ...base, staff: { ...base.staff, fullTime: now + more } }),
  }));
}

function skillLevers(facts: ModeFacts): Lever[] {
  const now = facts.staff?.skills;
  if (!now) return [];
  return skillWords
    .filter(([skill]) => !now.includes(skill))
    .map(([skill, word]) => ({
      change: { fact: 'staff.skills', from: null, to: skill, text: `现有人员学会${word}` },
      effort: effortOf.skill,
      apply: (base) => ({ ...base, staff: { ...base.staff, skills: [...now, skill] } }),
    }));
}

/** Towards half of it, or what technology or the whole operation costs at this level. */
function budgetLevers({ budgetYuan, level }: ModeFacts, model: ModeModel): Lever[] {
  if (budgetYuan === undefined || !level) return [];
  const [low, high] = model.operationPrice[level];
  const full = (low + high) / 2;
  const targets = [
    { yuan: Math.round(budgetYuan / 2), effort: effortOf.money },
    { yuan: Math.round(full * 0.2), effort: effortOf.money },
    { yuan: Math.round(full * 0.6), effort: effortOf.money * 2 },
    { yuan: full, effort: effortOf.money * 3 },
  ];
  return targets
    .filter(({ yuan }) => yuan !== budgetYuan)
    .map(({ yuan, effort }) => ({
      change: {
        fact: 'budgetYuan',
        from: budgetYuan,
        to: yuan,
        text: `年预算由 ${moneyWords(budgetYuan)}${yuan > budgetYuan ? '增到' : '减到'} ${moneyWords(yuan)}`,
      },
      effort,
      apply: (base) => ({ ...base, budgetYuan: yuan }),
    }));
}

function supervisionLevers(facts: ModeFacts): Lever[] {
  const levers: Lever[] = [];
  const { namedOfficer, measurability } = facts.supervision ?? {};
  if (namedOfficer === false) {
    levers.push({
      change: {
        fact: 'supervision.namedOfficer',
        from: false,
        to: true,
        text: '明确一名经办人员监督合同',
      },
      effort: effortOf.officer,
      apply: (base) => ({ ...base, supervision: { ...base.supervision, namedOfficer: true } }),
    });
  }
  const better = measurability && degreeSteps[measurability];
  if (measurability && better) {
    levers.push({
      change: {
        fact: 'supervision.measurability',
        from: measurability,
        to: better,
        text: `把成果指标写细，可衡量程度由${degreeWords[measurability]}提到${degreeWords[better]}`,
      },
      effort: effortOf.measurability,
      apply: (base) => ({ ...base, supervision: { ...base.supervision, measurability: better } }),
    });
  }
  return levers;
}

function workloadLevers(facts: ModeFacts): Lever[] {
  const now = facts.workload?.postsPerWeek;
  if (now === undefined || now < 2) return [];
  return [0.75, 0.5].map((share, index) => {
    const posts = Math.round(now * share);
    return {
      change: {
        fact: 'workload.postsPerWeek',
        from: now,
        to: posts,
        text: `每周发布由 ${now} 篇减到 ${posts} 篇`,
      },
      effort: effortOf.workload * (index + 1),
      apply: (base) => ({ ...base, workload: { ...base.workload, postsPerWeek: posts } }),
    };
  });
}

function attentionLevers(facts: ModeFacts): Lever[] {
  const levers: Lever[] = [];
  const more = facts.leadership && degreeSteps[facts.leadership];
  if (facts.leadership && more) {
    levers.push({
      change: {
        fact: 'leadership',
        from: facts.leadership,
        to: more,
        text: `领导重视程度由${degreeWords[facts.leadership]}提到${degreeWords[more]}`,
      },
      effort: effortOf.leadership,
      apply: (base) => ({ ...base, leadership: more }),
    });
  }
  if (facts.finalReview === 'vendor' || facts.finalReview === 'none') {
    levers.push({
      change: {
        fact: 'finalReview',
        from: facts.finalReview,
        to: 'government',
        text: '终审收回本单位',
      },
      effort: effortOf.review,
      apply: (base) => ({ ...base, finalReview: 'government' }),
    });
  }
  return levers;
}
