import type { ModeFacts } from '../../typings/modes';

const ownWork: ModeFacts = {
  purchases: [],
  contract: false,
  contentShare: { government: 1, vendor: 0 },
  finalReview: 'government',
};

/** How the named accounts are run, as the study of operating modes tells it; the rest is made up. */
export const namedFacts: Record<string, ModeFacts> = {
  gongqingtuan: ownWork,
  zhongyangjiwei: ownWork,
  shanghaifabu: ownWork,
  fengraozhizhou: ownWork,
  foshanfabu: {
    purchases: ['technology'],
    contract: true,
    contentShare: { government: 0.9, vendor: 0.1 },
    finalReview: 'government',
  },
  zhongshanfabu: {
    purchases: ['training'],
    contract: true,
    contentShare: { government: 1, vendor: 0 },
    finalReview: 'government',
  },
  jiazaigulou: {
    purchases: ['operation'],
    contract: true,
    procurement: 'negotiation',
    contentShare: { government: 0.1, vendor: 0.9 },
    finalReview: 'government',
    functions: { information: 0.6, service: 0.2, interaction: 0.2 },
    leadership: 'medium',
    stage: 'growth',
    sensitivity: 'public',
    workload: { postsPerWeek: 10, repliesPerDay: 8 },
    vendors: { available: 3 },
    supervision: { namedOfficer: true },
  },
  fuzhoufulian: {
    purchases: ['operation'],
    contract: true,
    procurement: 'directed',
    contentShare: { government: 0.2, vendor: 0.8 },
    finalReview: 'government',
    workload: { postsPerWeek: 7, repliesPerDay: 3 },
    vendors: { available: 2 },
    supervision: { namedOfficer: true },
  },
};

/** How some of them were run before, and until which day: what comes after is above. */
export const formerFacts: Record<string, { until: string; facts: ModeFacts }> = {
  jiazaigulou: { until: '2017-06-01', facts: ownWork },
  fuzhoufulian: { until: '2017-09-01', facts: ownWork },
};
