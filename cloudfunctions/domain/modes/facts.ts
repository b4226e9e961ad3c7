import * as v from 'valibot';
import type { ModeFacts } from '../../../typings/modes';
import type { Result } from '../../../typings/result';
import { departments, kinds, levels, operatingModes } from '../words.data';

const within = (low: number, high: number, message: string) =>
  v.pipe(v.number(message), v.finite(message), v.minValue(low, message), v.maxValue(high, message));

const count = (high: number, message: string) =>
  v.pipe(within(0, high, message), v.integer(message));

const oneOf = <const T extends readonly string[]>(options: T) =>
  v.picklist(options, `应是 ${options.join('、')} 之一`);

const yesNo = v.boolean('应是 true 或 false');
const share = within(0, 1, '应是 0 到 1 之间的小数；填的若是百分数，请除以 100');
const force = within(0, 100, '应在 0 到 100 之间');
const people = within(0, 500, '人数应在 0 到 500 之间，不能为负');
const degree = oneOf(['high', 'medium', 'low']);
const shortText = (limit: number) =>
  v.pipe(v.string('应是文字'), v.maxLength(limit, `不能超过 ${limit} 个字`));

const group = <const E extends v.ObjectEntries>(entries: E) =>
  v.pipe(v.custom<Record<string, unknown>>(isPlainObject, '应是一个 JSON 对象'), v.object(entries));

const list = <const S extends v.GenericSchema>(item: S) =>
  v.pipe(v.array(item, '应是一个数组'), v.maxLength(20, '最多 20 项'));

/** The facts' shape with every limit; anything absent or null is unknown. */
const knownFacts = group({
  name: v.optional(shortText(100)),
  level: v.optional(oneOf(levels)),
  department: v.optional(oneOf(departments)),
  functions: v.optional(
    group({
      information: v.optional(share),
      service: v.optional(share),
      interaction: v.optional(share),
    }),
  ),
  purchases: v.optional(list(oneOf(['operation', 'technology', 'training']))),
  contentShare: v.optional(group({ government: v.optional(share), vendor: v.optional(share) })),
  contract: v.optional(yesNo),
  procurement: v.optional(oneOf(['tender', 'negotiation', 'directed', 'single-source', 'inquiry'])),
  finalReview: v.optional(oneOf(['government', 'vendor', 'none'])),
  staff: v.optional(
    group({
      fullTime: v.optional(people),
      partTime: v.optional(people),
      skills: v.optional(list(shortText(20))),
    }),
  ),
  budgetYuan: v.optional(within(0, 1e9, '预算应在 0 到 10 亿元之间，单位是元，不能为负')),
  leadership: v.optional(degree),
  stage: v.optional(oneOf(['founding', 'growth', 'stable'])),
  foundedYear: v.optional(
    v.pipe(
      within(2012, 2100, '应是 2012 年或以后的年份：微信公众平台 2012 年开放'),
      v.integer('应是整数年份'),
    ),
  ),
  sensitivity: v.optional(oneOf(['public', 'internal', 'restricted'])),
  workload: v.optional(
    group({
      postsPerWeek: v.optional(within(0, 1000, '每周篇数应在 0 到 1000 之间')),
      repliesPerDay: v.optional(within(0, 100_000, '每天回复数应在 0 到 100000 之间')),
    }),
  ),
  vendors: v.optional(
    group({
      available: v.optional(count(1000, '供应商数应是 0 到 1000 的整数')),
      switchingCost: v.optional(degree),
      record: v.optional(oneOf(['good', 'fair', 'poor'])),
    }),
  ),
  supervision: v.optional(
    group({ namedOfficer: v.optional(yesNo), measurability: v.optional(degree) }),
  ),
  currentMode: v.optional(oneOf(operatingModes)),
  forces: v.optional(
    group({
      dissemination: v.optional(force),
      service: v.optional(force),
      interaction: v.optional(force),
    }),
  ),
  followers: v.optional(count(1e9, '关注人数应是不小于 0 的整数')),
  daysSinceUpdate: v.optional(within(0, 10_000, '距上次更新的天数应不小于 0')),
  accountsOnPlatform: v.optional(
    v.pipe(count(1000, '账号数应是整数'), v.minValue(1, '账号数至少是 1，包括本账号')),
  ),
  kind: v.optional(oneOf(kinds)),
  needs: v.optional(
    list(oneOf(['payment', 'web-authorisation', 'template-message', 'parametric-qr', 'location'])),
  ),
});

/** valibot schema of `ModeFacts`; a null anywhere is taken as absent. */
export const factsSchema = v.pipe(
  v.custom<Record<string, unknown>>(isPlainObject, '应是一个 JSON 对象'),
  v.transform(withoutNulls),
  knownFacts,
);

function withoutNulls(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== null)
      .map(([key, entry]) => [
        key,
        isPlainObject(entry)
          ? Object.fromEntries(Object.entries(entry).filter(([, inner]) => inner !== null))
          : entry,
      ]),
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads facts from anything: `invalid` with a Chinese reason for each bad field. */
export function parseFacts(input: unknown): Result<ModeFacts> {
  const parsed = v.safeParse(factsSchema, input);
  if (parsed.success) return { ok: true, value: parsed.output };
  const fields: Record<string, string> = {};
  for (const issue of parsed.issues) fields[v.getDotPath(issue) ?? ''] ??= issue.message;
  const first = Object.entries(fields)[0];
  const message = first?.[0]
    ? `${first[0]} ${first[1]}，请改正后重试`
    : '每条记录应是一个 JSON 对象，请改正后重试';
  return { ok: false, error: { code: 'invalid', message, fields } };
}
