import type { SheetModel } from '../../../typings/documents';
import { columns } from './columns.data';
import { columnKeys } from './record';

/** The sheets of the template to download: headers to fill in under, and what each one means. */
export function templateSheets(): SheetModel[] {
  const all = columnKeys.map((key) => columns[key]);
  return [
    { name: '账号', columns: all.map(({ header }) => ({ title: header, width: 20 })), rows: [] },
    {
      name: '填写说明',
      columns: [{ title: '列名' }, { title: '新增账号时必填' }, { title: '怎样填写', width: 60 }],
      rows: all.map(({ header, required, hint }) => [header, required ? '是' : '否', hint]),
    },
  ];
}
