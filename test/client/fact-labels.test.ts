import { factLabels } from '../../client/modes/fact-labels.data';
import { knownFacts } from '../../cloudfunctions/domain/modes/without-fact';
import type { ModeFacts } from '../../typings/modes';

const everything: Required<ModeFacts> = {
  name: '某账号',
  level: 'county',
  department: 'government-office',
  functions: { information: 0.6, service: 0.2, interaction: 0.2 },
  purchases: [],
  contentShare: { government: 1, vendor: 0 },
  contract: false,
  procurement: 'tender',
  finalReview: 'government',
  staff: { fullTime: 1, partTime: 1, skills: ['writing'] },
  budgetYuan: 100_000,
  leadership: 'high',
  stage: 'stable',
  foundedYear: 2015,
  sensitivity: 'public',
  workload: { postsPerWeek: 5, repliesPerDay: 2 },
  vendors: { available: 2, switchingCost: 'low', record: 'good' },
  supervision: { namedOfficer: true, measurability: 'high' },
  currentMode: 'independent',
  forces: { dissemination: 50, service: 50, interaction: 50 },
  followers: 10_000,
  daysSinceUpdate: 2,
  accountsOnPlatform: 1,
  kind: 'subscription',
  needs: [],
};

it('every fact that a recommendation may rest on has a Chinese name', () => {
  const unnamed = knownFacts(everything).filter((path) => !factLabels.has(path));
  expect(unnamed).toEqual([]);
});
