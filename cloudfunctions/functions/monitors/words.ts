import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { checkText, wordListTemplate } from '../../domain/monitors';
import { action } from '../../handler/action';
import { found, Refusal, unwrap } from '../../handler/refusal';
import { publishFile } from '../../platform/files';
import { idOf } from '../../platform/random';
import { writeWorkbook } from '../../platform/write-workbook';
import { accountsOfAgencies } from '../../records/accounts';
import { listHeads, listsFor, saveList } from '../../records/word-lists';
import * as inputs from '../shared/inputs';
import { regionNames } from '../shared/regions';
import { supervisedBy } from '../shared/supervised';
import { readListFile } from './word-list';

const firstForms = 20;
const mostText = 20_000;

/** Word lists with their owners and versions, and a look at a text by those that count for it. */
export const words = {
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
      named: true,
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
};
