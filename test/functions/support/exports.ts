import { utils, write } from '@e965/xlsx';
import type { Cell } from '../../../typings/intake';
import type { Day, PeriodId } from '../../../typings/vocabulary';

/** The month that is `back` months before the running one: the functions run by the real clock. */
export function monthBefore(back: number): PeriodId {
  const today = new Date(Date.now() + 8 * 3_600_000);
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1));
  return first.toISOString().slice(0, 7);
}

export function dayOf(month: PeriodId, day: number): Day {
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** A workbook of one sheet, as the back office saves it. */
export function workbook(rows: Cell[][]): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'New Sheet1');
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'biff8' }));
}

const header = [
  '内容标题',
  '发表时间',
  '总阅读人数',
  '总阅读次数',
  '总分享人数',
  '总分享次数',
  '阅读后关注人数',
  '送达人数',
  '公众号消息阅读次数',
  '送达阅读率',
  '首次分享次数',
  '分享产生阅读次数',
  '首次分享率',
  '每次分享带来阅读次数',
  '阅读完成率',
  '内容url',
];

/** 已通知内容 in 16 columns: one article a day of the month, with the reads given, or what a cell says. */
export function notifiedExport(
  month: PeriodId,
  reads: (number | string)[],
  account = 'MzA5',
): Uint8Array {
  const rows = reads.map((told, index): Cell[] => {
    const count = typeof told === 'number' ? told : 0;
    const link = `http://mp.weixin.qq.com/s?__biz=${account}&mid=${2_650_001 + index}&idx=1&sn=s#rd`;
    const day = dayOf(month, index + 1).replaceAll('-', '');
    const shares = Math.round(count / 40);
    const people = [Math.round(count * 0.8), Math.round(shares * 0.8)];
    return [
      `第 ${index + 1} 篇`,
      day,
      typeof told === 'number' ? (people[0] ?? 0) : told,
      told,
      people[1] ?? 0,
      shares,
      '3',
      '20000',
      '200',
      '0.04',
      '12',
      '30',
      '0.01',
      '7.3',
      '0.62',
      link,
    ];
  });
  return workbook([header, ...rows]);
}

/** 用户增长 of a month's first days: followers at the end of each, and how many left. */
export function followersExport(
  month: PeriodId,
  followers: number[],
  lost: number[] = [],
): Uint8Array {
  const rows = followers.map((count, index): Cell[] => {
    const left = lost[index] ?? 2;
    return [dayOf(month, index + 1), 10, left, 10 - left, count];
  });
  return workbook([
    ['用户增长'],
    ['时间', '新关注人数', '取消关注人数', '净增关注人数', '累计关注人数'],
    ...rows,
  ]);
}
