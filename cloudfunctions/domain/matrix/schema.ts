import * as v from 'valibot';
import { limits } from './limits.data';

const short = (most: number) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, '请填写。'),
    v.maxLength(most, `最多 ${most} 个字。`),
  );
const optional = (most: number) => v.nullable(short(most));
const webAddress = v.pipe(
  v.string(),
  v.maxLength(500, '链接太长。'),
  v.regex(/^https?:\/\/[^\s]+$/i, '链接应以 http:// 或 https:// 开头。'),
);

const linkTarget = v.pipe(
  v.strictObject({
    name: optional(60),
    wechatId: optional(40),
    appId: optional(40),
    link: v.nullable(webAddress),
  }),
  v.check(
    ({ name, wechatId, appId, link }) => [name, wechatId, appId, link].some((one) => one !== null),
    '请填写所链接账号的名称、微信号、AppID 或文章链接之一。',
  ),
);

const entry = {
  name: v.pipe(
    v.string(),
    v.trim(),
    v.minLength(1, '请填写菜单名称。'),
    v.maxLength(limits.name, '菜单名称太长。'),
  ),
  kind: v.picklist(['account', 'page', 'other']),
  target: v.nullable(linkTarget),
  url: v.nullable(webAddress),
};

/** valibot schema of what an account states of its menu and links. */
export const statementSchema = v.strictObject({
  menu: v.pipe(
    v.array(
      v.strictObject({
        ...entry,
        items: v.pipe(
          v.array(v.strictObject(entry)),
          v.maxLength(limits.itemsPerColumn, '微信菜单每列最多 5 项。'),
        ),
      }),
    ),
    v.maxLength(limits.columns, '微信菜单最多 3 列。'),
  ),
  links: v.pipe(
    v.array(v.strictObject({ target: linkTarget, place: short(40) })),
    v.maxLength(limits.links, `链接最多 ${limits.links} 条。`),
  ),
});
