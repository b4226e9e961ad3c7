import type { ContractDetail, KpiState, Settlement } from '../../../typings/contracts';
import type { Block, DocumentModel, SheetModel, TableCell } from '../../../typings/documents';
import type { Result } from '../../../typings/result';
import type { Day, PeriodId } from '../../../typings/vocabulary';
import { findScheme, parsePeriod, periodLabel } from '../indices';
import { procurementLabels, purchaseLabels } from '../modes/labels.data';
import { duties } from './duties.data';
import { kpiFigure, metricLabel } from './kpi-metrics.data';

const researchNotice = '仅供研究参考，不作考核依据';
const states: Record<KpiState['state'], string> = {
  met: '达标',
  missed: '未达标',
  breached: '突破底线',
  unknown: '缺少数据',
  running: '未结束',
  exempt: '不考核',
};
const sources = { api: '接口同步', file: '后台导出文件', form: '手工填报' };
const measures = { people: '人数', times: '次数' };

/** The settlement of a period; `invalid` when the contract has none for it. */
export function settlementOf(detail: ContractDetail, period: PeriodId): Result<Settlement> {
  const settlement = detail.settlements.find((one) => one.period === period);
  if (settlement) return { ok: true, value: settlement };
  const message = '这一期还没有开始，或不是合同的结算周期，请选择结算周期';
  return { ok: false, error: { code: 'invalid', message, fields: { period: message } } };
}

/** 验收单: one settlement with its KPIs, what they rest on, and places to sign. */
export function acceptanceDocument(
  detail: ContractDetail,
  settlement: Settlement,
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
    {
      kind: 'paragraph',
      text: '验收意见：□ 通过　□ 整改后通过　□ 不通过　说明：＿＿＿＿＿＿＿＿＿＿＿＿',
    },
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

/** The same as sheets: KPIs, settlement, evidence. */
export function acceptanceSheets(detail: ContractDetail, settlement: Settlement): SheetModel[] {
  const { contract } = detail;
  const kpis = settlement.kpis.map((kpi) => [
    nameOf(detail, kpi.accountId),
    metricLabel(kpi.metric),
    labelOf(kpi.period),
    directions[directionOf(detail, kpi)],
    kpi.target,
    kpi.actual,
    kpi.reported,
    kpi.difference,
    kpi.disputed ? '不一致' : '',
    states[kpi.state],
    weightOf(detail, kpi),
    kpi.deductionPercent,
    kpi.deductionYuan,
  ]);
  const evidence = settlement.kpis.flatMap((kpi) =>
    kpi.evidence.map(({ label, value, measure, source, asOf, submissions }) => [
      nameOf(detail, kpi.accountId),
      metricLabel(kpi.metric),
      labelOf(kpi.period),
      label,
      value,
      measure ? measures[measure] : '',
      sources[source],
      asOf,
      revisionsIn(submissions),
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

const directions = { 'at-least': '不低于', 'at-most': '不高于' };

function kpiTable(detail: ContractDetail, { kpis }: Settlement): Block {
  const isOne = detail.accounts.length === 1;
  return {
    kind: 'table',
    columns: [
      { title: isOne ? '指标' : '账号与指标', width: 2.2 },
      { title: '周期', width: 1.4 },
      { title: '目标', width: 1.2, align: 'right' },
      { title: '实际', width: 1.2, align: 'right' },
      { title: '自报', width: 1.2, align: 'right' },
      { title: '结果', width: 1.1, align: 'center' },
      { title: '扣减（元）', width: 1.2, align: 'right' },
    ],
    rows: kpis.map((kpi) => [
      isOne
        ? metricLabel(kpi.metric)
        : `${nameOf(detail, kpi.accountId)}：${metricLabel(kpi.metric)}`,
      labelOf(kpi.period),
      `${directions[directionOf(detail, kpi)]}${kpiFigure(kpi.metric, kpi.target)}`,
      kpi.actual === null ? null : kpiFigure(kpi.metric, kpi.actual),
      kpi.reported === null ? null : kpiFigure(kpi.metric, kpi.reported),
      states[kpi.state],
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
  const labels = [
    ...new Set(
      kpis
        .filter(({ kpiId }) => unknownKpis.includes(kpiId))
        .map(({ metric }) => metricLabel(metric)),
    ),
  ];
  return [
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
      kpi.evidence.map(({ label, value, source, asOf, submissions }) => [
        nameOf(detail, kpi.accountId),
        label,
        value === null ? null : `${value}`,
        sources[source],
        asOf,
        revisionsIn(submissions),
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

function contractRows({ contract, listing }: ContractDetail): TableCell[][] {
  return [
    ['委托方', listing.agencyName],
    ['受托方', `${contract.vendorName}（${contract.vendorCode}）`],
    ['账号', listing.accountNames.join('、')],
    ['购买范围', contract.scope.map((scope) => purchaseLabels[scope]).join('、')],
    ['采购方式', procurementLabels[contract.procurement]],
    ['合同期', `${contract.startsOn} 至 ${contract.endsOn}`],
    ['合同价（元）', yuan(contract.priceYuan)],
  ];
}

function nameOf({ accounts }: ContractDetail, accountId: string): string {
  return accounts.find(({ id }) => id === accountId)?.name ?? accountId;
}

function directionOf({ contract }: ContractDetail, { kpiId }: KpiState) {
  return contract.kpis.find(({ id }) => id === kpiId)?.direction ?? 'at-least';
}

function weightOf({ contract }: ContractDetail, { kpiId }: KpiState): number {
  return contract.kpis.find(({ id }) => id === kpiId)?.weight ?? 0;
}

function usesResearch(scheme: string | null): boolean {
  const found = scheme === null ? null : findScheme(scheme);
  return found?.ok === true && found.value.purpose === 'research';
}

function revisionsIn(submissions: { period: PeriodId; revision: number }[]): string {
  return submissions.map(({ period, revision }) => `${period} 第 ${revision} 版`).join('、');
}

function labelOf(period: PeriodId): string {
  const parsed = parsePeriod(period);
  return parsed.ok ? periodLabel(parsed.value) : period;
}

function yuan(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function plain(cell: TableCell | undefined): string {
  return typeof cell === 'string' ? cell : '';
}
