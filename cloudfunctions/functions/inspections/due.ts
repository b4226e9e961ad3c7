import * as v from 'valibot';
import type { Page } from '../../../typings/answer';
import type { DueRecord } from '../../../typings/inspections';
import type { Day, RegionCode } from '../../../typings/vocabulary';
import { grants } from '../../domain/access/grants.data';
import type { RegionScope } from '../../domain/access/scopes';
import { daysBetween, dueSheet } from '../../domain/inspections';
import { action } from '../../handler/action';
import { type RecordDocument, shownRecord } from '../../records/inspection-records';
import { reachedPage } from '../../records/reach';
import * as inputs from '../shared/inputs';
import { regionNames } from '../shared/regions';
import { sheetPage, sheetPart } from '../shared/sheets';
import { supervisedIn } from '../shared/supervised';

const pageSize = 30;

const asked = {
  show: v.picklist(['overdue', 'upcoming', 'answered', 'appealed'], '请从列表中选择。'),
  regionPrefix: v.optional(inputs.regionPrefix),
};

/** 整改台账: what is to be rectified, looked at again or decided, over all inspections in scope. */
export const due = {
  due: action({
    input: v.strictObject({ ...asked, cursor: v.optional(inputs.cursor) }),
    allow: grants['inspections.due'],
    run: (input, { memberships, now }) =>
      duePage(supervisedIn(memberships, input), input, now.today, pageSize),
  }),

  exportDue: action({
    input: v.strictObject({ ...asked, cursor: v.optional(inputs.cursor) }),
    allow: grants['inspections.exportDue'],
    run(input, { memberships, now }) {
      const scopes = supervisedIn(memberships, input);
      return sheetPart({
        folder: 'inspections/due',
        name: '整改台账',
        from: input.cursor,
        page: (cursor) => duePage(scopes, { ...input, cursor }, now.today, sheetPage),
        sheet: (rows) => dueSheet(rows, regionNames().fullName),
      });
    },
  }),
};

interface Asked {
  show: 'overdue' | 'upcoming' | 'answered' | 'appealed';
  regionPrefix?: RegionCode;
  cursor?: string;
}

async function duePage(
  scopes: RegionScope[],
  { show, regionPrefix, cursor }: Asked,
  today: Day,
  limit: number,
): Promise<Page<DueRecord>> {
  const isOpen = show === 'overdue' || show === 'upcoming';
  const state = isOpen ? 'rectifying' : show;
  // What is due today sorts after the bare day.
  const from = show === 'upcoming' ? (cursor ?? today) : cursor;
  const page = await reachedPage<RecordDocument>(
    'inspection-records',
    { scopes, regionPrefix, cursor: from },
    { filter: { state }, key: 'dueKey', limit, ...(show === 'overdue' ? { until: today } : {}) },
  );
  return { items: page.items.map((record) => shownDue(record, today)), next: page.next };
}

function shownDue(record: RecordDocument, today: Day): DueRecord {
  const { inspectionTitle, ruleSetId, dueOn } = record;
  const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
  return { ...shownRecord(record), inspectionTitle, ruleSetId, daysLeft };
}
