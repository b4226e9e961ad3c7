import fc from 'fast-check';
import { score } from '../../../cloudfunctions/domain/indices';
import { fullRecord, indexOf, schemeOf, scored, thousand } from './records';

/** Figures that only help and figures that only hurt; the others are bases of proportions. */
const goods: Record<string, string[]> = {
  'wci-13.0': ['reads', 'maxReads', 'headlineReads', 'wows', 'maxWows', 'headlineWows'],
  'wci-14.2': ['reads', 'maxReads', 'headlineReads', 'wows', 'likes', 'maxLikes', 'headlineLikes'],
  'wci-14.2-shares': ['reads', 'shares', 'maxShares', 'headlineShares'],
  'wci-12.0': ['reads', 'maxReads', 'wows', 'maxWows'],
  'zhengwei-1': [
    'maxReads',
    'headlineReads',
    'shares',
    'workingServiceEntries',
    'serviceCompletions',
    'satisfied',
    'replies',
    'likes',
    'wows',
    'messageReplies',
  ],
  'zhengwei-assess-1': ['replies', 'messageReplies', 'workingServiceEntries', 'serviceCompletions'],
  'zhengwei-assess-1-satisfaction': ['satisfied', 'replies'],
  'city-competitiveness': ['dissemination', 'service', 'interaction'],
};
const bads: Record<string, string[]> = {
  'zhengwei-1': ['longestGapDays', 'medianReplyHours', 'lostFollowers'],
  'zhengwei-assess-1': ['longestGapDays', 'medianReplyHours', 'openFindings'],
};

/** A step small enough to stay inside the checks of consistency for half the cases or more. */
const step = (value: number): number => Math.max(1, Math.floor(value / 20));

function moves(table: Record<string, string[]>): [string, string][] {
  return Object.entries(table).flatMap(([id, names]) =>
    names.map((name): [string, string] => [id, name]),
  );
}

function checkMove(id: string, name: string, sign: 1 | -1): void {
  fc.assert(
    fc.property(fullRecord, (record) => {
      const value = Number(record[name]);
      const changed = { ...record, [name]: value + step(value) };
      const after = score(schemeOf(id), changed);
      // a step out of what can be true is refused, which other tests cover
      fc.pre(after.ok);
      const difference =
        ((after.ok ? after.value.value : null) ?? Number.NaN) - indexOf(id, record);
      expect(sign * difference).toBeGreaterThan(0);
    }),
    thousand,
  );
}

describe('monotone', () => {
  it.each(moves(goods))('%s rises strictly with %s', (id, name) => checkMove(id, name, 1));
  it.each(moves(bads))('%s falls strictly with %s', (id, name) => checkMove(id, name, -1));
});

describe('reads of zhengwei-1, a good of one force and the base of another', () => {
  /** Further readers who respond as the others do, and whose comments are answered. */
  const twiceAsManyReaders = (record: Record<string, unknown>): object => {
    const names = ['reads', 'maxReads', 'headlineReads', 'wows', 'maxWows', 'headlineWows'];
    const all = [...names, 'likes', 'maxLikes', 'headlineLikes', 'comments'];
    const doubled = Object.fromEntries(all.map((name) => [name, 2 * Number(record[name])]));
    return { ...record, ...doubled, replies: Number(record.replies) + Number(record.comments) };
  };

  it('raise 传播力 strictly, whatever the readers do', () => {
    fc.assert(
      fc.property(fullRecord, (record) => {
        const more = { ...record, reads: Number(record.reads) + step(Number(record.reads)) };
        const after = score(schemeOf('zhengwei-1'), more);
        fc.pre(after.ok);
        const before = scored('zhengwei-1', record).parts.dissemination?.value ?? Number.NaN;
        const value = (after.ok && after.value.parts.dissemination?.value) || Number.NaN;
        expect(value).toBeGreaterThan(before);
      }),
      thousand,
    );
  });

  it('raise the index strictly at the same density of responses', () => {
    fc.assert(
      fc.property(fullRecord, (record) => {
        const after = indexOf('zhengwei-1', twiceAsManyReaders(record));
        expect(after).toBeGreaterThan(indexOf('zhengwei-1', record));
      }),
      thousand,
    );
  });
});
