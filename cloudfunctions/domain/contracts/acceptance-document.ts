import type { DecidedSettlement } from '../../../typings/acceptance';
import type { ContractDetail } from '../../../typings/contracts';
import type { Block, DocumentModel } from '../../../typings/documents';
import type { KpiState, Settlement } from '../../../typings/kpis';
import type { Result } from '../../../typings/result';
import type { Day, PeriodId } from '../../../typings/vocabulary';
import { findScheme } from '../indices';
import {
  contractRows,
  decisionRows,
  directionOf,
  directionWords,
  labelOf,
  nameOf,
  revisionsIn,
  sourceOf,
  stateWords,
  yuan,
} from './acceptance-words';
import { duties } from './duties.data';
import { kpiFigure, metricLabel } from './kpi-metrics.data';

const researchNotice = '仅供研究参考，不作考核依据';

/** The settlement of a period; `invalid` when the contract has none for it. */
export function settlementOf(detail: ContractDetail, period: PeriodId): Result<DecidedSettlement> {
  const settlement = detail.settlements.find((one) => one.period === period);
  if (settlement) return { ok: true, value: settlement };
  const message = '这一期还没有开始，或不是合同的结算周期，请选择结算周期';
  return { ok: false, error: { code: 'invalid', message, fields: { period: message } } };
}

/** 验收单: one settlement with its KPIs, what they rest on, and places to sign. */
export function acceptanceDocument(
  detail: ContractDetail,
  settlement: DecidedSettlement,
  today: Day,
): DocumentModel {
  const { contract, listing } = detail;
  const isResearch = contract.kpis.some(({ scheme }) => usesResearch(scheme));
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: '一、合同' },
    {
      kind: 'table',
      untitled: true,
      columns: [
        { title: '项目', width: 1 },
        { title: '内容', width: 3 },
      ],
      rows: contractRows(detail),
    },
    { kind: 'heading', level: 1, text: '二、指标完成情况' },
    kpiTable(detail, settlement),
    {
      kind: 'note',
      text: '实际数取自本单位填报和接口同步的数据；受托方自报数只作对照，不作结算依据。',
    },
    ...disputeBlocks(detail, settlement),
    { kind: 'heading', level: 1, text: '三、结算' },
    settlementTable(settlement),
    ...waitBlocks(settlement),
    { kind: 'heading', level: 1, text: '四、主办单位职责落实情况' },
    dutyTable(detail),
    { kind: 'heading', level: 1, text: '五、数据依据' },
    evidenceTable(detail, settlement),
    { kind: 'heading', level: 1, text: '六、验收意见' },
    opinionBlock(settlement),
    {
      kind: 'signature',
      lines: [
        `验收：${contract.acceptor}（签字、盖章）＿＿＿＿＿＿＿＿`,
        `受托方：${contract.vendorName}（签字、盖章）＿＿＿＿＿＿＿＿`,
        '日期：＿＿＿＿年＿＿月＿＿日',
      ],
    },
  ];
  return {
    title: '政务微信公众号委托服务验收单',
    subtitle: labelOf(settlement.period),
    meta: [
      ...(listing.sample ? ['示例数据'] : []),
      `${listing.agencyName} · ${today} 生成`,
      ...(settlement.over ? [] : ['本期尚未结束，数字为截至目前']),
    ],
    blocks,
    ...(isResearch ? { footer: researchNotice } : {}),
  };
}

/** The decision as it was made, or boxes to tick while nothing is decided. */
function opinionBlock(settlement: DecidedSettlement): Block {
  const rows = decisionRows(settlement);
  if (rows.length === 0) {
    return {
      kind: 'paragraph',
      text: '验收意见：□ 通过　□ 扣减后通过　□ 不通过　说明：＿＿＿＿＿＿＿＿＿＿＿＿',
    };
  }
  return {
    kind: 'table',
    untitled: true,
    columns: [
      { title: '项目', width: 1 },
      { title: '内容', width: 3 },
    ],
    rows,
  };
}

function kpiTable(detail: ContractDetail, { kpis }: Settlement): Block {
  const isOne = detail.accounts.length === 1;
  return {
    kind: 'table',
    columns: [
      { title: isOne ? '指标' : '账号与指标', width: 2 },
      { title: '周期', width: 1.7 },
      { title: '目标', width: 1.3, align: 'right' },
      { title: '实际', width: 1.2, align: 'right' },
      { title: '自报', width: 1.2, align: 'right' },
      { title: '结果', width: 1, align: 'center' },
      { title: '扣减（元）', width: 1.2, align: 'right' },
    ],
    rows: kpis.map((kpi) => [
      isOne
        ? metricLabel(kpi.metric)
        : `${nameOf(detail, kpi.accountId)}：${metricLabel(kpi.metric)}`,
      labelOf(kpi.period),
      `${directionWords[directionOf(detail, kpi)]} ${kpiFigure(kpi.metric, kpi.target)}`,
      kpi.actual === null ? null : kpiFigure(kpi.metric, kpi.actual),
      kpi.reported === null ? null : kpiFigure(kpi.metric, kpi.reported),
      stateWords[kpi.state],
      yuan(kpi.deductionYuan),
    ]),
  };
}

function disputeBlocks(detail: ContractDetail, { kpis }: Settlement): Block[] {
  const disputed = kpis.filter((kpi) => kpi.disputed);
  if (disputed.length === 0) return [];
  return [
    { kind: 'paragraph', text: '受托方自报与系统数据不一致，请核对后签字：' },
    {
      kind: 'list',
      items: disputed.map(
        ({ accountId, metric, period, actual, reported }) =>
          `${nameOf(detail, accountId)}${labelOf(period)}${metricLabel(metric)}：系统 ${actual === null ? '缺' : kpiFigure(metric, actual)}，自报 ${reported === null ? '缺' : kpiFigure(metric, reported)}`,
      ),
    },
  ];
}

function settlementTable({ dueYuan, deductionYuan, payableYuan, score }: Settlement): Block {
  return {
    kind: 'table',
    columns: [
      { title: '本期应付（元）', align: 'right' },
      { title: '扣减（元）', align: 'right' },
      { title: '本期实付（元）', align: 'right' },
      { title: '加权得分', align: 'right' },
    ],
    rows: [
      [yuan(dueYuan), yuan(deductionYuan), yuan(payableYuan), score === null ? null : `${score}`],
    ],
  };
}

function waitBlocks({ unknownKpis, mayTerminate, kpis }: Settlement): Block[] {
  const labelsOf = (some: KpiState[]) => [
    ...new Set(some.map(({ metric }) => metricLabel(metric))),
  ];
  const labels = labelsOf(kpis.filter(({ kpiId }) => unknownKpis.includes(kpiId)));
  const estimated = labelsOf(kpis.filter((kpi) => kpi.estimated));
  return [
    ...(estimated.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `以下指标的实际数为估算（来源表格有空缺或只有约数），请对照后台核对：${estimated.join('、')}。`,
          },
        ]
      : []),
    ...(labels.length > 0
      ? [
          {
            kind: 'paragraph' as const,
            text: `以下指标缺少数据，未扣减，建议补齐后再付款：${labels.join('、')}。`,
          },
        ]
      : []),
    ...(mayTerminate
      ? [{ kind: 'paragraph' as const, text: '有指标突破底线，可按合同约定终止。' }]
      : []),
  ];
}

function dutyTable({ contract }: ContractDetail): Block {
  return {
    kind: 'table',
    columns: [
      { title: '职责', width: 1 },
      { title: '落实', width: 1.2 },
      { title: '依据', width: 2.6 },
    ],
    rows: duties.map(({ code, name, source }) => [name, contract.duties[code] ?? '未落实', source]),
  };
}

function evidenceTable(detail: ContractDetail, { kpis }: Settlement): Block {
  const rows = kpis
    .filter(({ evidence }) => evidence.length <= evidenceShown)
    .flatMap((kpi) =>
      kpi.evidence.map((figure) => [
        nameOf(detail, kpi.accountId),
        figure.label,
        figure.value === null ? null : `${figure.value}`,
        sourceOf(figure),
        figure.asOf,
        revisionsIn(figure.submissions),
      ]),
    );
  const unique = new Map(rows.map((row) => [row.join(), row]));
  return {
    kind: 'table',
    caption: '实际数所依据的填报',
    columns: [
      { title: '账号', width: 1.4 },
      { title: '数据项', width: 1.4 },
      { title: '数值', align: 'right' },
      { title: '来源', width: 1.2 },
      { title: '日期', width: 1.5 },
      { title: '填报版本', width: 1.6 },
    ],
    rows: [...unique.values()],
  };
}

/** A score rests on every figure of the period: the workbook lists them, the document does not. */
const evidenceShown = 4;

function usesResearch(scheme: string | null): boolean {
  const found = scheme === null ? null : findScheme(scheme);
  return found?.ok === true && found.value.purpose === 'research';
}
