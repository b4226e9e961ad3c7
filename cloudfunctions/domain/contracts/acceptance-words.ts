import type { AcceptanceDecision, DecidedSettlement } from '../../../typings/acceptance';
import type { ContractDetail } from '../../../typings/contracts';
import type { TableCell } from '../../../typings/documents';
import type { KpiEvidence, KpiState } from '../../../typings/kpis';
import type { PeriodId } from '../../../typings/vocabulary';
import { parsePeriod, periodLabel } from '../indices';
import { procurementLabels, purchaseLabels } from '../modes/labels.data';

export const stateWords: Record<KpiState['state'], string> = {
  met: '达标',
  missed: '未达标',
  breached: '突破底线',
  unknown: '缺少数据',
  running: '未结束',
  exempt: '不考核',
};
const sourceWords = { api: '接口同步', file: '后台导出文件', form: '手工填报' };
/** Where a figure of the evidence comes from, and whether it is an estimate. */
export const sourceOf = ({ source, estimated }: KpiEvidence): string =>
  `${sourceWords[source]}${estimated ? '（估算）' : ''}`;
export const measureWords = { people: '人数', times: '次数' };
export const directionWords = { 'at-least': '不低于', 'at-most': '不高于' };
export const decisionWords: Record<AcceptanceDecision, string> = {
  accepted: '通过',
  deducted: '扣减后通过',
  refused: '不通过',
};

/** The decision line by line; empty while nothing is decided. */
export function decisionRows({ acceptance, corrected }: DecidedSettlement): [string, string][] {
  if (!acceptance) return [];
  const { decision, reason, acceptor, officer, payableYuan, decidedAt, revision } = acceptance;
  const again = revision > 1 ? `（第 ${revision} 次）` : '';
  return [
    ['验收结论', `${decisionWords[decision]}${again}`],
    ['理由', reason ?? '指标全部达标，无扣减'],
    ['付款', decision === 'refused' ? '暂不支付，整改后再次验收' : `支付 ${yuan(payableYuan)} 元`],
    ['验收部门', acceptor],
    ['经办人员', officer],
    ['验收时间', dayAndMinute(decidedAt)],
    ['校验码', acceptance.checksum],
    ...(corrected
      ? [
          ['验收后更正', `数据有更正，按现在的数据应付 ${yuan(corrected.payableYuan)} 元`] as [
            string,
            string,
          ],
        ]
      : []),
  ];
}

/** An instant to the minute in Asia/Shanghai. */
function dayAndMinute(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
}

export function contractRows({ contract, listing }: ContractDetail): TableCell[][] {
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

export function nameOf({ accounts }: ContractDetail, accountId: string): string {
  return accounts.find(({ id }) => id === accountId)?.name ?? accountId;
}

export function directionOf({ contract }: ContractDetail, { kpiId }: KpiState) {
  return contract.kpis.find(({ id }) => id === kpiId)?.direction ?? 'at-least';
}

export function weightOf({ contract }: ContractDetail, { kpiId }: KpiState): number {
  return contract.kpis.find(({ id }) => id === kpiId)?.weight ?? 0;
}

export function revisionsIn(submissions: { period: PeriodId; revision: number }[]): string {
  return submissions.map(({ period, revision }) => `${period} 第 ${revision} 版`).join('、');
}

export function labelOf(period: PeriodId): string {
  const parsed = parsePeriod(period);
  return parsed.ok ? periodLabel(parsed.value) : period;
}

export function yuan(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
