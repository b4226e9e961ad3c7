import type { Block, DocumentModel } from '../../../typings/documents';
import type { DatedStep, TransitionPlan } from '../../../typings/transition';

/** 转换清单 of one account as a document to print: what, who, by when, and a column to tick. */
export function transitionSheet(
  plan: TransitionPlan,
  { name, agency }: { name: string; agency: string },
): DocumentModel {
  return {
    title: plan.title,
    meta: [`公众号：${name}`, `主办单位：${agency}`],
    blocks: [
      ...plan.sections.flatMap(({ title, steps }): Block[] => [
        { kind: 'heading', level: 1, text: title },
        {
          kind: 'table',
          columns: [
            { title: '事项', width: 6 },
            { title: '责任', width: 2 },
            { title: '时间', width: 3 },
            { title: '完成', align: 'center', width: 1 },
          ],
          rows: steps.map((step) => [step.text, step.ownerLabel, daysOf(step), '□']),
        },
      ]),
      { kind: 'signature', lines: ['负责人（签字）：　　　　　　', '日期：　　年　　月　　日'] },
    ],
  };
}

function daysOf({ startsOn, dueOn }: DatedStep): string | null {
  return startsOn && dueOn ? `${startsOn} 至 ${dueOn}` : null;
}
