import type { ReportRun } from '../../../typings/reports';
import type { Figures } from './figures';
import { groupsOf } from './lists';
import { type List, type ListName, lists } from './lists.data';
import type { Slot } from './phrases.data';
import { magnitude } from './shown';

/** Names that phrases use, by their keys. */
export type Names = Record<string, string>;

/** A paragraph from its slots, with each figure marked; null when nothing is said. */
export function paragraphOf(slots: Slot[], figures: Figures, names: Names): ReportRun[] | null {
  const runs = slots.flatMap((slot) => {
    const phrase = slot.find(({ when }) => when?.(figures) ?? true);
    return phrase ? runsOf(phrase.say, figures, names) : [];
  });
  return runs.length > 0 ? runs : null;
}

const placeholder = /\{([^}]+)\}/;

function runsOf(template: string, figures: Figures, names: Names): ReportRun[] {
  return template
    .split(placeholder)
    .flatMap((part, index) => (index % 2 === 0 ? words(part) : filled(part, figures, names)));
}

const words = (text: string): ReportRun[] => (text === '' ? [] : [{ text }]);

function filled(part: string, figures: Figures, names: Names): ReportRun[] {
  const mark = part[0];
  const rest = part.slice(1);
  if (mark === '@') return [{ text: names[rest] ?? '', name: true }];
  if (mark === '#') return listRuns(rest as ListName, figures, names);
  const figure = figures.tell(mark === '|' ? rest : part);
  return [{ text: mark === '|' ? magnitude(figure.shown) : figure.shown, figure: figure.id }];
}

/** 「县区级（320个，占61.5%）、地市级（…）和省级（…）」 */
function listRuns(name: ListName, figures: Figures, names: Names): ReportRun[] {
  const { tell }: List = lists[name];
  const groups = groupsOf(name, figures);
  return groups.flatMap((group, index) => [
    ...words(index === 0 ? '' : index === groups.length - 1 ? '和' : '、'),
    { text: figures.label(group), name: true as const },
    { text: '（' },
    ...runsOf(tell.replace(/\{(\w+)\}/g, `{${group}.$1}`), figures, names),
    { text: '）' },
  ]);
}
