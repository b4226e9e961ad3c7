import * as v from 'valibot';
import type { SubmissionInput } from '../../typings/submission';
import type { Day } from '../../typings/vocabulary';
import { grants } from '../domain/access/grants.data';
import { figuresFor } from '../domain/intake/figures-for';
import { withAnswered, withInspected } from '../domain/submissions/answered';
import { withArticleGap } from '../domain/submissions/article-gap';
import { combine, contentsDigest, noContents } from '../domain/submissions/combine';
import { conflictsWith } from '../domain/submissions/conflicts';
import { formFor } from '../domain/submissions/form';
import { runningSpan, statedThrough } from '../domain/submissions/running-span';
import { reachOf, scoresOf } from '../domain/submissions/scoring';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { Refusal, unwrap } from '../handler/refusal';
import { recordSubmission } from '../records/record-submission';
import { revisionsOf } from '../records/submissions';
import { listsFor } from '../records/word-lists';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';
import { readFiles } from './submissions/intake';
import { keptArticles } from './submissions/kept-articles';
import { standingOf } from './submissions/standing';

const mostFiles = 10;
const mostFigure = 1e11;

const accountPeriod = { accountId: inputs.id, period: inputs.period };
const fileIds = v.pipe(v.array(inputs.fileId), v.maxLength(mostFiles, '一次最多十个文件。'));
const formValue = v.nullable(
  v.pipe(
    v.number('请填写数字。'),
    v.minValue(0, '不能小于 0。'),
    v.maxValue(mostFigure, '数字过大。'),
  ),
);

export const actions = {
  form: action({
    input: v.strictObject(accountPeriod),
    allow: grants['submissions.form'],
    subject: theAccount,
    async run({ period }, { subject: { account }, now }) {
      const standing = unwrap(await standingOf(account, period, now.today));
      return {
        fields: formFor(standing.inspected, standing.known),
        revision: standing.head?.revision ?? 0,
        running: runningSpan(standing.period, {}, now.today),
      };
    },
  }),

  preview: action({
    input: v.strictObject({ ...accountPeriod, fileIds, through: v.optional(inputs.day) }),
    allow: grants['submissions.preview'],
    subject: theAccount,
    async run(input, { subject: { account }, now }) {
      const [found, files] = await Promise.all([
        standingOf(account, input.period, now.today),
        readFiles(input.fileIds, account.name),
      ]);
      const standing = unwrap(found);
      const parsed = unwrap(files);
      const { figures: current } = standing.submission ?? noContents;
      const { period, inspected } = standing;
      const isRunning = period.to >= now.today;
      const readThrough = (through?: Day) =>
        figuresFor(period, parsed, isRunning ? { through } : null);
      const asFiled = readThrough();
      const running = runningSpan(period, asFiled.figures, now.today);
      const stated = statedThrough(running, input.through);
      const through = (stated.ok ? stated.value : undefined) ?? running?.through;
      const read = through === running?.through ? asFiled : readThrough(through);
      const known = withInspected(read, inspected);
      const filed = {
        ...read,
        ...withAnswered(known, standing.answered, { standing: current, form: {} }),
      };
      const kept = await keptArticles(standing);
      const next = unwrap(combine(standing.submission ?? noContents, filed, {}, now.today));
      const then = withArticleGap({ ...next, through }, period);
      return {
        accountId: account.id,
        period: input.period,
        files: parsed,
        figures: filed.figures,
        conflicts: [...filed.conflicts, ...conflictsWith(current, kept, parsed, filed.figures)],
        form: formFor(known.figures, standing.known),
        running,
        unchanged: standing.head?.digest === contentsDigest(then),
        basedOnRevision: standing.head?.revision ?? 0,
      };
    },
  }),

  submit: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      ...accountPeriod,
      fileIds,
      form: v.record(inputs.metric, formValue),
      basedOnRevision: inputs.wholeNumber(1_000_000),
      through: v.optional(inputs.day),
      reason: v.optional(inputs.text(200)),
    }),
    allow: grants['submissions.submit'],
    changes: true,
    subject: theAccount,
    async run(input, { who, subject: { account }, now, request }) {
      const [read, files] = await Promise.all([
        standingOf(account, input.period, now.today),
        readFiles(input.fileIds, account.name),
      ]);
      const { period, head, submission, answered, inspected, known } = unwrap(read);
      const standing = submission?.figures ?? {};
      const isRunning = period.to >= now.today;
      const { through: reached } = input;
      const given = figuresFor(period, unwrap(files), isRunning ? { through: reached } : null);
      const filed = withAnswered(withInspected(given, inspected), answered, {
        standing,
        form: input.form,
      });
      const span = runningSpan(period, given.figures, now.today);
      const stated = unwrap(statedThrough(span, input.through));
      const asOf = span === null ? period.to : (stated ?? now.today);
      const combined = unwrap(
        combine(submission ?? noContents, filed, input.form, asOf, known.previous),
      );
      const through = span === null ? undefined : (stated ?? reachOf(combined.figures));
      const contents = withArticleGap({ ...combined, through }, period);
      const corrects = head?.revision === input.basedOnRevision;
      if (corrects && head.digest !== contentsDigest(contents)) requireReason(input);
      const filedNow = { period: input.period, figures: contents.figures, through };
      const recorded = {
        account,
        lists: await listsFor(account.agency.region, now.today),
        period,
        submission: {
          accountId: account.id,
          ...contents,
          ...filedNow,
          revision: input.basedOnRevision + 1,
          reason: input.reason,
          enteredBy: who,
          enteredAt: now.instant,
          sample: account.sample,
        },
        scores: unwrap(scoresOf(filedNow)),
      };
      const { requestKey } = input;
      return unwrap(await recordSubmission(recorded, request(requestKey)));
    },
  }),

  history: action({
    input: v.strictObject(accountPeriod),
    allow: grants['submissions.history'],
    subject: theAccount,
    run: async ({ accountId, period }) => ({ revisions: await revisionsOf(accountId, period) }),
  }),
} satisfies ActionTable<'submissions'>;

export const main = handler('submissions', actions);

/** A correction says why; the first revision needs no reason. */
function requireReason({ reason }: SubmissionInput): void {
  if (reason) return;
  const fields = { reason: '请写明更正原因。' };
  throw new Refusal({ code: 'invalid', message: '这一期已有数据，更正请写明原因。', fields });
}
