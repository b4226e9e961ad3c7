import * as v from 'valibot';
import { grants } from '../domain/access/grants.data';
import {
  attribute,
  findScheme,
  listSchemes,
  parsePeriod,
  planTarget,
  previousPeriod,
  summariseScheme,
} from '../domain/indices';
import { recordOf } from '../domain/submissions/compose';
import { metricDefinitions } from '../domain/submissions/definitions';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, unwrap } from '../handler/refusal';
import { findAccount, placeOfAccount } from '../records/accounts';
import { countPending } from '../records/pending-counts';
import { findScoreRevision, scoreRevisions } from '../records/scores';
import { findRevision } from '../records/submissions';
import { choose, earlierVersion, scoreOf, storedScore } from './scores/chosen';
import { findFiled } from './scores/filed';
import { forecastOf } from './scores/forecast';
import { overviewOf, previousScore } from './scores/overview';
import { rankOf } from './scores/rank';
import {
  continueRecomputations,
  orderAndRun,
  schemeRecomputations,
  stopAndCount,
} from './scores/recompute';
import { scopeStateOf } from './scores/scope-state';
import { standingOf } from './scores/standing';
import { theAccount, theCountry } from './shared/account-subject';
import * as inputs from './shared/inputs';

/** More than a minute's: a timer goes on until nothing is left. */
const batchesOfTimer = 200;

const accountPeriod = {
  accountId: inputs.id,
  period: v.optional(inputs.period),
  scheme: v.optional(inputs.scheme),
};

const limit = v.pipe(
  v.number('请填写数字。'),
  v.finite('请填写数字。'),
  v.minValue(0, '不能小于 0。'),
);

export const actions = {
  schemes: action({
    input: inputs.nothing,
    allow: grants['scores.schemes'],
    run: () => ({ schemes: listSchemes().map(summariseScheme) }),
  }),

  overview: action({
    input: v.strictObject({ ...accountPeriod, kind: v.optional(inputs.periodKind) }),
    allow: grants['scores.overview'],
    subject: theAccount,
    run: (asked, { subject: { account }, now }) => overviewOf(account, asked, now.today),
  }),

  detail: action({
    input: v.strictObject(accountPeriod),
    allow: grants['scores.detail'],
    subject: theAccount,
    async run(asked, { subject: { account } }) {
      const chosen = await choose(account.id, asked);
      const [score, previous, kept] = await Promise.all([
        scoreOf(chosen),
        previousScore(chosen),
        scoreRevisions(account.id, chosen.filed.period, chosen.scheme.id),
      ]);
      const revisions = kept.map(({ revision, value, reason, computedAt }) => ({
        revision,
        value,
        reason,
        computedAt,
      }));
      return { score, previous, explanation: score.explanation, revisions };
    },
  }),

  revision: action({
    input: v.strictObject({
      accountId: inputs.id,
      period: inputs.period,
      scheme: inputs.scheme,
      revision: inputs.wholeNumber(10_000),
    }),
    allow: grants['scores.revision'],
    subject: theAccount,
    async run({ accountId, period, scheme, revision }) {
      const kept = found(await findScoreRevision(accountId, period, scheme, revision));
      const current = unwrap(findScheme(scheme));
      if (kept.version !== current.version) return earlierVersion(current, kept);
      const submission = found(await findRevision(accountId, period, kept.submissionRevision));
      return unwrap(storedScore(current, submission, kept));
    },
  }),

  compare: action({
    input: v.strictObject({
      accountId: inputs.id,
      period: inputs.period,
      otherAccountId: v.optional(inputs.id),
      otherPeriod: v.optional(inputs.period),
      scheme: v.optional(inputs.scheme),
    }),
    allow: grants['scores.compare'],
    subject: theAccount,
    async run({ otherAccountId, otherPeriod, ...asked }, { subject: { account }, require }) {
      const { scheme, filed, period } = await choose(account.id, asked);
      const other = otherAccountId === undefined ? account : await findAccount(otherAccountId);
      require(other && placeOfAccount(other));
      const before = otherAccountId === undefined ? unwrap(previousPeriod(period.id)) : period;
      const chosen = otherPeriod === undefined ? before : unwrap(parsePeriod(otherPeriod));
      const base = found(await findFiled(found(other).id, chosen));
      return unwrap(attribute(scheme, recordOf(base), recordOf(filed)));
    },
  }),

  peers: action({
    input: v.strictObject(accountPeriod),
    allow: grants['scores.peers'],
    subject: theAccount,
    async run(asked, { subject: { account } }) {
      return found(await standingOf(account, await choose(account.id, asked)));
    },
  }),

  rank: action({
    input: v.strictObject(accountPeriod),
    allow: grants['scores.rank'],
    subject: theAccount,
    run: async (asked, { subject: { account } }) => ({
      rank: await rankOf(account, await choose(account.id, asked)),
    }),
  }),

  metrics: action({
    input: inputs.nothing,
    allow: grants['scores.metrics'],
    run: () => ({ metrics: metricDefinitions() }),
  }),

  target: action({
    input: v.strictObject({
      ...accountPeriod,
      target: v.pipe(
        v.number('请填写目标值。'),
        v.finite('请填写目标值。'),
        v.minValue(0, '不能小于 0。'),
      ),
      limits: v.optional(v.record(inputs.metric, limit)),
    }),
    allow: grants['scores.target'],
    subject: theAccount,
    async run({ target, limits = {}, ...asked }, { subject: { account } }) {
      const { scheme, filed } = await choose(account.id, asked);
      return unwrap(planTarget(scheme, recordOf(filed), target, limits));
    },
  }),

  forecast: action({
    input: v.strictObject({ accountId: inputs.id, scheme: v.optional(inputs.scheme) }),
    allow: grants['scores.forecast'],
    subject: theAccount,
    run: ({ scheme }, { subject: { account }, now }) => forecastOf(account, scheme, now.today),
  }),

  scope: action({
    input: v.strictObject({ membershipId: v.optional(inputs.id) }),
    allow: grants['scores.scope'],
    run: ({ membershipId }, { memberships, now }) => scopeStateOf(memberships, membershipId, now),
  }),

  recompute: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      scheme: inputs.scheme,
      reason: v.optional(inputs.text(100)),
    }),
    allow: grants['scores.recompute'],
    changes: true,
    why: ({ reason }) => reason,
    subject: theCountry,
    run: (asked, { who, now }) => orderAndRun(asked, who, now),
  }),

  stopRecomputation: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      scheme: inputs.scheme,
      reason: inputs.text(100),
    }),
    allow: grants['scores.stopRecomputation'],
    changes: true,
    why: ({ reason }) => reason,
    subject: theCountry,
    run: (asked, { now, request }) => stopAndCount(asked, request(asked.requestKey), now),
  }),

  recomputations: action({
    input: inputs.nothing,
    allow: grants['scores.recomputations'],
    subject: theCountry,
    run: async () => ({ schemes: await schemeRecomputations() }),
  }),
} satisfies ActionTable<'scores'>;

export const main = handler('scores', actions, {
  recompute: continueRecomputations,
  count: () => countPending(batchesOfTimer),
});
