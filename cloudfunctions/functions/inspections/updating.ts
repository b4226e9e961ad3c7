import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { forecastOf } from '../../domain/inspections';
import { action } from '../../handler/action';
import { Refusal, unwrap } from '../../handler/refusal';
import { momentOf } from '../../platform/clock';
import { accountsByIds } from '../../records/accounts';
import { recordActivity, soonDue } from '../../records/activity';
import { noticesOf } from '../../records/notices';
import { answeredOnce } from '../../records/requests';
import { theAccount } from '../shared/account-subject';
import * as inputs from '../shared/inputs';
import { supervisedBy } from '../shared/supervised';
import { cursor } from './inputs';
import { agenciesOf } from './subjects';

const pageSize = 30;

/** Who runs out of time, and what is told of it. */
export const updating = {
  forecast: action({
    input: v.strictObject({ withinDays: inputs.wholeNumber(60), cursor }),
    allow: grants['inspections.forecast'],
    async run({ withinDays, cursor: after }, { memberships, now }) {
      const until = dayIn(now.instant, withinDays);
      const scopes = supervisedBy(memberships);
      const page = await soonDue(scopes, { until, after: after ?? null, limit: pageSize });
      const accounts = await accountsByIds(page.items.map(({ accountId }) => accountId));
      const byId = new Map(accounts.map((account) => [account.id, account]));
      const items = page.items.flatMap((activity) => {
        const account = byId.get(activity.accountId);
        const forecast = account && forecastOf(account, activity, now.today);
        return forecast && account.status === 'active' ? [forecast] : [];
      });
      return { items, next: page.next };
    },
  }),

  observe: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      accountId: inputs.id,
      lastPublished: inputs.day,
    }),
    allow: grants['inspections.observe'],
    changes: true,
    subject: theAccount,
    async run(input, { who, now, subject: { account }, request }) {
      const { lastPublished } = input;
      if (lastPublished > now.today) {
        const fields = { lastPublished: '不能晚于今天。' };
        throw new Refusal({ code: 'invalid', message: '最近发文日期不正确。', fields });
      }
      return unwrap(
        await answeredOnce(request(input.requestKey), async (unit) => ({
          ok: true,
          value: await recordActivity(unit, account, {
            lastPublished,
            source: 'observed',
            asOf: now.today,
            confirmed: false,
            who,
            at: now.instant,
          }),
        })),
      );
    },
  }),

  notices: action({
    input: inputs.nothing,
    allow: grants['inspections.notices'],
    async run(_, { memberships }) {
      const agencyIds = agenciesOf(memberships);
      const notices = agencyIds.length > 0 ? await noticesOf(agencyIds) : [];
      return {
        notices: notices.map(({ _id, agencyId: _, ...notice }) => ({ id: _id, ...notice })),
      };
    },
  }),
};

function dayIn(instant: string, days: number): string {
  return momentOf(Date.parse(instant) + days * 86_400_000).today;
}
