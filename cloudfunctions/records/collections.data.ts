/**
 * Every collection with its indexes. All are closed to clients (`database.rules.json`): only the
 * functions read and write. `_id` is indexed by the database itself.
 */
export interface Index {
  /** field paths and directions, in order */
  fields: [path: string, direction: 'asc' | 'desc'][];
}

export const collections = {
  accounts: [
    { fields: [['agency.id', 'asc']] },
    { fields: [['wechatId', 'asc']] },
    { fields: [['place', 'asc']] },
    {
      fields: [
        ['agency.department', 'asc'],
        ['place', 'asc'],
      ],
    },
    {
      fields: [
        ['agency.level', 'asc'],
        ['place', 'asc'],
      ],
    },
    {
      fields: [
        ['terms', 'asc'],
        ['place', 'asc'],
      ],
    },
  ],
  /** one document a WeChat id and an AppID: the id makes each unique */
  'account-keys': [],
  /** each state an account was in, append-only */
  'account-revisions': [],
  /** each bulk import asked for, so that a broken one goes on */
  imports: [],
  /** append-only */
  submissions: [
    {
      fields: [
        ['accountId', 'asc'],
        ['period', 'desc'],
        ['revision', 'desc'],
      ],
    },
  ],
  /** the newest revision of each account's period */
  'submission-heads': [
    {
      fields: [
        ['accountId', 'asc'],
        ['period', 'desc'],
      ],
    },
  ],
  /** append-only */
  scores: [
    {
      fields: [
        ['accountId', 'asc'],
        ['scheme', 'asc'],
        ['period', 'desc'],
        ['revision', 'desc'],
      ],
    },
  ],
  /** the newest revision of each score */
  'score-heads': [
    {
      fields: [
        ['accountId', 'asc'],
        ['scheme', 'asc'],
        ['period', 'desc'],
      ],
    },
    {
      fields: [
        ['scheme', 'asc'],
        ['period', 'asc'],
        ['value', 'desc'],
      ],
    },
  ],
  /** how many scores fall in each bucket, by scheme, period and peer traits */
  'peer-counters': [
    {
      fields: [
        ['board', 'asc'],
        ['kind', 'asc'],
        ['level', 'asc'],
      ],
    },
  ],
  /** answers already given, by request key */
  requests: [],
  memberships: [
    {
      fields: [
        ['member', 'asc'],
        ['revokedAt', 'asc'],
      ],
    },
    {
      fields: [
        ['revokedAt', 'asc'],
        ['place', 'asc'],
      ],
    },
  ],
  invitations: [],
  /** wrong invitation codes, by person and hour */
  attempts: [],
  /** append-only */
  audit: [
    { fields: [['at', 'desc']] },
    {
      fields: [
        ['who', 'asc'],
        ['at', 'desc'],
      ],
    },
    {
      fields: [
        ['on', 'asc'],
        ['at', 'desc'],
      ],
    },
  ],
} satisfies Record<string, Index[]>;

export type CollectionName = keyof typeof collections;
