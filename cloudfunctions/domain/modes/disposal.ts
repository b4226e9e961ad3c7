import type { ModeFacts } from '../../../typings/modes';
import type { Disposal } from '../../../typings/recommendation';
import { disposalLimits, disposalSources, disposalSteps } from './disposal.data';

type Sign = Disposal['because'][number];

/**
 * The fourth answer beside the three modes: where the rules lean towards merging or closing.
 * One rule broken outright (a second account on the platform) suffices; a level where accounts are
 * in principle not opened needs one sign of weakness beside it; elsewhere two signs are needed.
 * Closing rather than merging when nobody maintains the account any more.
 */
export function disposalOf(facts: ModeFacts, noneFeasible: boolean): Disposal {
  const because: Sign[] = [];
  const second = (facts.accountsOnPlatform ?? 1) > 1;
  if (second) {
    because.push({
      facts: ['accountsOnPlatform'],
      text: `本单位在微信上有 ${facts.accountsOnPlatform} 个账号`,
      source: disposalSources.onePerPlatform,
    });
  }
  const notInPrinciple = belowCounty(facts);
  if (notInPrinciple) {
    because.push({
      facts: ['level', 'department'],
      text: '一些地方规定，县直部门和乡镇原则上不开设账号',
      source: disposalSources.belowCounty,
    });
  }
  const signs = weaknesses(facts, noneFeasible);
  because.push(...signs);
  const needed = notInPrinciple ? 1 : 2;
  if (!second && signs.length < needed) return { leaning: null, because, steps: [] };
  const leaning = unmaintained(facts, noneFeasible) ? 'close' : 'merge';
  return { leaning, because, steps: [...disposalSteps[leaning]] };
}

function belowCounty({ level, department }: ModeFacts): boolean {
  if (level === 'township') return true;
  return level === 'county' && department !== undefined && department !== 'government-office';
}

function weaknesses(facts: ModeFacts, noneFeasible: boolean): Sign[] {
  const signs: Sign[] = [];
  if (facts.followers !== undefined && facts.followers < disposalLimits.fewFollowers) {
    signs.push({
      facts: ['followers'],
      text: `关注人数只有 ${facts.followers}，不到 ${disposalLimits.fewFollowers}（本产品自定的界限）`,
      source: disposalSources.littleUsed,
    });
  }
  if (idleLongerThan(disposalLimits.idleDays, facts)) {
    signs.push({
      facts: ['daysSinceUpdate'],
      text: `已有 ${facts.daysSinceUpdate} 天没有更新`,
      source: disposalSources.idle,
    });
  }
  const posts = facts.daysSinceUpdate === undefined ? facts.workload?.postsPerWeek : undefined;
  if (posts !== undefined && posts * 2 < 1) {
    signs.push({
      facts: ['workload.postsPerWeek'],
      text: posts === 0 ? '没有内容更新' : '两周还更新不到一次',
      source: disposalSources.idle,
    });
  }
  if (facts.staff?.fullTime === 0 && buysNothing(facts)) {
    signs.push({
      facts: ['staff.fullTime', 'purchases'],
      text: '没有专职人员，也没有购买服务',
      source: disposalSources.unmaintained,
    });
  }
  if (noneFeasible) {
    signs.push({
      facts: ['staff', 'budgetYuan', 'supervision'],
      text: '以现有的人手和预算，三种模式都难以运作',
      source: disposalSources.unmaintained,
    });
  }
  return signs;
}

function buysNothing({ purchases, budgetYuan }: ModeFacts): boolean {
  return purchases ? purchases.length === 0 : budgetYuan === 0;
}

function unmaintained(facts: ModeFacts, noneFeasible: boolean): boolean {
  return noneFeasible || idleLongerThan(disposalLimits.abandonedDays, facts);
}

function idleLongerThan(days: number, { daysSinceUpdate }: ModeFacts): boolean {
  return daysSinceUpdate !== undefined && daysSinceUpdate > days;
}
