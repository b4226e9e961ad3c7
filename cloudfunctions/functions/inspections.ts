import { handler } from '../handler';
import type { ActionTable } from '../handler/action';
import { busyInspections } from '../records/inspections';
import { advance } from './inspections/advance';
import { discarding } from './inspections/discarding';
import { due } from './inspections/due';
import { judging } from './inspections/judging';
import { remindOfRectifications, remindOfUpdates } from './inspections/notices';
import { organising } from './inspections/organising';
import { papers } from './inspections/papers';
import { reading } from './inspections/reading';
import { reassigning } from './inspections/reassigning';
import { rectifying } from './inspections/rectifying';
import { updating } from './inspections/updating';

export const actions = {
  ...reading,
  ...organising,
  ...discarding,
  ...reassigning,
  ...judging,
  ...rectifying,
  ...due,
  ...papers,
  ...updating,
} satisfies ActionTable<'inspections'>;

export const main = handler('inspections', actions, {
  async work(moment) {
    for (const inspection of await busyInspections()) await advance(inspection, moment);
  },
  async remind(moment) {
    await remindOfUpdates(moment);
    await remindOfRectifications(moment);
  },
});
