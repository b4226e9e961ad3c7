import { disposalOf } from '../../../cloudfunctions/domain/modes';
import type { ModeFacts } from '../../../typings/modes';

describe('disposalOf', () => {
  it.each<[string, ModeFacts, string | null]>([
    ['nothing known', {}, null],
    [
      'a county government’s only account',
      { level: 'county', department: 'government-office', followers: 500 },
      null,
    ],
    ['a township in good order', { level: 'township', followers: 8000, daysSinceUpdate: 2 }, null],
    ['a second account on the platform', { accountsOnPlatform: 2 }, 'merge'],
    ['a township with few followers', { level: 'township', followers: 400 }, 'merge'],
    [
      'a county department that no longer updates',
      { level: 'county', department: 'health', daysSinceUpdate: 20 },
      'merge',
    ],
    ['an abandoned township account', { level: 'township', daysSinceUpdate: 90 }, 'close'],
    [
      'a township that publishes nothing',
      { level: 'township', workload: { postsPerWeek: 0 } },
      'merge',
    ],
    [
      'a township that publishes every other week',
      { level: 'township', workload: { postsPerWeek: 0.5 } },
      null,
    ],
    [
      'a township with nobody for it and no budget',
      { level: 'township', staff: { fullTime: 0, partTime: 1 }, budgetYuan: 0 },
      'merge',
    ],
    ['a city account with one weakness', { level: 'prefectural', followers: 400 }, null],
    [
      'a city account with two',
      { level: 'prefectural', followers: 400, daysSinceUpdate: 15 },
      'merge',
    ],
    [
      'exactly 1000 followers, 14 days',
      { level: 'prefectural', followers: 1000, daysSinceUpdate: 14 },
      null,
    ],
  ])('on %s leans to %3$s', (_, facts, leaning) => {
    const answer = disposalOf(facts, false);
    expect(answer.leaning).toBe(leaning);
    expect(answer.steps.length > 0).toBe(leaning !== null);
    expect(answer.because.every(({ source }) => source !== '')).toBe(true);
  });
});
