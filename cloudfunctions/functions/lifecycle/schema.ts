import * as v from 'valibot';
import * as inputs from '../shared/inputs';

const webAddress = v.pipe(
  v.string(),
  v.maxLength(500, '链接太长。'),
  v.regex(/^https?:\/\/[^\s]+$/i, '链接应以 http:// 或 https:// 开头。'),
);

const agency = v.strictObject({
  name: inputs.text(80),
  level: inputs.level,
  region: inputs.regionCode,
  department: inputs.department,
  supervisorUnit: v.nullable(inputs.text(80)),
});

/** valibot schema of an application. */
export const application = v.strictObject({
  kind: v.picklist(['filing', 'change', 'merger', 'closing'], '请选择事项。'),
  reason: inputs.text(300),
  plannedOn: inputs.day,
  collectiveDecision: v.strictObject({ on: inputs.day, record: inputs.text(100) }),
  leaderConsent: v.strictObject({ on: inputs.day, by: inputs.text(30) }),
  responsible: inputs.text(30),
  contact: inputs.text(30),
  phone: v.pipe(inputs.text(30), v.regex(/^[\d+（）() -]{7,30}$/, '请填写办公电话。')),
  alteration: v.nullable(
    v.strictObject({
      name: v.optional(inputs.text(60)),
      operator: v.optional(v.nullable(inputs.text(80))),
      agency: v.optional(agency),
    }),
  ),
  successor: v.nullable(
    v.strictObject({
      name: inputs.text(60),
      wechatId: v.nullable(inputs.text(40)),
      link: v.nullable(webAddress),
    }),
  ),
});

const acting = {
  requestKey: inputs.requestKey,
  procedureId: inputs.id,
  sequence: inputs.wholeNumber(1000),
};

const note = inputs.text(200);

/** valibot schemas of the acts, by who does them. */
export const deciding = v.strictObject({
  ...acting,
  act: v.variant('act', [
    v.strictObject({ act: v.literal('approve'), note: v.nullable(note) }),
    v.strictObject({ act: v.literal('return'), note }),
    v.strictObject({ act: v.literal('refuse'), note }),
  ]),
});

export const reporting = v.strictObject({
  ...acting,
  act: v.variant('act', [
    v.strictObject({ act: v.literal('revise'), application }),
    v.strictObject({ act: v.literal('withdraw'), note }),
    v.strictObject({
      act: v.literal('notice'),
      on: inputs.day,
      link: v.nullable(webAddress),
      text: inputs.text(1000),
    }),
    v.strictObject({ act: v.literal('carry-out'), on: inputs.day }),
  ]),
});

export const filing = v.strictObject({
  ...acting,
  act: v.strictObject({ act: v.literal('file'), on: inputs.day, number: inputs.text(40) }),
});
