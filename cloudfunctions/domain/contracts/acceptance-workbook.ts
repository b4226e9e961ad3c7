import type { DecidedSettlement } from '../../../typings/acceptance';
import type { ContractDetail } from '../../../typings/contracts';
import type { SheetModel, TableCell } from '../../../typings/documents';
import {
  contractRows,
  decisionRows,
  directionOf,
  directionWords,
  labelOf,
  measureWords,
  nameOf,
  revisionsIn,
  sourceOf,
  stateWords,
  weightOf,
} from './acceptance-words';
import { metricLabel } from './kpi-metrics.data';

/** The acceptance sheet as a workbook: KPIs, settlement, evidence. */
export function acceptanceSheets(
  detail: ContractDetail,
  settlement: DecidedSettlement,
): SheetModel[] {
  const { contract } = detail;
  const kpis = settlement.kpis.map((kpi) => [
    nameOf(detail, kpi.accountId),
    metricLabel(kpi.metric),
    labelOf(kpi.period),
    directionWords[directionOf(detail, kpi)],
    kpi.target,
    kpi.actual,
    kpi.reported,
    kpi.difference,
    kpi.disputed ? '不一致' : '',
    stateWords[kpi.state],
    weightOf(detail, kpi),
    kpi.deductionPercent,
    kpi.deductionYuan,
  ]);
  const evidence = settlement.kpis.flatMap((kpi) =>
    kpi.evidence.map((figure) => [
      nameOf(detail, kpi.accountId),
      metricLabel(kpi.metric),
      labelOf(kpi.period),
      figure.label,
      figure.value,
      figure.measure ? measureWords[figure.measure] : '',
      sourceOf(figure),
      figure.asOf,
      revisionsIn(figure.submissions),
    ]),
  );
  return [
    {
      name: '指标',
      columns: [
        { title: '账号', width: 20 },
        { title: '指标', width: 20 },
        { title: '周期', width: 14 },
        { title: '要求' },
        { title: '目标', format: 'two-decimals' },
        { title: '实际', format: 'two-decimals' },
        { title: '受托方自报', format: 'two-decimals' },
        { title: '自报减实际', format: 'two-decimals' },
        { title: '差异' },
        { title: '结果' },
        { title: '权重', format: 'two-decimals' },
        { title: '扣减比例（%）', format: 'two-decimals' },
        { title: '扣减（元）', format: 'two-decimals' },
      ],
      rows: kpis,
    },
    {
      name: '结算',
      columns: [
        { title: '项目', width: 20 },
        { title: '内容', width: 40 },
      ],
      rows: [
        ...contractRows(detail).map(([label, value]) => [plain(label), plain(value)]),
        ['结算周期', labelOf(settlement.period)],
        ['应付（元）', settlement.dueYuan],
        ['扣减（元）', settlement.deductionYuan],
        ['实付（元）', settlement.payableYuan],
        ['加权得分', settlement.score],
        ['验收', contract.acceptor],
        ...decisionRows(settlement),
      ],
    },
    {
      name: '数据依据',
      columns: [
        { title: '账号', width: 20 },
        { title: '指标', width: 20 },
        { title: '周期', width: 14 },
        { title: '数据项', width: 20 },
        { title: '数值', format: 'two-decimals' },
        { title: '口径' },
        { title: '来源', width: 14 },
        { title: '日期', width: 12 },
        { title: '填报版本', width: 24 },
      ],
      rows: evidence,
    },
  ];
}

function plain(cell: TableCell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}
