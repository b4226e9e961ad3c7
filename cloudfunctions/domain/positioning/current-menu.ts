import * as v from 'valibot';

const name = v.pipe(v.string('菜单名称应是文字'), v.maxLength(60, '菜单名称太长'));

/** valibot schema of the menu in use, wide enough for menus that break the platform's limits. */
export const currentMenuSchema = v.pipe(
  v.array(
    v.object({
      name,
      items: v.optional(v.pipe(v.array(v.object({ name })), v.maxLength(50, '子菜单太多'))),
    }),
    '菜单应是数组',
  ),
  v.maxLength(20, '菜单太多'),
);
