import type { SheetModel } from '../../../typings/documents';
import type {
  LinkState,
  MatrixRow,
  Neighbourhood,
  RegionMap,
  Relation,
  Tie,
} from '../../../typings/matrix';
import { levelLabels } from '../../domain/modes/labels.data';

const states: Record<LinkState, string> = {
  live: '有效',
  closed: '已关停',
  moved: '已迁移',
  unknown: '未登记',
  unread: '未能识别',
  ambiguous: '同名多个',
  self: '链接自己',
};
const ties: Record<Tie, string> = {
  both: '互相链接',
  out: '已链接，未链回',
  in: '未链接，被链接',
  none: '互不链接',
};

/** The table behind the picture: links, relations and problems, a sheet each. */
export function matrixSheets(around: Neighbourhood): SheetModel[] {
  const rows = (kind: string, list: Relation[]) =>
    list.map(({ name, level, region, status, tie }) => [
      kind,
      name,
      levelLabels[level],
      region,
      status === 'closed' ? '已关停' : '在用',
      ties[tie],
    ]);
  return [
    {
      name: '链接',
      columns: ['位置', '所链接的账号', '现为', '状态'].map((title) => ({ title, width: 28 })),
      rows: around.links.map(({ place, stated, to, state }) => [
        place,
        stated,
        to?.name ?? null,
        states[state],
      ]),
    },
    {
      name: '上下级',
      columns: ['关系', '账号', '级别', '地域', '账号状态', '链接情况'].map((title) => ({
        title,
        width: 20,
      })),
      rows: [
        ...rows('上级', around.superiors),
        ...rows('下级', around.subordinates),
        ...rows('同级', around.siblings),
      ],
    },
    {
      name: '问题',
      columns: [{ title: '问题', width: 60 }],
      rows: around.problems.map(({ text }) => [text]),
    },
  ];
}

/** The accounts of a scope with how their links stand. */
export function tableSheet(rows: readonly MatrixRow[]): SheetModel {
  return {
    name: '微信矩阵',
    columns: [
      '账号',
      '主办单位',
      '级别',
      '地域',
      '登记日期',
      '链接',
      '失效',
      '未登记',
      '链接上级',
    ].map((title) => ({ title, width: 18 })),
    rows: rows.map((row) => [
      row.name,
      row.agencyName,
      levelLabels[row.level],
      row.region,
      row.statedOn,
      row.statedOn === null ? null : row.links,
      row.statedOn === null ? null : row.dead,
      row.statedOn === null ? null : row.unknown,
      row.linksSuperior === null ? null : row.linksSuperior ? '是' : '否',
    ]),
  };
}

/** Each region one step below with how many departments have an account in use, all and by function. */
export function mapSheet({ children }: RegionMap): SheetModel {
  const titles = ['地域', '有在用账号的系统', '系统总数', '信息类', '服务类', '互动类'];
  return {
    name: '地域覆盖',
    columns: titles.map((title) => ({ title, width: 18 })),
    rows: children.map(({ name, present, expected, functions }) => [
      name,
      present,
      expected,
      ...functions.map((one) => one.present),
    ]),
  };
}
