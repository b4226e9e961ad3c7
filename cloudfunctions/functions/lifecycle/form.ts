import type { DocumentModel } from '../../../typings/documents';
import type { ProcedureDetail } from '../../../typings/lifecycle';
import { formRows } from '../../domain/lifecycle';
import { levelLabels } from '../../domain/modes/labels.data';
import { type StoredAccount, shown } from '../../records/accounts';
import { regionNames } from '../shared/regions';

const accountKinds = { subscription: '订阅号', service: '服务号' };
const filings = { none: '未备案', pending: '备案中', filed: '已备案', withdrawn: '已撤销备案' };

/** 备案登记表 as a document: labels and values, and places to sign and seal. */
export function formDocument(account: StoredAccount, detail: ProcedureDetail): DocumentModel {
  const { agency, kind, filing } = account;
  const rows = formRows(shown(account), detail, {
    accountKind: accountKinds[kind],
    level: levelLabels[agency.level],
    region: regionNames().fullName(agency.region) ?? agency.region,
    filing: filings[filing.status],
  });
  return {
    title: '党政机关新媒体账号备案登记表',
    ...(detail.sample ? { subtitle: '示例数据' } : {}),
    meta: [agency.name],
    blocks: [
      {
        kind: 'table',
        untitled: true,
        columns: [
          { title: '项目', width: 1 },
          { title: '内容', width: 3 },
        ],
        rows: rows.map(([label, value]) => [[{ text: label, bold: true }], value]),
      },
      { kind: 'note', text: `办理依据：${detail.rules.source}。` },
      {
        kind: 'signature',
        lines: ['主办单位（盖章）：　　　　　　　　', '主管部门（盖章）：　　　　　　　　'],
      },
    ],
  };
}
