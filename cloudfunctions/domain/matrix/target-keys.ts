import type { LinkTarget, MatrixStatement } from '../../../typings/matrix';
import { readArticleLink } from '../intake/article-link';

/** One link of a statement: where it stands and the key of what it leads to. */
export interface KeyedLink {
  place: string;
  stated: string;
  key: string;
}

interface Identified {
  name: string;
  wechatId: string;
  appId: string | null;
  /** ids of the account in article links, where known */
  biz?: readonly string[];
}

export const nameKey = (name: string): string => `name:${plain(name)}`;
export const wechatKey = (id: string): string => `wechat:${id.toLowerCase()}`;
export const appKey = (id: string): string => `app:${id.toLowerCase()}`;
export const bizKey = (id: string): string => `biz:${id}`;

/** What identifies the account best: WeChat id, AppID, its id in a link, and last its name. */
export function keyOfTarget({ wechatId, appId, link, name }: LinkTarget): string {
  if (wechatId) return wechatKey(wechatId);
  if (appId) return appKey(appId);
  const biz = link && readArticleLink(link)?.biz;
  if (biz) return bizKey(biz);
  return name ? nameKey(name) : `link:${link ?? ''}`;
}

/** Every key that a link to the account may carry. */
export function keysOfAccount({ name, wechatId, appId, biz = [] }: Identified): string[] {
  return [
    wechatKey(wechatId),
    ...(appId ? [appKey(appId)] : []),
    ...biz.map(bizKey),
    nameKey(name),
  ];
}

/** The links of a statement, each target once: the first place that names it. */
export function keyedLinks({ menu, links }: MatrixStatement): KeyedLink[] {
  const all = [
    ...menu.flatMap((column) =>
      [column, ...column.items].flatMap(({ name, target }) =>
        target ? [{ place: `菜单「${name}」`, target }] : [],
      ),
    ),
    ...links,
  ].map(({ place, target }) => ({
    place,
    stated: statedAs(target),
    key: keyOfTarget(target),
  }));
  return [...new Map(all.reverse().map((link) => [link.key, link])).values()].reverse();
}

function statedAs({ name, wechatId, appId, link }: LinkTarget): string {
  return name ?? wechatId ?? appId ?? (link === null ? '' : '文章链接');
}

/** Names differ in width and blanks from place to place. */
function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}
