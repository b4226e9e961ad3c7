import type { PictureContext } from '../../client/device/picture';
import { boardPicture } from '../../client/supervision/leaderboards/board/picture';
import type { BoardRow, Leaderboard } from '../../typings/leaderboards';

const row = (rank: number, name = `账号${rank}`): BoardRow => ({
  accountId: String(rank),
  name,
  agency: '某区政府',
  region: '350102',
  level: 'county',
  department: 'health',
  rank,
  tied: false,
  value: 80 - rank,
  forces: {},
  change: rank === 1 ? null : 1.2,
  climbed: null,
  rankInterval: null,
  band: null,
  correction: null,
  sample: true,
});
const board: Leaderboard = {
  scheme: 'zhengwei-1',
  period: '2026-10',
  measure: 'index',
  title: '福建省 · 县区级 · 文化旅游 · 订阅号 · 协同运作型 2026年10月传播指数榜',
  schemeName: '政微传播指数',
  schemeVersion: '1.0',
  purpose: 'research',
  notice: '仅供研究参考，不作考核依据',
  cutOff: '2026-11-02T00:00:00Z',
  size: 200,
  sample: true,
  id: 'b1',
  state: 'published',
  use: 'reference',
  number: 3,
  publisher: '福建省 · 全部账号',
  publishedAt: '2026-11-02T00:00:00Z',
  looked: 210,
  leftOut: {},
  checksum: 'abcdef0123456789ffff',
  open: false,
  errata: 0,
};

/** Ten points a letter of twenty; keeps what was written and how far it reaches. */
function drawn(given: Leaderboard, rows: BoardRow[]) {
  const written: { text: string; from: number; to: number; y: number }[] = [];
  const widthOf = (text: string, font: string) =>
    [...text].length * Number(/(\d+)px/.exec(font)?.[1] ?? 0);
  const context: PictureContext = {
    fillStyle: '',
    font: '',
    textAlign: 'left',
    textBaseline: 'top',
    fillRect: () => {},
    scale: () => {},
    measureText: (text) => ({ width: widthOf(text, context.font) }),
    fillText(text, x, y) {
      const width = widthOf(text, context.font);
      const from = context.textAlign === 'right' ? x - width : x;
      written.push({ text, from, to: from + width, y });
    },
  };
  const picture = boardPicture(given, rows);
  picture.draw(context);
  return { picture, written, all: written.map(({ text }) => text).join('\n') };
}

const many = Array.from({ length: 30 }, (_, index) => row(index + 1));

it('states what the board is of, and that it is for research and a sample', () => {
  const { all } = drawn(board, many);
  for (const part of [
    '第 3 期',
    '200 个账号',
    '版本 1.0',
    '仅供研究参考，不作考核依据',
    '示例数据',
    '福建省 发布',
  ]) {
    expect(all).toContain(part);
  }
  expect(all).toContain('abcdef0123456789');
});

it('shows ten rows and says so, a change that is not known as none', () => {
  const { written, all } = drawn(board, many);
  expect(written.filter(({ text }) => /^账号/.test(text))).toHaveLength(10);
  expect(all).toContain('只列前 10 名');
  expect(written.filter(({ text }) => text === '—')).toHaveLength(1);
});

it('keeps every word inside, however long the names are', () => {
  const long = '某某省某某市某某区某某街道办事处社区党群服务中心政务新媒体';
  const { picture, written } = drawn(board, [row(1, long), row(123456)]);
  for (const { from, to, y } of written) {
    expect([from >= 0, to <= picture.width, y > 0, y < picture.height]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  }
});

it('says the whole of a long title, what was ranked and when included', () => {
  const scope = '福建省福州市鼓楼区 · 县区级、乡镇街道 · 文化旅游 · 订阅号 · 协同运作型';
  const title = `${scope} 2026年10月传播指数榜`;
  const { written } = drawn({ ...board, title }, many);
  const upTo = written.findIndex(({ text }) => text.startsWith('第 3 期'));
  const said = written.slice(0, upTo).map(({ text }) => text);
  expect(said.join('').replace(/\s/g, '')).toBe(title.replace(/\s/g, ''));
  expect(said.at(-1)).toContain('2026年10月传播指数榜');
});

it('of an assessment says that it is one', () => {
  const { all } = drawn({ ...board, notice: null, use: 'assessment', sample: false }, [row(1)]);
  expect(all).toContain('作考核依据');
  expect(all).not.toContain('仅供');
});
