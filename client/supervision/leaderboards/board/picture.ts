import type { BoardRow, Leaderboard } from '../../../../typings/leaderboards';
import type { Picture, PictureContext } from '../../../device/picture';
import { formatChange, formatNumber } from '../../../figures';
import { instantLabel } from '../../../periods';
import { decimalsOf } from '../../../scores';
import { publishedBy } from '../published-by';

const width = 600;
const margin = 36;
const inner = width - 2 * margin;
const headHeight = 196;
const rowHeight = 64;
const footHeight = 132;
/** rows that a phone shows without scrolling */
const mostRows = 10;

const face = '-apple-system, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';
const colours = {
  ink: '#17202e',
  soft: '#465063',
  faint: '#5f6a7d',
  paper: '#ffffff',
  line: '#dde3ec',
  brand: '#14366b',
  onBrand: '#ffffff',
  onBrandSoft: '#cfdff5',
  warn: '#8a5200',
};

/** Sizes of a title, with the lines that the head has room for. */
const smallestTitle = { size: 22, most: 4 };
const titleSizes = [{ size: 30, most: 2 }, { size: 25, most: 3 }, smallestTitle];
const titleStyle = { colour: colours.onBrand, weight: 600 };
const titleLeading = 1.25;
const titleMiddle = 62;

interface Style {
  size: number;
  colour: string;
  weight?: number;
  align?: 'left' | 'right';
}

/** A published board to send on: what it is of, its first rows, and what it may be used for. */
export function boardPicture(board: Leaderboard, rows: readonly BoardRow[]): Picture {
  const shown = rows.slice(0, mostRows);
  return {
    name: `${board.title} 第${board.number}期`,
    width,
    height: headHeight + shown.length * rowHeight + footHeight,
    draw(context) {
      context.textBaseline = 'middle';
      drawHead(context, board);
      context.fillStyle = colours.paper;
      context.fillRect(0, headHeight, width, shown.length * rowHeight + footHeight);
      for (const [index, row] of shown.entries()) {
        drawRow(context, row, headHeight + index * rowHeight);
      }
      drawFoot(context, board, headHeight + shown.length * rowHeight, shown.length);
    },
  };
}

function drawHead(context: PictureContext, board: Leaderboard): void {
  context.fillStyle = colours.brand;
  context.fillRect(0, 0, width, headHeight);
  const { size, rows } = titleRows(context, board.title);
  const first = titleMiddle - ((rows.length - 1) * size * titleLeading) / 2;
  for (const [index, row] of rows.entries()) {
    write(context, row, margin, first + index * size * titleLeading, { ...titleStyle, size });
  }
  const small = { size: 20, colour: colours.onBrandSoft };
  const about = `第 ${board.number} 期 · ${board.size} 个账号 · 数据截止 ${instantLabel(board.cutOff)}`;
  write(context, fitted(context, about, small, inner), margin, 128, small);
  const scheme = `${board.schemeName}（版本 ${board.schemeVersion}）`;
  write(context, fitted(context, scheme, small, inner), margin, 160, small);
}

function drawRow(context: PictureContext, row: BoardRow, top: number): void {
  const middle = top + rowHeight / 2;
  const decimals = decimalsOf(row.value);
  write(context, String(row.rank), margin, middle, {
    size: 26,
    colour: colours.brand,
    weight: 600,
  });
  const name = { size: 24, colour: colours.ink };
  write(context, fitted(context, row.name, name, inner - 250), margin + 64, middle, name);
  const right = { align: 'right', weight: 600 } as const;
  write(context, formatNumber(row.value, decimals), width - margin - 96, middle, {
    ...right,
    size: 26,
    colour: colours.ink,
  });
  const change = row.change === null ? '—' : formatChange(row.change, decimals);
  write(context, change, width - margin, middle, {
    size: 20,
    colour: colours.faint,
    align: 'right',
  });
  context.fillStyle = colours.line;
  context.fillRect(margin, top + rowHeight - 1, inner, 1);
}

function drawFoot(context: PictureContext, board: Leaderboard, top: number, shown: number): void {
  const small = { size: 20, colour: colours.faint };
  const notice = { size: 22, colour: colours.warn, weight: 600 };
  const use = board.notice ?? (board.use === 'assessment' ? '作考核依据' : '仅供参考');
  write(context, board.sample ? `${use} · 示例数据` : use, margin, top + 32, notice);
  const held = board.size > shown ? `只列前 ${shown} 名，右侧为较上期` : '右侧为较上期';
  const foot = `${held} · ${publishedBy(board)}`;
  write(context, fitted(context, foot, small, inner), margin, top + 66, small);
  write(context, `校验码 ${(board.checksum ?? '').slice(0, 16)}`, margin, top + 98, small);
}

function write(context: PictureContext, text: string, x: number, y: number, style: Style): void {
  if (text === '') return;
  take(context, style);
  context.textAlign = style.align ?? 'left';
  context.fillText(text, x, y);
}

function take(context: PictureContext, { size, colour, weight = 400 }: Style): void {
  context.fillStyle = colour;
  context.font = `${weight} ${size}px ${face}`;
}

/** A title in the largest type in which it is whole, for its end says what was ranked, and when. */
function titleRows(context: PictureContext, title: string): { size: number; rows: string[] } {
  const fits = titleSizes.find(
    ({ size, most }) => lines(context, title, { ...titleStyle, size }, inner).length <= most,
  );
  const { size, most } = fits ?? smallestTitle;
  const rows = lines(context, title, { ...titleStyle, size }, inner);
  const style = { ...titleStyle, size };
  if (rows.length <= most) return { size, rows };
  const last = fitted(context, rows.slice(most - 1).join(''), style, inner);
  return { size, rows: [...rows.slice(0, most - 1), last] };
}

/** The lines of a text, broken where it has a space, and within a word only when that is longer than a line. */
function lines(
  context: PictureContext,
  text: string,
  style: Style,
  room: number,
): [string, ...string[]] {
  take(context, style);
  const letters = [...text];
  const holds = (count: number) =>
    context.measureText(letters.slice(0, count).join('').trimEnd()).width <= room;
  if (holds(letters.length)) return [text];
  let taken = letters.length;
  while (taken > 1 && !holds(taken)) taken -= 1;
  const [, whole] = /^(.+) [^·]/u.exec(letters.slice(0, taken + 2).join('')) ?? [];
  const end = whole === undefined ? taken : [...whole].length;
  const rest = letters.slice(end).join('').trimStart();
  return [letters.slice(0, end).join('').trimEnd(), ...lines(context, rest, style, room)];
}

/** A text that keeps within its room. */
function fitted(context: PictureContext, text: string, style: Style, room: number): string {
  take(context, style);
  if (context.measureText(text).width <= room) return text;
  let letters = [...text];
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > room) {
    letters = letters.slice(0, -1);
  }
  return `${letters.join('')}…`;
}
