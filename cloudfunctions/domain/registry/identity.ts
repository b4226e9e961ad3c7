import type { Account, RegistryIssue } from '../../../typings/registry';
import type { SheetRow } from './read-rows';
import type { Row } from './record';

/** What tells one account from another. Letters of either compare without case. */
const identifiers = [
  { key: 'wechatId', header: '微信号' },
  { key: 'appId', header: 'AppID' },
] as const;

type Identifier = (typeof identifiers)[number]['key'];

interface Identified {
  wechatId?: string;
  appId?: string | null;
}

export function identity(row: Identified, key: Identifier): string | null {
  return row[key]?.toLowerCase() ?? null;
}

function group<T extends Identified>(list: T[], key: Identifier): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const id = identity(one, key);
    if (id === null) continue;
    const same = groups.get(id);
    if (same) same.push(one);
    else groups.set(id, [one]);
  }
  return groups;
}

/** A message names this many of the other rows. */
const MAX_NAMED = 5;

/** Rows of one file that name the same account: each is told of the others. */
export function duplicatesWithin(rows: SheetRow[]): RegistryIssue[] {
  const identified = rows.map(({ number, values }) => ({ ...values, number }));
  return identifiers.flatMap(({ key, header }) =>
    [...group(identified, key).values()]
      .filter((same) => same.length > 1)
      .flatMap((same) =>
        same.map(({ number, [key]: id }): RegistryIssue => {
          const others = same.slice(0, MAX_NAMED + 1).filter((other) => other.number !== number);
          const numbers = others
            .slice(0, MAX_NAMED)
            .map((other) => other.number)
            .join('、');
          const message = `第 ${number} 行的${header} ${id} 与第 ${numbers} 行重复，请只保留一行`;
          return { row: number, column: header, kind: 'conflict', message };
        }),
      ),
  );
}

export interface Registered {
  byWechatId: ReadonlyMap<string, Account>;
  byAppId: ReadonlyMap<string, Account>;
}

export function registered(existing: Account[]): Registered {
  const index = (key: Identifier) =>
    new Map(
      existing.flatMap((account): [string, Account][] => {
        const id = identity(account, key);
        return id === null ? [] : [[id, account]];
      }),
    );
  return { byWechatId: index('wechatId'), byAppId: index('appId') };
}

/** The registered account that a row speaks of: the one with its 微信号. */
export function accountOf(row: Row, known: Registered): Account | null {
  return known.byWechatId.get(identity(row, 'wechatId') ?? '') ?? null;
}

/**
 * A row whose AppID contradicts the register: it is another account's, or not the one that the
 * account with this 微信号 has. An AppID never changes, so one of the two is a slip.
 */
export function contradiction(row: SheetRow, known: Registered): RegistryIssue | null {
  const own = accountOf(row.values, known);
  const appId = identity(row.values, 'appId');
  if (appId === null) return null;
  const holder = known.byAppId.get(appId) ?? null;
  const at = { row: row.number, column: 'AppID', kind: 'conflict' as const };
  if (holder && holder.id !== own?.id) {
    const message = `第 ${row.number} 行的 AppID ${row.values.appId} 已登记在「${holder.name}」（微信号 ${holder.wechatId}）名下，请核对；如是微信号改名，请先在账号页修改`;
    return { ...at, message };
  }
  if (own?.appId && identity(own, 'appId') !== appId) {
    const message = `第 ${row.number} 行的微信号 ${row.values.wechatId} 已登记为「${own.name}」，其 AppID 是 ${own.appId}，与表中不同，请核对`;
    return { ...at, message };
  }
  return null;
}

/** What to ask the database for before a preview: every id that the rows name, in lower case. */
export function identitiesIn(rows: SheetRow[]): { wechatIds: string[]; appIds: string[] } {
  const all = (key: Identifier) => [
    ...new Set(rows.flatMap(({ values }) => identity(values, key) ?? [])),
  ];
  return { wechatIds: all('wechatId'), appIds: all('appId') };
}
