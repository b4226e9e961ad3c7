import * as v from 'valibot';
import * as inputs from '../shared/inputs';
import { regionNames } from '../shared/regions';

const regionCode = v.pipe(
  inputs.regionCode,
  v.check((code) => regionNames().fullName(code) !== null, '没有这个行政区划代码。'),
);
const most = { text: 60, people: 10_000, yuan: 1_000_000_000 };

/** What staff or a supervisor may write about an account. */
export const accountInput = v.strictObject({
  name: inputs.text(most.text),
  wechatId: v.pipe(
    v.string(),
    v.regex(/^[a-z][\w-]{5,19}$/i, '微信号为 6 至 20 位字母、数字、下划线或减号，以字母开头。'),
  ),
  appId: v.nullable(
    v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/i, 'AppID 以 wx 开头，共 18 位。')),
  ),
  kind: inputs.kind,
  principal: inputs.text(most.text),
  agency: v.strictObject({
    name: inputs.text(most.text),
    level: inputs.level,
    region: regionCode,
    department: inputs.department,
    supervisorUnit: v.nullable(inputs.text(most.text)),
  }),
  operation: v.strictObject({
    mode: v.nullable(inputs.operatingMode),
    operator: v.nullable(inputs.text(most.text)),
    openedOn: v.nullable(inputs.day),
    fullTimeStaff: v.nullable(inputs.wholeNumber(most.people)),
    partTimeStaff: v.nullable(inputs.wholeNumber(most.people)),
    annualBudget: v.nullable(inputs.wholeNumber(most.yuan)),
  }),
  filing: v.strictObject({
    number: v.nullable(inputs.text(most.text)),
    date: v.nullable(inputs.day),
    status: inputs.filingStatus,
  }),
});
