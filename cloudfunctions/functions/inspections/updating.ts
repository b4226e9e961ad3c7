import * as v from 'valibot';
import type { Page } from '../../../typings/answer';
import type { NamedClock, UpdateForecast } from '../../../typings/updates';
import type { Day } from '../../../typings/vocabulary';
import { grants } from '../../domain/access/grants.data';
import type { RegionScope } from '../../domain/access/scopes';
import {
  clocksIn,
  forecastOf,
  forecastSheet,
  standingNotices,
  todoOf,
} from '../../domain/inspections';
import { action } from '../../handler/action';
import { Refusal, unwrap } from '../../handler/refusal';
import { type Moment, momentOf } from '../../platform/clock';
import { accountsByIds, accountsOfAgencies } from '../../records/accounts';
import { recordActivity, soonDue } from '../../records/activity';
import { noticesOf } from '../../records/notices';
import { answeredOnce } from '../../records/requests';
import { theAccount } from '../shared/account-subject';
import * as inputs from '../shared/inputs';
import { regionNames } from '../shared/regions';
import { sheetPage, sheetPart } from '../shared/sheets';
import { supervisedBy } from '../shared/supervised';
import { cursor } from './inputs';
import { ownInspections } from './own';
import { agenciesOf } from './subjects';

const pageSize = 30;

/** Who runs out of time, and what is told of it. */
export const updating = {
  forecast: action({
    input: v.strictObject({ withinDays: inputs.wholeNumber(60), cursor }),
    allow: grants['inspections.forecast'],
    run: ({ withinDays, cursor: after }, { memberships, now }) =>
      forecastPage(supervisedBy(memberships), { withinDays, after }, now, pageSize),
  }),

  exportForecast: action({
    input: v.strictObject({ withinDays: inputs.wholeNumber(60), cursor }),
    allow: grants['inspections.exportForecast'],
    run({ withinDays, cursor: from }, { memberships, now }) {
      const scopes = supervisedBy(memberships);
      return sheetPart({
        folder: 'inspections/forecast',
        name: '更新预警',
        from,
        page: (after) => forecastPage(scopes, { withinDays, after }, now, sheetPage),
        sheet: (rows) => forecastSheet(rows, regionNames().fullName),
      });
    },
  }),

  clocks: action({
    input: inputs.nothing,
    allow: grants['inspections.clocks'],
    run: (_, { memberships, now }) => ({ clocks: clocksOf(supervisedBy(memberships), now.today) }),
  }),

  todo: action({
    input: inputs.nothing,
    allow: grants['inspections.todo'],
    async run(_, { memberships, now }) {
      const accounts = await accountsOfAgencies(agenciesOf(memberships));
      const { forecasts, records } = await ownInspections(accounts, now.today);
      return { items: todoOf(forecasts, records, now.today) };
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
        notices: standingNotices(notices).map(({ _id, agencyId: _, ...notice }) => ({
          id: _id,
          ...notice,
        })),
      };
    },
  }),
};

async function forecastPage(
  scopes: RegionScope[],
  { withinDays, after }: { withinDays: number; after?: string },
  { instant, today }: Moment,
  limit: number,
): Promise<Page<UpdateForecast>> {
  const until = dayIn(instant, withinDays);
  const page = await soonDue(scopes, { until, after: after ?? null, limit });
  const accounts = await accountsByIds(page.items.map(({ accountId }) => accountId));
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const items = page.items.flatMap((activity) => {
    const account = byId.get(activity.accountId);
    const forecast = account && forecastOf(account, activity, today);
    return forecast && account.status === 'active' ? [forecast] : [];
  });
  return { items, next: page.next };
}

/** The clocks of some scopes, each once, with the names of their regions. */
function clocksOf(scopes: RegionScope[], today: Day): NamedClock[] {
  const names = regionNames();
  const found = scopes.flatMap(({ regionPrefix }) => clocksIn(regionPrefix, today));
  return [...new Set(found)].map((clock) => ({
    ...clock,
    regionName:
      clock.regionPrefix === ''
        ? '全国'
        : (names.fullName(clock.regionPrefix.padEnd(6, '0')) ?? clock.regionPrefix),
  }));
}

function dayIn(instant: string, days: number): string {
  return momentOf(Date.parse(instant) + days * 86_400_000).today;
}
