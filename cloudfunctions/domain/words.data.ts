/** The closed lists of typings/vocabulary as values; test/functions/contract holds them equal. */
export const levels = ['central', 'provincial', 'prefectural', 'county', 'township'] as const;
export const departments = [
  'party',
  'government-office',
  'congress',
  'cppcc',
  'discipline',
  'publicity',
  'public-security',
  'procuratorate',
  'court',
  'justice',
  'youth-league',
  'womens-federation',
  'trade-union',
  'culture-tourism',
  'education',
  'market-supervision',
  'health',
  'traffic-municipal',
  'taxation',
  'human-resources',
  'civil-affairs',
  'emergency',
  'environment',
  'other',
] as const;
export const kinds = ['subscription', 'service'] as const;
export const roles = ['staff', 'supervisor', 'vendor', 'researcher'] as const;
export const operatingModes = ['independent', 'delegated', 'collaborative'] as const;
export const periodKinds = ['week', 'month', 'quarter', 'year', 'custom'] as const;
export const filingStatuses = ['none', 'pending', 'filed', 'withdrawn'] as const;
export const accountStatuses = ['active', 'closed'] as const;
export const metrics = [
  'articles',
  'pushes',
  'reads',
  'maxReads',
  'headlineReads',
  'headlineCount',
  'wows',
  'maxWows',
  'headlineWows',
  'likes',
  'maxLikes',
  'headlineLikes',
  'shares',
  'maxShares',
  'headlineShares',
  'favourites',
  'comments',
  'replies',
  'medianReplyHours',
  'followers',
  'newFollowers',
  'lostFollowers',
  'messages',
  'messageReplies',
  'longestGapDays',
  'serviceEntries',
  'workingServiceEntries',
  'serviceUses',
  'serviceCompletions',
  'satisfactionAnswers',
  'satisfied',
  'openFindings',
  'interactionAvailable',
] as const;

/** How an inspection's record may stand, in the order of its way. */
export const recordStates = [
  'waiting',
  'judging',
  'disputed',
  'passed',
  'flawed',
  'failed',
  'rectifying',
  'answered',
  'appealed',
  'resolved',
  'overturned',
] as const;
