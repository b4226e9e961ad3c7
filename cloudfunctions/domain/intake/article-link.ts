import type { Cell } from '../../../typings/intake';
import { plainText } from './text';

export interface ArticleLink {
  /** without the parts that only track */
  url: string;
  /** `mid_idx`; null for a short link */
  id: string | null;
  mid: string | null;
  /** 1 is 头条 */
  position: number | null;
  /** the account's own constant id */
  biz: string | null;
}

const kept = ['__biz', 'mid', 'idx', 'sn'];
const digits = /^\d{1,20}$/;

function parameter(url: URL, ...names: string[]): string | null {
  for (const name of names) {
    const value = url.searchParams.get(name);
    if (value !== null && digits.test(value)) return value;
  }
  return null;
}

function parse(text: string): URL | null {
  try {
    return new URL(text.replaceAll('&amp;', '&'));
  } catch {
    return null;
  }
}

/**
 * An article's link from an untrusted cell. Only http(s) links to mp.weixin.qq.com are kept; all
 * others give null. Long links carry `mid` and `idx` (older ones `appmsgid` and `itemidx`), short
 * `/s/xxx` links do not.
 */
export function readArticleLink(cell: Cell | undefined): ArticleLink | null {
  const url = parse(plainText(cell));
  if (!url || !/^https?:$/.test(url.protocol) || url.host !== 'mp.weixin.qq.com') return null;
  if (url.username || url.password) return null;
  const mid = parameter(url, 'mid', 'appmsgid');
  const index = parameter(url, 'idx', 'itemidx');
  const biz = url.searchParams.get('__biz');
  const clean = new URL(url.origin + url.pathname);
  for (const name of kept) {
    const value = url.searchParams.get(name);
    if (value !== null) clean.searchParams.set(name, value);
  }
  return {
    url: clean.href,
    id: mid && index ? `${mid}_${index}` : null,
    mid,
    position: index === null ? null : Number(index),
    biz,
  };
}
