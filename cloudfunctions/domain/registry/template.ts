import type { Sheet } from '../../../typings/intake';
import { columns } from './columns.data';
import { columnKeys } from './record';

/** The sheets of the template to download: headers to fill in under, and what each one means. */
export function templateSheets(): Sheet[] {
  const all = columnKeys.map((key) => columns[key]);
  return [
    { name: '账号', rows: [all.map(({ header }) => header)] },
    {
      name: '填写说明',
      rows: [
        ['列名', '新增账号时必填', '怎样填写'],
        ...all.map(({ header, required, hint }) => [header, required ? '是' : '否', hint]),
      ],
    },
  ];
}
