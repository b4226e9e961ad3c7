import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import type { Cell, IntakeItem } from '../../typings/intake';
import type { FollowerDay, Submission } from '../../typings/submission';
import type { Day } from '../../typings/vocabulary';
import { withFollowerDays } from './follower-days';
import type { SampleData } from './index';

/** whose figures the files go on from, so that the person who files for it can try them */
const accountId = 'sample-fuzhoufulian';

const articleHeaders = [
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
/** people that a push reaches */
const delivered = 47_000;

const followerHeaders = ['时间', '新关注人数', '取消关注人数', '净增关注人数', '累积关注人数'];

/**
 * Writes two files as the back office exports them, for whoever tries the product without an account
 * of their own: 已通知内容 and 用户增长 of the running month, up to `today`.
 */
export function writeSampleExports(folder: string, { submissions }: SampleData, today: Day): void {
  const newest = withFollowerDays(submissions)
    .filter((one) => one.accountId === accountId)
    .at(-1);
  if (!newest) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '已通知内容-示例.xls'), articlesSheet(newest, today));
  writeFileSync(join(folder, 'user_analysis.xls'), followersPage(newest, today));
}

/** The day of the running month with the same date; null for one that is still to come. */
function moved(day: Day | null, today: Day): Day | null {
  const there = `${today.slice(0, 7)}${day?.slice(7) ?? ''}`;
  return day !== null && there <= today ? there : null;
}

/** Early in a month none may be published yet: then one was today. */
function published({ items }: Submission, today: Day): { item: IntakeItem; day: Day }[] {
  const dated = items.flatMap((item) => {
    const day = moved(item.publishedAt, today);
    return day ? [{ item, day }] : [];
  });
  return dated.length > 0 ? dated : items.slice(0, 1).map((item) => ({ item, day: today }));
}

function articlesSheet(submission: Submission, today: Day): Buffer {
  const places = new Map<Day, number>();
  const rows = published(submission, today).map(({ item, day }) => {
    // 1 is the push's first, 头条; an account pushes once a day.
    const place = item.headline ? 1 : (places.get(day) ?? 1) + 1;
    if (!item.headline) places.set(day, place);
    return articleRow(item, day, place);
  });
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([articleHeaders, ...rows]);
  utils.book_append_sheet(book, sheet, 'New Sheet1');
  return write(book, { type: 'buffer', bookType: 'biff8' });
}

function articleRow({ title, reads, shares }: IntakeItem, day: Day, place: number): Cell[] {
  const [read, shared] = [reads ?? 0, shares ?? 0];
  const link = `http://mp.weixin.qq.com/s?__biz=MzA5sample&mid=26500${day.slice(5).replace('-', '')}&idx=${place}#rd`;
  return [
    title,
    day.replaceAll('-', ''),
    Math.round(read * 0.8),
    read,
    Math.round(shared * 0.8),
    shared,
    Math.round(read * 0.004),
    delivered,
    Math.round(read * 0.5),
    '0.06',
    Math.round(shared * 0.5),
    Math.round(read * 0.3),
    '0.02',
    '4.6',
    '0.62',
    link,
  ];
}

/** A page of HTML under the name of a workbook, as the back office has it. */
function followersPage({ followerDays = [] }: Submission, today: Day): string {
  const growth = growthOf(followerDays);
  const rows = followerDays.flatMap((row): Cell[][] => {
    const day = moved(row.day, today);
    if (!day) return [];
    const [come, left] = [row.newFollowers ?? 0, row.lostFollowers ?? 0];
    return [[day, come, left, come - left, (row.followers ?? 0) + growth]];
  });
  const lines = [['用户增长'], followerHeaders, ...rows].map(
    (cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<meta charset="utf-8"><table class="tb">${lines.join('')}</table>`;
}

/** By how much a month grew: the next one goes on from there. */
function growthOf(days: FollowerDay[]): number {
  return days.reduce((sum, one) => sum + (one.newFollowers ?? 0) - (one.lostFollowers ?? 0), 0);
}
