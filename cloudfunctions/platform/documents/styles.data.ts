/**
 * How an office's document looks: 《党政机关公文格式》GB/T 9704-2012 §5 (page, type area) and §7
 * (title 二号小标宋, text 三号仿宋, 22 lines a page; headings 黑体 and 楷体). Latin letters and digits in
 * Times New Roman. A reader's program that lacks a typeface takes its own 宋体 or 仿宋 for it.
 */

/** Sizes in half-points. */
export const sizes = { title: 44, text: 32, table: 21, small: 21, page: 28 };

export const fonts = {
  title: face('方正小标宋简体'),
  text: face('仿宋'),
  heading: face('黑体'),
  subheading: face('楷体'),
  plain: face('宋体'),
};

function face(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}

/** Twips: a twentieth of a point, 1440 an inch. */
const millimetre = 1440 / 25.4;
const twips = (millimetres: number): number => Math.round(millimetres * millimetre);

export const page = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    header: twips(15),
    footer: twips(28),
    gutter: 0,
  },
};

/** The type area's width, in twips. */
export const textWidth = page.size.width - page.margin.left - page.margin.right;

/** 22 lines in 225 mm, in twips. */
export const lineHeight = 579;
export const titleLineHeight = 720;

/** Two characters of the text. */
export const indent = sizes.text * 20;

/** Told apart by a colour-blind eye, and in print by their lightness. */
export const chartColours = ['1F5FA8', 'E08A1E', '2A9D8F', '8E5EA2', '7A7A7A', 'B23A48'];
