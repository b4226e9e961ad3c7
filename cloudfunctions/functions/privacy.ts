import * as v from 'valibot';
import { grants } from '../domain/access/grants.data';
import { inventory } from '../domain/privacy/inventory.data';
import { retentions } from '../domain/privacy/retention.data';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { type Moment, momentOf } from '../platform/clock';
import { logInfo } from '../platform/log';
import { erasePerson, removeExpired } from '../records/personal';
import { exportOf } from './privacy/export';
import * as inputs from './shared/inputs';

const dayLength = 86_400_000;

export const actions = {
  inventory: action({
    input: inputs.nothing,
    allow: grants['privacy.inventory'],
    run: () => ({ fields: [...inventory] }),
  }),

  export: action({
    input: inputs.nothing,
    allow: grants['privacy.export'],
    changes: true,
    run: (_, { who }) => exportOf(who),
  }),

  erase: action({
    input: v.strictObject({ confirm: v.literal('注销', '请输入“注销”以确认。') }),
    allow: grants['privacy.erase'],
    changes: true,
    run: (_, { who }) => erasePerson(inventory, who),
  }),
} satisfies ActionTable<'privacy'>;

/** What the timer does: records whose term is over go. */
async function retain(now: Moment): Promise<void> {
  for (const retention of retentions) {
    const before = momentOf(Date.parse(now.instant) - retention.days * dayLength).instant;
    const removed = await removeExpired(retention, before);
    if (removed > 0) logInfo('retention', { collection: retention.collection, removed });
  }
}

export const main = handler('privacy', actions, { retain });
