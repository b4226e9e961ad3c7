import * as v from 'valibot';
import type { TransitionPlan } from '../../typings/transition';
import type { Day, OperatingMode } from '../../typings/vocabulary';
import { grants } from '../domain/access/grants.data';
import {
  factsSchema,
  modeModel1,
  recommend,
  sensitivity,
  transitionPlan,
  transitionSheet,
  weightsFromPairs,
  weightsSchema,
  whatIf,
} from '../domain/modes';
import { currentMenuSchema, position } from '../domain/positioning';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { found, Refusal, unwrap } from '../handler/refusal';
import { writeDocument } from '../platform/documents/write-document';
import { publishFile } from '../platform/files';
import type { StoredAccount } from '../records/accounts';
import { findStatement } from '../records/matrix';
import { recordFacts } from '../records/mode-facts';
import { evidenceFor } from './modes/evidence';
import { judgements } from './modes/judgements';
import { profileOf } from './modes/profile';
import { theAccount } from './shared/account-subject';
import * as inputs from './shared/inputs';

const transitionInput = v.strictObject({
  accountId: inputs.id,
  to: inputs.operatingMode,
  startsOn: inputs.day,
});

export const actions = {
  current: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['modes.current'],
    subject: theAccount,
    run: (_, { subject: { account }, now }) => profileOf(account, now.today),
  }),

  saveFacts: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      accountId: inputs.id,
      facts: factsSchema,
      basedOnRevision: inputs.wholeNumber(1_000_000),
    }),
    allow: grants['modes.saveFacts'],
    changes: true,
    subject: theAccount,
    async run(input, { who, subject: { account }, now, request }) {
      const { requestKey, facts, basedOnRevision } = input;
      const revision = basedOnRevision + 1;
      const stated = {
        accountId: account.id,
        revision,
        facts,
        enteredBy: who,
        enteredAt: now.instant,
      };
      unwrap(await recordFacts(stated, request(requestKey)));
      return profileOf(account, now.today);
    },
  }),

  recommend: action({
    input: v.strictObject({ accountId: inputs.id, weights: v.optional(weightsSchema) }),
    allow: grants['modes.recommend'],
    subject: theAccount,
    async run({ weights }, { subject: { account }, now }) {
      const { facts } = await profileOf(account, now.today);
      return unwrap(recommend(facts, { weights }));
    },
  }),

  whatIf: action({
    input: v.strictObject({ accountId: inputs.id, changes: factsSchema }),
    allow: grants['modes.whatIf'],
    subject: theAccount,
    async run({ changes }, { subject: { account }, now }) {
      const { facts } = await profileOf(account, now.today);
      return unwrap(whatIf(facts, { ...facts, ...changes }));
    },
  }),

  weigh: action({
    input: v.strictObject({ judgements }),
    allow: grants['modes.weigh'],
    run: (input) => unwrap(weightsFromPairs(input.judgements, modeModel1)),
  }),

  sensitivity: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['modes.sensitivity'],
    subject: theAccount,
    async run(_, { subject: { account }, now }) {
      return unwrap(sensitivity((await profileOf(account, now.today)).facts));
    },
  }),

  evidence: action({
    input: v.strictObject({ accountId: inputs.id }),
    allow: grants['modes.evidence'],
    subject: theAccount,
    run: (_, { subject: { account } }) => evidenceFor(account),
  }),

  transition: action({
    input: transitionInput,
    allow: grants['modes.transition'],
    subject: theAccount,
    run: ({ to, startsOn }, { subject: { account }, now }) =>
      planFor(account, { to, startsOn }, now.today),
  }),

  transitionSheet: action({
    input: transitionInput,
    allow: grants['modes.transitionSheet'],
    subject: theAccount,
    async run({ to, startsOn }, { subject: { account }, now }) {
      const plan = await planFor(account, { to, startsOn }, now.today);
      const { name, agency } = account;
      const bytes = await writeDocument(transitionSheet(plan, { name, agency: agency.name }));
      return { url: found(await publishFile(`modes/${account.id}-${to}.docx`, bytes)) };
    },
  }),

  position: action({
    input: v.strictObject({ accountId: inputs.id, currentMenu: v.optional(currentMenuSchema) }),
    allow: grants['modes.position'],
    subject: theAccount,
    async run({ currentMenu }, { subject: { account }, now }) {
      const [{ facts }, statement] = await Promise.all([
        profileOf(account, now.today),
        currentMenu ? null : findStatement(account.id),
      ]);
      return position(facts, currentMenu ?? statement?.menu);
    },
  }),
} satisfies ActionTable<'modes'>;

export const main = handler('modes', actions);

/** The checklist from the account's mode to another; `invalid` while its mode is not known. */
async function planFor(
  account: StoredAccount,
  { to, startsOn }: { to: OperatingMode; startsOn: Day },
  today: Day,
): Promise<TransitionPlan> {
  const { classification, facts } = await profileOf(account, today);
  const from = classification.mode ?? facts.currentMode;
  if (from) return unwrap(transitionPlan(from, to, startsOn));
  const message = '还不能判定现在的运作模式，请先补充运营情况。';
  throw new Refusal({ code: 'invalid', message });
}
