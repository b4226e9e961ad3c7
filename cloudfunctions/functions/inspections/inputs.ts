import * as v from 'valibot';
import * as words from '../../domain/words.data';
import * as shared from '../shared/inputs';

const oneOf = <const T extends string>(values: readonly T[]) =>
  v.picklist(values, '请从列表中选择。');

const link = v.pipe(v.string(), v.regex(/^https:\/\/[^\s]{1,400}$/, '链接应以 https:// 开头。'));
const fileIds = v.pipe(v.array(shared.fileId), v.maxLength(9, '一次最多九张图片。'));

export const scope = v.strictObject({
  kind: v.literal('region'),
  regionPrefix: shared.regionPrefix,
  levels: v.optional(
    v.pipe(v.array(shared.level), v.minLength(1), v.maxLength(words.levels.length)),
  ),
  department: v.optional(shared.department),
});

export const share = v.pipe(v.number('请填写数字。'), v.minValue(0), v.maxValue(100));

export const recordState = oneOf(words.recordStates);

export const proof = v.strictObject({
  text: shared.text(500),
  link: v.nullable(link),
  fileIds,
});

const evidence = v.strictObject({
  figures: v.pipe(
    v.array(
      v.strictObject({
        label: shared.text(60),
        value: shared.text(80),
        asOf: v.nullable(shared.day),
        estimated: v.optional(v.literal(true)),
      }),
    ),
    v.maxLength(20),
  ),
  link: v.nullable(link),
  fileIds,
});

export const judgement = v.strictObject({
  findings: v.pipe(
    v.array(
      v.strictObject({
        ruleId: shared.id,
        times: shared.wholeNumber(100),
        evidence,
        note: v.nullable(shared.text(300)),
      }),
    ),
    v.maxLength(40),
  ),
  lastPublished: v.nullable(shared.day),
});

export const ofInspection = { inspectionId: shared.id };
export const ofRecord = { requestKey: shared.requestKey, recordId: shared.id };
export const cursor = v.optional(shared.cursor);
