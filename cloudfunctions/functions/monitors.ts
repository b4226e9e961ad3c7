import * as v from 'valibot';
import { grants } from '../domain/access/grants.data';
import { checkText, wordListTemplate } from '../domain/monitors';
import { handler } from '../handler';
import { type ActionTable, action, type Subject } from '../handler/action';
import { found, Refusal, unwrap } from '../handler/refusal';
import { publishFile } from '../platform/files';
import { idOf } from '../platform/random';
import { writeWorkbook } from '../platform/write-workbook';
import { accountsOfAgencies, findAccount, placeOfAccount } from '../records/accounts';
import {
  decideHit,
  findHit,
  type HitDocument,
  hitCountsOf,
  hitsOfAccount,
  type PostingDocument,
  printOf,
  publishedWithin,
} from '../records/monitors';
import { reachedPage } from '../records/reach';
import { listHeads, listsFor, saveList } from '../records/word-lists';
import { shownHits, shownPostings, shownPublished } from './monitors/shown';
import { readListFile } from './monitors/word-list';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';
import { regionNames } from './shared/regions';
import { supervisedBy } from './shared/supervised';

const pageSize = 30;
const firstForms = 20;
const mostDays = 90;
const mostText = 20_000;

const hitKind = v.picklist([
  'wrong-form',
  'sensitive',
  'identity-number',
  'phone-number',
  'bank-card',
]);
const decision = v.picklist(['false-alarm', 'corrected', 'inspection'], '请选择处理结果。');
const paged = {
  regionPrefix: v.optional(inputs.regionPrefix),
  cursor: v.optional(inputs.cursor),
};

export const actions = {
  postings: action({
    input: v.strictObject({ by: v.picklist(['gap', 'below']), ...paged }),
    allow: grants['monitors.postings'],
    async run({ by, ...asked }, { memberships, now }) {
      const page = await reachedPage<PostingDocument>(
        'postings',
        { scopes: supervisedBy(memberships), ...asked },
        { filter: {}, key: by === 'gap' ? 'gapKey' : 'belowKey', limit: pageSize },
      );
      return { items: await shownPostings(page.items, now.today), next: page.next };
    },
  }),

  hits: action({
    input: v.strictObject({
      state: v.picklist(['open', 'false-alarm', 'corrected', 'inspection']),
      kind: v.optional(hitKind),
      ...paged,
    }),
    allow: grants['monitors.hits'],
    async run({ state, kind, ...asked }, { memberships }) {
      const page = await reachedPage<HitDocument>(
        'title-hits',
        { scopes: supervisedBy(memberships), ...asked },
        {
          filter: { state, ...(kind ? { kind } : {}) },
          key: 'foundKey',
          direction: 'desc',
          limit: pageSize,
        },
      );
      return { items: await shownHits(page.items), next: page.next };
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
    input: v.strictObject({
      title: inputs.text(200),
      publishedOn: v.optional(inputs.day),
      withinDays: v.pipe(inputs.wholeNumber(mostDays), v.minValue(1, '至少一天。')),
      cursor: v.optional(inputs.cursor),
    }),
    allow: grants['monitors.published'],
    async run({ title, cursor, ...asked }, { memberships }) {
      const print = printOf(title);
      const scopes = supervisedBy(memberships);
      const page = await publishedWithin(scopes, print, { cursor, limit: pageSize });
      return { items: await shownPublished(page.items, { print, ...asked }), next: page.next };
    },
  }),

  check: action({
    input: v.strictObject({
      text: v.pipe(
        v.string(),
        v.minLength(1, '请粘贴要检查的文字。'),
        v.maxLength(mostText, `一次最多 ${mostText} 字。`),
      ),
    }),
    allow: grants['monitors.check'],
    async run({ text }, { memberships, now }) {
      const regions = memberships.flatMap(({ scope }) =>
        scope.kind === 'region' ? [scope.regionPrefix] : [],
      );
      const agencies = memberships.flatMap(({ scope }) =>
        scope.kind === 'agency' ? [scope.agencyId] : [],
      );
      const [own] = await accountsOfAgencies(agencies.slice(0, 1));
      const lists = await listsFor(own?.agency.region ?? regions[0] ?? '', now.today);
      const hits = text.split('\n').flatMap((line) => checkText(line, lists));
      return { hits: hits.map(({ list: _, ...hit }) => hit).slice(0, 200) };
    },
  }),

  wordLists: action({
    input: inputs.nothing,
    allow: grants['monitors.wordLists'],
    async run(_, { memberships }) {
      const prefixes = supervisedBy(memberships).flatMap(({ regionPrefix }) =>
        [0, 2, 4, 6]
          .filter((length) => length <= regionPrefix.length)
          .map((length) => regionPrefix.slice(0, length)),
      );
      return { lists: await listHeads(prefixes) };
    },
  }),

  previewWordList: action({
    input: v.strictObject({ fileId: inputs.fileId }),
    allow: grants['monitors.previewWordList'],
    async run({ fileId }) {
      const { forms, duplicates, issues, digest } = unwrap(await readListFile(fileId));
      return { digest, forms: forms.length, duplicates, issues, first: forms.slice(0, firstForms) };
    },
  }),

  saveWordList: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      fileId: inputs.fileId,
      digest: inputs.id,
      regionPrefix: inputs.regionPrefix,
      title: inputs.text(40),
      source: inputs.text(200),
      effectiveFrom: inputs.day,
    }),
    allow: grants['monitors.saveWordList'],
    changes: true,
    // A list holds for every account of its region, so its keeper must reach them all.
    subject: async ({ regionPrefix }: { regionPrefix: string }) => ({
      place: { agencyId: null, region: regionPrefix, level: null, department: null, vendorIds: [] },
    }),
    async run(input, { request }) {
      const { requestKey, fileId, digest, ...head } = input;
      const read = unwrap(await readListFile(fileId));
      if (read.digest !== digest) {
        const message = '文件与预览时不同，请重新预览后再保存。';
        throw new Refusal({ code: 'conflict', message });
      }
      const { regionPrefix } = head;
      const owner =
        regionPrefix === '' ? '全国' : regionNames().fullName(regionPrefix.padEnd(6, '0'));
      const list = {
        ...head,
        id: idOf('word-list', regionPrefix, requestKey, digest),
        owner: `${owner ?? regionPrefix}主管部门`,
        forms: read.forms.length,
      };
      return unwrap(await saveList(list, read.forms, request(requestKey)));
    },
  }),

  wordListTemplate: action({
    input: inputs.nothing,
    allow: grants['monitors.wordListTemplate'],
    async run() {
      const [titles = [], ...rows] = wordListTemplate();
      const columns = titles.map((title) => ({ title: String(title), width: 24 }));
      const bytes = await writeWorkbook([{ name: '词表', columns, rows }]);
      return { url: found(await publishFile('templates/词表模板.xlsx', bytes)) };
    },
  }),
} satisfies ActionTable<'monitors'>;

export const main = handler('monitors', actions);

interface HitSubject extends Subject {
  hit: HitDocument;
}

/** The hit that an action is about; it lies where its account lies. */
async function theHit({ hitId }: { hitId: string }): Promise<HitSubject | null> {
  const hit = await findHit(hitId);
  const account = hit && (await findAccount(hit.accountId));
  return account ? { hit, place: placeOfAccount(account) } : null;
}
