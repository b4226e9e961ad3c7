import * as v from 'valibot';
import type { Page } from '../../../typings/answer';
import type {
  HitDecision,
  HitKind,
  PostingRecord,
  Published,
  TitleHit,
} from '../../../typings/monitors';
import type { Day, RegionCode } from '../../../typings/vocabulary';
import { grants } from '../../domain/access/grants.data';
import type { RegionScope } from '../../domain/access/scopes';
import { hitsSheet, postingsSheet, publishedSheet } from '../../domain/monitors';
import { action, type Subject } from '../../handler/action';
import { found, unwrap } from '../../handler/refusal';
import { findAccount, placeOfAccount } from '../../records/accounts';
import type { PostingDocument } from '../../records/postings';
import { printOf, publishedWithin } from '../../records/published-titles';
import { reachedPage } from '../../records/reach';
import {
  decideHit,
  findHit,
  type HitDocument,
  hitCountsOf,
  hitsOfAccount,
} from '../../records/title-hits';
import { theAccount } from '../shared/account-subject';
import * as inputs from '../shared/inputs';
import { sheetPage, sheetPart } from '../shared/sheets';
import { supervisedBy, supervisedIn } from '../shared/supervised';
import { shownHits, shownPostings, shownPublished } from './shown';

const pageSize = 30;
const mostDays = 90;

const hitKind = v.picklist([
  'wrong-form',
  'sensitive',
  'identity-number',
  'phone-number',
  'bank-card',
]);
const decision = v.picklist(['false-alarm', 'corrected', 'inspection'], '请选择处理结果。');
const regionPrefix = v.optional(inputs.regionPrefix);
const cursor = v.optional(inputs.cursor);
const posted = { by: v.picklist(['gap', 'below']), regionPrefix };
const hit = {
  state: v.picklist(['open', 'false-alarm', 'corrected', 'inspection']),
  kind: v.optional(hitKind),
  regionPrefix,
};
const titled = {
  title: inputs.text(200),
  publishedOn: v.optional(inputs.day),
  withinDays: v.pipe(inputs.wholeNumber(mostDays), v.minValue(1, '至少一天。')),
  cursor,
};

/** How steadily accounts post, what in their titles a person should look at, who published a title. */
export const looking = {
  postings: action({
    input: v.strictObject({ ...posted, cursor }),
    allow: grants['monitors.postings'],
    run: (asked, { memberships, now }) =>
      postingsPage(supervisedIn(memberships, asked), asked, now.today, pageSize),
  }),

  exportPostings: action({
    input: v.strictObject({ ...posted, cursor }),
    allow: grants['monitors.exportPostings'],
    run(asked, { memberships, now }) {
      const scopes = supervisedIn(memberships, asked);
      return sheetPart({
        folder: 'monitors',
        name: '更新间隔',
        from: asked.cursor,
        page: (after) => postingsPage(scopes, { ...asked, cursor: after }, now.today, sheetPage),
        sheet: postingsSheet,
      });
    },
  }),

  hits: action({
    input: v.strictObject({ ...hit, cursor }),
    allow: grants['monitors.hits'],
    run: (asked, { memberships }) => hitsPage(supervisedIn(memberships, asked), asked, pageSize),
  }),

  exportHits: action({
    input: v.strictObject({ ...hit, cursor }),
    allow: grants['monitors.exportHits'],
    run(asked, { memberships }) {
      const scopes = supervisedIn(memberships, asked);
      return sheetPart({
        folder: 'monitors',
        name: '标题核对',
        from: asked.cursor,
        page: (after) => hitsPage(scopes, { ...asked, cursor: after }, sheetPage),
        sheet: hitsSheet,
      });
    },
  }),

  ofAccount: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['monitors.ofAccount'],
    subject: theAccount,
    async run({ accountId }) {
      const [counts, hits] = await Promise.all([
        hitCountsOf([accountId]),
        hitsOfAccount(accountId),
      ]);
      return { counts: found(counts.get(accountId)), hits: await shownHits(hits) };
    },
  }),

  decide: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      hitId: inputs.id,
      decision,
      note: v.optional(inputs.text(200)),
    }),
    allow: grants['monitors.decide'],
    changes: true,
    subject: theHit,
    async run(input, { who, now, request }) {
      const { requestKey, hitId, note = null } = input;
      const decided = { decision: input.decision, note, who, at: now.instant };
      unwrap(await decideHit(hitId, decided, request(requestKey)));
      const [hit] = await shownHits([found(await findHit(hitId))]);
      return found(hit);
    },
  }),

  published: action({
    input: v.strictObject(titled),
    allow: grants['monitors.published'],
    run: (asked, { memberships }) => publishedPage(supervisedBy(memberships), asked, pageSize),
  }),

  exportPublished: action({
    input: v.strictObject(titled),
    allow: grants['monitors.exportPublished'],
    run(asked, { memberships }) {
      const scopes = supervisedBy(memberships);
      return sheetPart({
        folder: 'monitors',
        name: '同题发布',
        from: asked.cursor,
        page: (after) => publishedPage(scopes, { ...asked, cursor: after }, sheetPage),
        sheet: publishedSheet,
      });
    },
  }),
};

interface PublishedAsked {
  title: string;
  publishedOn?: Day;
  withinDays: number;
  cursor?: string;
}

async function publishedPage(
  scopes: RegionScope[],
  { title, cursor: after, ...asked }: PublishedAsked,
  limit: number,
): Promise<Page<Published>> {
  const print = printOf(title);
  const page = await publishedWithin(scopes, print, { cursor: after, limit });
  return { items: await shownPublished(page.items, { print, ...asked }), next: page.next };
}

interface PostingsAsked {
  by: 'gap' | 'below';
  regionPrefix?: RegionCode;
  cursor?: string;
}

async function postingsPage(
  scopes: RegionScope[],
  { by, ...asked }: PostingsAsked,
  today: Day,
  limit: number,
): Promise<Page<PostingRecord>> {
  const page = await reachedPage<PostingDocument>(
    'postings',
    { scopes, ...asked },
    { filter: {}, key: by === 'gap' ? 'gapKey' : 'belowKey', limit },
  );
  return { items: await shownPostings(page.items, today), next: page.next };
}

interface HitsAsked {
  state: 'open' | HitDecision;
  kind?: HitKind;
  regionPrefix?: RegionCode;
  cursor?: string;
}

async function hitsPage(
  scopes: RegionScope[],
  { state, kind, ...asked }: HitsAsked,
  limit: number,
): Promise<Page<TitleHit>> {
  const page = await reachedPage<HitDocument>(
    'title-hits',
    { scopes, ...asked },
    { filter: { state, ...(kind ? { kind } : {}) }, key: 'foundKey', direction: 'desc', limit },
  );
  return { items: await shownHits(page.items), next: page.next };
}

interface HitSubject extends Subject {
  hit: HitDocument;
}

/** The hit that an action is about; it lies where its account lies. */
async function theHit({ hitId }: { hitId: string }): Promise<HitSubject | null> {
  const hit = await findHit(hitId);
  const account = hit && (await findAccount(hit.accountId));
  return account ? { hit, place: placeOfAccount(account) } : null;
}
