/** The moments of a timer: for each field, in its order, the values that fit. */
export interface Cron {
  seconds: number[];
  minutes: number[];
  hours: number[];
  days: Set<number>;
  months: Set<number>;
  weekdays: Set<number>;
  years: Set<number>;
  /** Both the day of the month and of the week are narrowed: either will do, as in the service. */
  eitherDay: boolean;
}

interface Field {
  name: string;
  from: number;
  to: number;
  words: string[];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const weekdays = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const lastYear = 2099;
const fields: Field[] = [
  { name: '秒', from: 0, to: 59, words: [] },
  { name: '分', from: 0, to: 59, words: [] },
  { name: '时', from: 0, to: 23, words: [] },
  { name: '日', from: 1, to: 31, words: [] },
  { name: '月', from: 1, to: 12, words: months },
  { name: '星期', from: 0, to: 6, words: weekdays },
  { name: '年', from: 1970, to: lastYear, words: [] },
];

/** China has kept one offset since 1991, so its clock is plain arithmetic. */
const shanghaiOffset = 8 * 3600_000;
const dayLength = 86_400_000;

/**
 * Reads the platform's seven fields: second, minute, hour, day, month, weekday (0 is Sunday), year;
 * each a `*`, a value or a range `a-b`, these with `/step`, or several of them with commas.
 *
 * @throws Error in words for the person who wrote it.
 */
export function parseCron(expression: string): Cron {
  const parts = expression.trim().split(/\s+/);
  if (parts.length !== fields.length) {
    throw new Error(`定时表达式“${expression}”应有七个字段：秒 分 时 日 月 星期 年`);
  }
  const values = fields.map((field, index) => valuesOf(parts[index] ?? '', field));
  const [s = [], m = [], h = [], day = [], month = [], weekday = [], year = []] = values;
  return {
    seconds: s,
    minutes: m,
    hours: h,
    days: new Set(day),
    months: new Set(month),
    weekdays: new Set(weekday),
    years: new Set(year),
    eitherDay: day.length < 31 && weekday.length < 7,
  };
}

/**
 * The first moment after `after` (milliseconds since 1970) that fits, read on Shanghai's clock;
 * nothing if there is none before 2100.
 */
export function nextMoment(cron: Cron, after: number): number | null {
  const local = after + shanghaiOffset;
  let day = Math.floor(local / dayLength) * dayLength;
  let from = Math.floor((local - day) / 1000) + 1;
  for (; new Date(day).getUTCFullYear() <= lastYear; day += dayLength, from = 0) {
    if (!fitsDay(cron, new Date(day))) continue;
    const second = firstSecond(cron, from);
    if (second !== null) return day + second * 1000 - shanghaiOffset;
  }
  return null;
}

function fitsDay(cron: Cron, date: Date): boolean {
  if (!cron.years.has(date.getUTCFullYear()) || !cron.months.has(date.getUTCMonth() + 1)) {
    return false;
  }
  const byMonth = cron.days.has(date.getUTCDate());
  const byWeek = cron.weekdays.has(date.getUTCDay());
  return cron.eitherDay ? byMonth || byWeek : byMonth && byWeek;
}

function firstSecond({ hours, minutes, seconds }: Cron, from: number): number | null {
  for (const hour of hours) {
    for (const minute of minutes) {
      const start = hour * 3600 + minute * 60;
      if (start + 59 < from) continue;
      const second = seconds.find((one) => start + one >= from);
      if (second !== undefined) return start + second;
    }
  }
  return null;
}

function valuesOf(text: string, field: Field): number[] {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [range = '', step = '1', ...rest] = part.split('/');
    const [first, last] = rangeOf(range, field);
    const width = Number(step);
    if (rest.length > 0 || !Number.isInteger(width) || width < 1 || first > last) {
      throw new Error(`定时表达式的“${field.name}”字段写作“${text}”，看不懂`);
    }
    const end = part.includes('/') && !/[-*]/.test(range) ? field.to : last;
    for (let value = first; value <= end; value += width) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

function rangeOf(range: string, field: Field): [number, number] {
  if (range === '*') return [field.from, field.to];
  const ends = range.split('-').map((end) => numberOf(end, field));
  const [first = Number.NaN, last = first] = ends;
  if (ends.length > 2 || !(first >= field.from && last <= field.to)) {
    throw new Error(
      `定时表达式的“${field.name}”字段应在 ${field.from} 到 ${field.to} 之间，写作“${range}”`,
    );
  }
  return [first, last];
}

function numberOf(text: string, { from, words }: Field): number {
  const word = words.indexOf(text.toUpperCase());
  if (word >= 0) return word + from;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}
