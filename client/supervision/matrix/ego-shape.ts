import type { Neighbourhood, Relation, Tie } from '../../../typings/matrix';
import { palette } from '../../components/charts/palette';

export const width = 660;
const columns = 3;
const gap = 14;
const chip = { width: (width - gap * (columns - 1)) / columns, height: 62 };
const rowHeight = chip.height + 16;
const heading = 44;
const good = '#00705a';
const bad = '#b3261e';

/** Colours of a tie; the mark says the same without colour. */
const ties: Record<Tie, { mark: string; colour: string }> = {
  both: { mark: '⇅', colour: good },
  out: { mark: '↓', colour: palette.brand },
  in: { mark: '↑', colour: palette.brand },
  none: { mark: '○', colour: bad },
};

interface Group {
  title: string;
  relations: Relation[];
}

/** The picture of one account: superiors above, itself, subordinates and siblings below. */
export function egoDrawing(around: Neighbourhood): { content: string; height: number } {
  const groups: Group[] = [
    { title: '上级', relations: around.superiors },
    { title: '', relations: [] },
    { title: '下级', relations: around.subordinates },
    { title: '同级', relations: around.siblings },
  ];
  let y = 0;
  const parts: string[] = [];
  for (const [index, { title, relations }] of groups.entries()) {
    if (index === 1) {
      parts.push(own(around.account.name, y));
      y += rowHeight + 8;
    } else if (relations.length > 0) {
      parts.push(text(4, y + 30, `${title} ${relations.length}`, palette.faint, 24));
      parts.push(...relations.map((one, at) => drawn(one, at, y + heading)));
      y += heading + Math.ceil(relations.length / columns) * rowHeight + 8;
    }
  }
  return { content: parts.join(''), height: y };
}

function drawn({ name, tie, status }: Relation, at: number, top: number): string {
  const x = (at % columns) * (chip.width + gap);
  const y = top + Math.floor(at / columns) * rowHeight;
  const { mark, colour } = status === 'closed' ? { mark: '✕', colour: palette.faint } : ties[tie];
  const dashed = tie === 'none' || status === 'closed' ? ' stroke-dasharray="8 6"' : '';
  return [
    `<rect x="${x + 1}" y="${y + 1}" width="${chip.width - 2}" height="${chip.height - 2}" rx="12" fill="${palette.paper}" stroke="${colour}" stroke-width="2.5"${dashed}/>`,
    text(x + 12, y + 40, mark, colour, 26),
    text(x + 44, y + 40, shortened(name, 6), palette.ink, 25),
  ].join('');
}

function own(name: string, y: number): string {
  const x = width / 6;
  return [
    `<rect x="${x}" y="${y}" width="${width - 2 * x}" height="${chip.height}" rx="12" fill="${palette.brand}"/>`,
    `<text x="${width / 2}" y="${y + 41}" font-size="28" text-anchor="middle" fill="${palette.paper}">${escaped(shortened(name, 12))}</text>`,
  ].join('');
}

function text(x: number, y: number, content: string, fill: string, size: number): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${escaped(content)}</text>`;
}

/** At most so many characters of full width. */
export function shortened(name: string, most: number): string {
  const letters = [...name];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name;
}

function escaped(content: string): string {
  return content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
