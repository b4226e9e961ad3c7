import * as v from 'valibot';
import { grants } from '../../domain/access/grants.data';
import { findRuleSet } from '../../domain/inspections';
import { action } from '../../handler/action';
import { found, notFound, Refusal } from '../../handler/refusal';
import * as inputs from '../shared/inputs';
import { publishBulletin, publishNotice, publishProof } from './documents';
import { ofInspection } from './inputs';
import { theInspection, theRecord } from './subjects';

/** What is printed or checked by anyone. */
export const papers = {
  proof: action({
    input: v.strictObject(ofInspection),
    allow: grants['inspections.proof'],
    subject: theInspection,
    async run(_, { subject: { inspection } }) {
      if (inspection.seed === null) {
        throw new Refusal({ code: 'conflict', message: '抽取以后才能下载核验材料。' });
      }
      return { url: found(await publishProof(inspection)) };
    },
  }),

  bulletin: action({
    input: v.strictObject({ ...ofInspection, format: v.picklist(['docx', 'xlsx']) }),
    allow: grants['inspections.bulletin'],
    subject: theInspection,
    async run({ format }, { subject: { inspection, places }, now, require }) {
      for (const place of places) require(place);
      if (!inspection.publishedAt) {
        throw new Refusal({ code: 'conflict', message: '通报以后才能下载通报和清单。' });
      }
      const ruleSet = found(findRuleSet(inspection.ruleSetId));
      return { url: found(await publishBulletin(inspection, ruleSet, format, now.today)) };
    },
  }),

  rectificationNotice: action({
    input: v.strictObject({ recordId: inputs.id }),
    allow: grants['inspections.rectificationNotice'],
    subject: theRecord,
    async run(_, { subject: { record }, now }) {
      if (record.dueOn === null) throw new Refusal(notFound);
      const ruleSet = found(findRuleSet(record.ruleSetId));
      return { url: found(await publishNotice(record, ruleSet, now.today)) };
    },
  }),
};
