import { refused } from '../errors';

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * How far a zone's clocks are ahead of UTC at a moment, in minutes. Zones are Olson names
 * (`Asia/Shanghai`) or offsets (`+08:00`, `+0800`, `+08`).
 */
export function offsetAt(milliseconds: number, zone: string): number {
  const fixed = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (fixed) {
    const minutes = Number(fixed[2]) * 60 + Number(fixed[3] ?? 0);
    return fixed[1] === '-' ? -minutes : minutes;
  }
  if (zone === 'UTC' || zone === 'GMT' || zone === 'Z') return 0;
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(milliseconds)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((local - Math.floor(milliseconds / 1000) * 1000) / 60_000);
}

/** The moment at which a zone's clocks show what UTC's would at `local`. */
export function fromLocal(local: number, zone: string): number {
  const guess = local - offsetAt(local, zone) * 60_000;
  return local - offsetAt(guess, zone) * 60_000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept) return kept;
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch {
    throw refused(`unrecognized time zone identifier: "${zone}"`);
  }
}
