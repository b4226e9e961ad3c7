import type { LinkTarget, MenuColumn, MenuEntry } from '../../../typings/matrix';
import type { Result } from '../../../typings/result';
import { readArticleLink } from '../intake/article-link';
import { cleanText } from '../intake/text';
import { limits } from './limits.data';

type Fields = Record<string, unknown>;

/**
 * A menu from the text that WeChat's menu interface answers: get_current_selfmenu_info, menu/get, or
 * the `button` list alone. Anything that leads to an article or home page of an account, or to a mini
 * program, is a link to an account; untrusted text is cleaned.
 *
 * Errors: `invalid` for text that is no JSON, holds no menu, or breaks the platform's 3 × 5.
 */
export function readMenu(text: string): Result<MenuColumn[]> {
  if (text.length > limits.jsonLength) return refused('内容太长，不像公众号菜单。');
  const parsed = parse(text);
  if (parsed === undefined) return refused('内容不是 JSON，请粘贴菜单接口返回的原文。');
  const buttons = buttonsOf(parsed);
  if (!buttons) return refused('没有找到菜单，请粘贴菜单接口返回的原文。');
  if (buttons.length > limits.columns) return refused('微信菜单最多 3 列，请核对内容。');
  const columns: MenuColumn[] = [];
  for (const button of buttons) {
    const column = readColumn(button);
    if (!column.ok) return column;
    columns.push(column.value);
  }
  return { ok: true, value: columns };
}

function readColumn(button: unknown): Result<MenuColumn> {
  if (!isFields(button)) return refused('菜单项的写法不对，请粘贴菜单接口返回的原文。');
  const below = listOf(button.sub_button);
  if (below.length > limits.itemsPerColumn) return refused('微信菜单每列最多 5 项，请核对内容。');
  const items: MenuEntry[] = [];
  for (const one of below) {
    if (!isFields(one)) return refused('菜单项的写法不对，请粘贴菜单接口返回的原文。');
    if (listOf(one.sub_button).length > 0) return refused('微信菜单只有两级，请核对内容。');
    items.push(readEntry(one));
  }
  return { ok: true, value: { ...readEntry(button), items } };
}

function readEntry(button: Fields): MenuEntry {
  const name = cleanText(textOf(button.name)).slice(0, limits.name) || '（未命名）';
  const target = targetOf(button);
  if (target) return { name, kind: 'account', target, url: null };
  const url = addressOf(button.url);
  return url
    ? { name, kind: 'page', target: null, url }
    : { name, kind: 'other', target: null, url: null };
}

function targetOf(button: Fields): LinkTarget | null {
  const appId = textOf(button.appid);
  if (button.type === 'miniprogram' && /^wx[0-9a-z]{16}$/i.test(appId)) {
    return { name: null, wechatId: null, appId, link: null };
  }
  const links = [textOf(button.url), ...newsLinks(button.news_info)];
  const link = links.map((one) => accountLink(one)).find((one) => one !== null);
  return link ? { name: null, wechatId: null, appId: null, link } : null;
}

/** Articles and home pages carry the account's own id (`__biz`). */
function accountLink(text: string): string | null {
  const article = readArticleLink(text);
  return article?.biz ? article.url : null;
}

function newsLinks(news: unknown): string[] {
  return isFields(news)
    ? listOf(news.list).flatMap((one) => (isFields(one) ? [textOf(one.content_url)] : []))
    : [];
}

function buttonsOf(parsed: unknown): unknown[] | null {
  if (Array.isArray(parsed)) return parsed;
  if (!isFields(parsed)) return null;
  for (const holder of [parsed.selfmenu_info, parsed.menu, parsed]) {
    if (isFields(holder) && Array.isArray(holder.button)) return holder.button;
  }
  return null;
}

function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isFields(value) && Array.isArray(value.list) ? value.list : [];
}

function addressOf(value: unknown): string | null {
  const text = textOf(value);
  return /^https?:\/\/\S+$/i.test(text) && text.length <= 500 ? text : null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refused(message: string): Result<never> {
  return { ok: false, error: { code: 'invalid', message, fields: { text: message } } };
}
