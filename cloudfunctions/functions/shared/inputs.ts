import * as v from 'valibot';
import { dayNumber } from '../../domain/indices/days';
import * as words from '../../domain/words.data';

/** Text that a person wrote: bounded, and never blank. */
export const text = (most: number) =>
  v.pipe(
    v.string('请填写文字。'),
    v.trim(),
    v.minLength(1, '不能为空。'),
    v.maxLength(most, `不能超过 ${most} 个字。`),
  );

/** An id that this product gave out. */
export const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, '编号不正确。'));
export const requestKey = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, '请求编号不正确。'));
export const fileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[^\s?#]{1,300}$/, '文件编号不正确。'));
export const cursor = v.pipe(v.string(), v.regex(/^[\w:.~-]{1,100}$/, '翻页位置不正确。'));
export const day = v.pipe(
  v.string(),
  v.isoDate('日期应写成 2026-11-24 的样子。'),
  v.check(
    (text) => dayNumber(text) !== null,
    ({ input }) => (input === '' ? '请选择日期。' : '没有这一天，请核对日期。'),
  ),
);
export const period = v.pipe(v.string(), v.regex(/^[\dWQ.-]{4,22}$/, '周期不正确。'));
export const scheme = v.pipe(v.string(), v.regex(/^[\w.-]{1,40}$/, '指数方案不正确。'));
export const regionCode = v.pipe(v.string(), v.regex(/^\d{6}$/, '地域代码应为六位数字。'));
export const regionPrefix = v.pipe(
  v.string(),
  v.regex(/^(\d{2}){0,3}$/, '地域范围应为两位、四位或六位数字。'),
);
export const wholeNumber = (most: number) =>
  v.pipe(
    v.number('请填写数字。'),
    v.integer('请填写整数。'),
    v.minValue(0, '不能小于 0。'),
    v.maxValue(most, '数字过大。'),
  );

/** No input at all. */
export const nothing = v.record(v.string(), v.never());

const oneOf = <const T extends string>(values: readonly T[]) =>
  v.picklist(values, '请从列表中选择。');

export const level = oneOf(words.levels);
export const department = oneOf(words.departments);
export const kind = oneOf(words.kinds);
export const role = oneOf(words.roles);
export const operatingMode = oneOf(words.operatingModes);
export const filingStatus = oneOf(words.filingStatuses);
export const accountStatus = oneOf(words.accountStatuses);
export const metric = oneOf(words.metrics);
export const periodKind = oneOf(words.periodKinds);

export const regionScope = v.strictObject({
  kind: v.literal('region'),
  regionPrefix,
  levels: v.optional(v.pipe(v.array(level), v.minLength(1), v.maxLength(words.levels.length))),
  department: v.optional(department),
});

export const scope = v.variant('kind', [
  v.strictObject({ kind: v.literal('agency'), agencyId: id }),
  regionScope,
  v.strictObject({ kind: v.literal('vendor'), vendorId: id }),
  v.strictObject({ kind: v.literal('datasets') }),
]);
