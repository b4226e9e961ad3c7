import * as v from 'valibot';
import { grants } from '../domain/access/grants.data';
import type { Place } from '../domain/access/scopes';
import { leftOutReasons } from '../domain/leaderboards/eligibility';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found } from '../handler/refusal';
import { errataOf, findBoard, type LeaderboardDocument, setOpen } from '../records/leaderboards';
import { keepReview } from '../records/score-reviews';
import { findScoreHead, scoreHeadId } from '../records/scores';
import { boardPlaces, boardQuery, pageStart, queryOf, theBoard } from './leaderboards/board-input';
import { listBoards, openedBoards, readable } from './leaderboards/lists';
import { livePage, liveSearch } from './leaderboards/live';
import { ownPlace } from './leaderboards/own';
import { exportBoard, leftOutPage, publishedRows } from './leaderboards/published';
import { discard, goOn, prepare, publish, takeFurther } from './leaderboards/publishing';
import { shownBoard } from './leaderboards/shown';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';

const leaderboardId = { leaderboardId: inputs.id };

export const actions = {
  page: action({
    input: v.strictObject({ ...boardQuery, ...pageStart }),
    allow: grants['leaderboards.page'],
    subject: theBoard,
    run(input, { subject, require, now }) {
      subject.places.forEach(require);
      return livePage(queryOf(input), input, now);
    },
  }),

  search: action({
    input: v.strictObject({
      ...boardQuery,
      query: inputs.text(40),
      cursor: v.optional(inputs.cursor),
    }),
    allow: grants['leaderboards.search'],
    subject: theBoard,
    run(input, { subject, require, now }) {
      subject.places.forEach(require);
      return liveSearch(input, now);
    },
  }),

  own: action({
    input: v.strictObject({ accountId: inputs.id, period: v.optional(inputs.period) }),
    allow: grants['leaderboards.own'],
    subject: theAccount,
    run: ({ period }, { subject: { account } }) => ownPlace(account, period),
  }),

  list: action({
    input: v.strictObject({ cursor: v.optional(inputs.cursor) }),
    allow: grants['leaderboards.list'],
    run: ({ cursor }, { memberships }) => listBoards(memberships, cursor ?? null),
  }),

  opened: action({
    input: v.strictObject({ cursor: v.optional(inputs.cursor) }),
    allow: grants['leaderboards.opened'],
    run: ({ cursor }, { memberships }) => openedBoards(memberships, cursor ?? null),
  }),

  prepare: action({
    input: v.strictObject({
      ...boardQuery,
      requestKey: inputs.requestKey,
      use: v.picklist(['reference', 'assessment'], '请从列表中选择。'),
    }),
    allow: grants['leaderboards.prepare'],
    changes: true,
    subject: theBoard,
    run(input, { subject, require, ...by }) {
      subject.places.forEach(require);
      return prepare(input, queryOf(input), by);
    },
  }),

  continue: action({
    input: v.strictObject(leaderboardId),
    allow: grants['leaderboards.continue'],
    changes: true,
    subject: theLeaderboard,
    run({ leaderboardId: id }, { subject, require }) {
      subject.places.forEach(require);
      return takeFurther(id);
    },
  }),

  publish: action({
    input: v.strictObject({ ...leaderboardId, requestKey: inputs.requestKey }),
    allow: grants['leaderboards.publish'],
    changes: true,
    subject: theLeaderboard,
    run({ requestKey }, { subject, require, ...by }) {
      subject.places.forEach(require);
      return publish(subject.board, requestKey, by);
    },
  }),

  discard: action({
    input: v.strictObject(leaderboardId),
    allow: grants['leaderboards.discard'],
    changes: true,
    subject: theLeaderboard,
    run(_, { subject, require }) {
      subject.places.forEach(require);
      return discard(subject.board);
    },
  }),

  open: action({
    input: v.strictObject({ ...leaderboardId, open: v.boolean() }),
    allow: grants['leaderboards.open'],
    changes: true,
    subject: theLeaderboard,
    async run({ leaderboardId: id, open }, { subject, require }) {
      subject.places.forEach(require);
      await setOpen(id, open);
      return shownBoard(found(await findBoard(id)));
    },
  }),

  review: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      accountId: inputs.id,
      period: inputs.period,
      scheme: inputs.scheme,
      verdict: v.picklist(['accepted', 'excluded'], '请从列表中选择。'),
      note: inputs.text(200),
    }),
    allow: grants['leaderboards.review'],
    changes: true,
    subject: theAccount,
    async run({ accountId, period, scheme, verdict, note }, { who, now }) {
      const score = found(await findScoreHead(accountId, period, scheme));
      await keepReview({
        _id: scoreHeadId(accountId, period, scheme),
        accountId,
        verdict,
        note,
        reviewedBy: who,
        reviewedAt: now.instant,
        scoreRevision: score.revision,
      });
      return { verdict };
    },
  }),

  get: action({
    input: v.strictObject(leaderboardId),
    allow: grants['leaderboards.get'],
    async run({ leaderboardId: id }, { memberships }) {
      const board = await readable(id, memberships);
      const errata = (await errataOf(id)).map(({ _id, board: _, ...erratum }) => erratum);
      return { board: await shownBoard(board), errata };
    },
  }),

  rows: action({
    input: v.strictObject({
      ...leaderboardId,
      ...pageStart,
      query: v.optional(inputs.text(40)),
    }),
    allow: grants['leaderboards.rows'],
    run: async ({ leaderboardId: id, ...asked }, { memberships }) =>
      publishedRows(await readable(id, memberships), asked),
  }),

  leftOut: action({
    input: v.strictObject({
      ...leaderboardId,
      reason: v.optional(v.picklist(leftOutReasons, '请从列表中选择。')),
      cursor: v.optional(inputs.cursor),
    }),
    allow: grants['leaderboards.leftOut'],
    subject: theLeaderboard,
    run({ reason, cursor }, { subject, require }) {
      subject.places.forEach(require);
      return leftOutPage(subject.board, reason ?? null, cursor ?? '');
    },
  }),

  export: action({
    input: v.strictObject({
      ...leaderboardId,
      format: v.picklist(['xlsx', 'jsonl'], '请从列表中选择。'),
      fromRank: pageStart.fromRank,
    }),
    allow: grants['leaderboards.export'],
    subject: theLeaderboard,
    async run(asked, { subject, require }) {
      subject.places.forEach(require);
      return { url: await exportBoard(subject.board, asked) };
    },
  }),
} satisfies ActionTable<'leaderboards'>;

export const main = handler('leaderboards', actions, { goOn });

/** A board published or on its way, where its filter lies. */
async function theLeaderboard({
  leaderboardId: id,
}: {
  leaderboardId: string;
}): Promise<{ place: Place; places: Place[]; board: LeaderboardDocument } | null> {
  const board = await findBoard(id);
  const places = board ? boardPlaces(board) : [];
  const [place] = places;
  return board && place ? { place, places, board } : null;
}
