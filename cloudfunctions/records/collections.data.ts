import { inventory } from '../domain/privacy/inventory.data';

/** Ascending or descending, as the database writes it. */
type Direction = 1 | -1;

interface IndexedField {
  field: string;
  direction: Direction;
}

const up = (field: string): IndexedField => ({ field, direction: 1 });
const down = (field: string): IndexedField => ({ field, direction: -1 });

const boardMeasures = ['index', 'dissemination', 'service', 'interaction', 'growth'];

/**
 * Every collection with its indexes. All are closed to clients (`database.rules.json`): only the
 * functions read and write. `_id` is indexed by the database itself.
 */
export const collections = {
  accounts: [
    [up('agency.id')],
    [up('wechatKey')],
    [up('appKey')],
    [up('place')],
    [up('agency.department'), up('place')],
    [up('agency.level'), up('place')],
    [up('terms'), up('place')],
    [up('vendorIds')],
    [up('name')],
    [up('agency.name')],
    [up('agency.supervisorUnit'), up('place')],
    [up('agency.department'), up('agency.level'), up('place')],
    [up('filing.status'), up('place')],
    [up('status'), up('place')],
  ],
  /** one document a WeChat id and an AppID: the id makes each unique */
  'account-keys': [],
  /** each state that an account was in, append-only */
  'account-revisions': [],
  /** each bulk import asked for, so that a broken one goes on */
  imports: [],
  /** how many accounts each region has by level and department, counted once a day */
  'registry-totals': [],
  /** how far the day's count is */
  'registry-counts': [],
  /** append-only */
  submissions: [[up('accountId'), down('period'), down('revision')]],
  /** the newest revision of each account's period */
  'submission-heads': [
    [up('accountId'), down('to')],
    [up('accountId'), up('kind'), down('to')],
    [up('period'), up('_id')],
  ],
  /** append-only */
  scores: [[up('accountId'), up('scheme'), down('period'), down('revision')]],
  /** the newest revision of each score; the service allows a collection twenty indexes */
  'score-heads': [
    [up('accountId'), up('scheme'), up('kind'), down('to')],
    [up('board'), up('county')],
    [up('board'), up('order.index')],
    [up('board'), up('province'), up('order.index')],
    [up('board'), up('city'), up('order.index')],
    ...boardMeasures.flatMap((measure) => [
      [up('board'), up('cell'), up(`order.${measure}`)],
      [up('board'), up('province'), up('cell'), up(`order.${measure}`)],
      [up('board'), up('city'), up('cell'), up(`order.${measure}`)],
    ]),
  ],
  /** how many scores fall into each bucket, by scheme, period, region and cell */
  'peer-counters': [[up('board'), up('region'), up('level'), up('department')]],
  /** what writes have yet to add to the counters */
  'pending-counts': [],
  /** scores that were replaced, until the boards that they are on are told */
  'score-corrections': [[up('told'), up('at')]],
  /** what a recomputation will add to the counters when the period is through */
  'deferred-counts': [],
  /** one document a scheme's version: how far it is brought to what was filed before */
  recomputations: [[up('state')]],
  /** last publications as told; append-only */
  activity: [[up('accountId'), down('asOf')]],
  /** the last publication of each account as known now, by the day on which its time runs out */
  'activity-heads': [
    [up('due')],
    [up('province'), up('due')],
    [up('city'), up('due')],
    [up('county'), up('due')],
    [up('department'), up('due')],
  ],
  /** boards that are published or on their way, one a series and period */
  leaderboards: [[up('regions'), down('at')], [up('state')], [up('open'), down('at')]],
  /** how many boards each series has published */
  'leaderboard-series': [],
  /** what a board was made of: every account of its scope, with its place in the order or why it has none */
  'leaderboard-entries': [
    [up('board'), up('key')],
    [up('board'), up('leftOutAt')],
    [up('board'), up('reason'), up('leftOutAt')],
  ],
  /** the rows of published boards, for good */
  'leaderboard-rows': [
    [up('board'), up('position')],
    [up('accountId'), down('at')],
  ],
  /** corrections after publication, append-only */
  'leaderboard-errata': [[up('board'), up('at')]],
  /** what a person said of a doubtful score */
  'score-reviews': [],
  inspections: [
    [down('planned')],
    [up('province'), down('planned')],
    [up('city'), down('planned')],
    [up('county'), down('planned')],
    [up('scopeKey'), down('publishedAt')],
    [up('busy')],
  ],
  /** the frozen lists that inspections draw from, in pieces, by the id of inspection and piece */
  'inspection-frames': [],
  /** what was drawn, in pieces */
  'inspection-draws': [],
  'inspection-records': [
    [up('inspectionId'), up('place')],
    [up('inspectionId'), up('state'), up('place')],
    [up('inspectionId'), up('qualified'), up('place')],
    [up('accountId'), down('drawnOn')],
    [up('state'), up('dueKey')],
    [up('within'), up('state'), up('dueKey')],
  ],
  /** what judging did to the counts of inspections, in parts */
  'inspection-tallies': [],
  /** who judges what: read by its inspector alone */
  'inspection-assignments': [[up('inspector'), up('done'), up('order')]],
  /** what agencies have to do */
  notices: [[up('agencyId'), down('at')]],
  /** how far each day's reminders have gone */
  reminders: [],
  /** how accounts are run, as stated; append-only */
  'mode-facts': [[up('accountId'), down('revision')]],
  contracts: [[up('within'), down('order')], [up('nextChangeOn')]],
  /** each state that a contract was in, append-only */
  'contract-revisions': [],
  /** what binds each account, so that no two contracts of one scope overlap */
  'contract-ledgers': [],
  /** what vendors report of their own, append-only */
  'contract-reports': [],
  /** the newest revision of each report */
  'contract-report-heads': [[up('contractId'), down('to')]],
  /** what principals decided on settlements; append-only */
  'contract-acceptances': [],
  /** the newest decision on each settlement */
  'contract-acceptance-heads': [[up('contractId'), down('to')]],
  /** citizens' answers without their sentences; the id is a keyed hash of person, account and week */
  'feedback-answers': [[up('counted'), up('accountId')]],
  /** what each account was answered on each day */
  'feedback-days': [[up('accountId'), down('day')]],
  /** how much was taken of a person in a day, on an account in an hour */
  'feedback-counters': [],
  'feedback-comments': [
    [up('accountId'), up('state'), down('week')],
    [up('state'), up('sentAt')],
  ],
  /** filing, change, merger and closing, each with its record, by the day that it is due */
  procedures: [
    [up('within'), up('over'), up('dueKey')],
    [up('accountId'), down('appliedOn')],
  ],
  /** each entry of a procedure's record; append-only */
  'procedure-events': [[up('procedureId'), up('sequence')]],
  /** the procedure under way of an account: the id makes it the only one */
  'open-procedures': [],
  /** accounts closed by procedure, and where their work went */
  closures: [[up('successorId')]],
  /** menus and links as stated; append-only */
  'matrix-statements': [],
  /** the newest statement of each account, by whom it links to */
  'matrix-heads': [[up('toKeys')]],
  /** whose articles carry an id in their links */
  'article-owners': [[up('accountId')]],
  /** how steadily each account posts, worst first */
  postings: [
    [up('within'), up('gapKey')],
    [up('within'), up('belowKey')],
  ],
  /** titles of each account's period, by what they say */
  'published-titles': [[up('prints'), up('place')]],
  /** what a person should look at in published titles */
  'title-hits': [
    [up('within'), up('state'), up('foundKey')],
    [up('accountId'), down('foundKey')],
  ],
  /** decisions on hits; append-only */
  'hit-decisions': [],
  /** how many hits of an account stand how */
  'hit-counts': [],
  /** word lists of regions with their versions, and the forms of each in parts */
  'word-lists': [],
  'word-list-parts': [],
  /** research data, with what was done so that nobody is singled out */
  'dataset-releases': [
    [up('status'), down('order')],
    [up('scopeKey'), up('status'), down('period')],
    [up('place')],
  ],
  /** releases being made: where each is, and its key until it is done */
  'dataset-builds': [[up('leasedUntil')]],
  /** which releases stand in each period, so that no two tell of one account */
  'dataset-periods': [],
  'dataset-applications': [
    [up('member'), down('order')],
    [up('releaseId'), down('order')],
    [up('status'), up('place')],
  ],
  /** append-only */
  'dataset-downloads': [[up('releaseId'), down('order')], [up('member')]],
  /** development reports, under way, finished and published */
  reports: [
    [up('regions'), down('at')],
    [up('state'), down('at')],
    [up('orderedBy'), up('state')],
    [up('publishedSeries'), down('to')],
  ],
  /** what each finished report says */
  'report-contents': [],
  /** how many issues each series of reports has, and of which periods */
  'report-series': [],
  /** answers already given, by request key */
  requests: [[up('at')]],
  memberships: [
    [up('member'), up('revokedAt')],
    [up('revokedAt'), up('place')],
  ],
  invitations: [[up('expiresAt')]],
  /** wrong invitation codes, by person and hour */
  attempts: [[up('hour')]],
  /** append-only */
  audit: [[down('at')], [up('who'), down('at')], [up('on'), down('at')]],
} satisfies Record<string, IndexedField[][]>;

export type CollectionName = keyof typeof collections;

/** Every field that holds a person's hash, so that all that names a person is found without a search. */
const personal = inventory
  .filter(({ holds }) => holds === 'member')
  .map(({ collection, field }) => ({ collection, fields: [up(field)] }));

/** The indexes one by one, as a database is told of them. */
export const indexes = [
  ...Object.entries(collections).flatMap(([collection, list]: [string, IndexedField[][]]) =>
    list.map((fields) => ({ collection, fields })),
  ),
  ...personal,
];
