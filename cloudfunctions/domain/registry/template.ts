import type { SheetModel } from '../../../typings/documents';
import type { Account } from '../../../typings/registry';
import type { Column } from './columns';
import { columns } from './columns.data';
import { columnKeys, rowOf } from './record';
import type { RegionLookup } from './region-lookup';

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

/** Accounts in the columns of the template, so that the sheet can be corrected and imported again. */
export function accountsSheet(accounts: readonly Account[], regions: RegionLookup): SheetModel {
  return {
    name: '账号',
    columns: columnKeys.map((key) => ({ title: columns[key].header, width: 20 })),
    rows: accounts.map((account) => {
      const row = rowOf(account);
      return columnKeys.map((key) => {
        const column: Column<unknown> = columns[key];
        return row[key] === undefined ? null : column.show(row[key], regions);
      });
    }),
  };
}
