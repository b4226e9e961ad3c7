import type { Contract, ContractAlert } from '../../../typings/contracts';
import type { KpiState } from '../../../typings/kpis';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { dayNumber } from '../indices/days';
import { duties } from './duties.data';
import type { JudgedContract } from './settlement';

/** When alerts are given; the product's own choice. */
export const alertLimits = {
  /** long enough to run a tender */
  expiryNoticeDays: 60,
  expiryWarningDays: 30,
  /** an expired contract is recalled for this long */
  expiredDays: 30,
  /** one vendor's share of the price of all running contracts */
  singleVendorShare: 0.6,
  /** fewer running contracts tell nothing of dependence */
  singleVendorContracts: 3,
} as const;

/** What the principal has to decide; not the vendor's to read. */
export const decisionsAhead: ReadonlySet<ContractAlert['code']> = new Set([
  'expiring',
  'expired',
  'single-vendor',
]);

/** What a principal should look at today, warnings first. */
export function contractAlerts(judged: JudgedContract[], today: Day): ContractAlert[] {
  const contracts = judged.map(({ contract }) => contract);
  const alerts = [
    ...contracts.flatMap((contract) => expiryAlert(contract, contracts, today)),
    ...judged.flatMap(kpiAlerts),
    ...contracts.flatMap((contract) => dutyAlert(contract, today)),
    ...dependenceAlerts(contracts, today),
  ];
  const order = (alert: ContractAlert) => (alert.severity === 'warning' ? 0 : 1);
  return alerts.sort((a, b) => order(a) - order(b));
}

function expiryAlert(contract: Contract, all: Contract[], today: Day): ContractAlert[] {
  const left = (dayNumber(contract.endsOn) ?? 0) - (dayNumber(today) ?? 0);
  const { vendorId, vendorName, endsOn, id } = contract;
  if (all.some((other) => succeeds(other, contract))) return [];
  const base = { contractId: id, vendorId, dueOn: endsOn };
  if (left < 0) {
    if (left < -alertLimits.expiredDays) return [];
    const text = `与${vendorName}的合同已于${dayName(endsOn)}到期，尚无后续合同`;
    return [{ ...base, code: 'expired', severity: 'warning', text }];
  }
  if (left > alertLimits.expiryNoticeDays) return [];
  const severity = left <= alertLimits.expiryWarningDays ? 'warning' : 'notice';
  const text = `与${vendorName}的合同还有 ${left} 天到期（${dayName(endsOn)}），请决定续签、重新采购或收回`;
  return [{ ...base, code: 'expiring', severity, text }];
}

function succeeds(other: Contract, contract: Contract): boolean {
  return (
    other.id !== contract.id &&
    other.endsOn > contract.endsOn &&
    contract.accountIds.every((id) => other.accountIds.includes(id)) &&
    contract.scope.some((purchase) => other.scope.includes(purchase))
  );
}

/** The newest finished result of each KPI and account, with the one before it. */
function kpiAlerts({ contract, results }: JudgedContract): ContractAlert[] {
  const base = { contractId: contract.id, vendorId: contract.vendorId };
  return [...finished(results).values()].flatMap((states): ContractAlert[] => {
    const last = states.at(-1);
    if (!last) return [];
    const alerts: ContractAlert[] = [];
    if (last.state === 'breached') {
      const text = `${last.text}，可按合同约定终止`;
      alerts.push({ ...base, code: 'breached-kpi', severity: 'warning', text });
    }
    if (last.state === 'missed') {
      const again = hasFailed(states.at(-2));
      const severity = again ? 'warning' : 'notice';
      const text = again ? `${last.text}，已连续两期` : last.text;
      alerts.push({ ...base, code: 'missed-kpi', severity, text });
    }
    if (last.disputed) {
      const text = `${last.text}；受托方自报的数字与系统数据不一致，请核对`;
      alerts.push({ ...base, code: 'disputed-report', severity: 'warning', text });
    }
    return alerts;
  });
}

function finished(results: KpiState[]): Map<string, KpiState[]> {
  const byKpi = new Map<string, KpiState[]>();
  for (const result of results) {
    if (result.state === 'running' || result.state === 'exempt') continue;
    const key = `${result.kpiId}:${result.accountId}`;
    byKpi.set(key, [...(byKpi.get(key) ?? []), result]);
  }
  return byKpi;
}

function hasFailed(result: KpiState | undefined): boolean {
  return result?.state === 'missed' || result?.state === 'breached';
}

/** A running contract with duties open: what the rules demand before work begins. */
function dutyAlert(contract: Contract, today: Day): ContractAlert[] {
  if (contract.startsOn > today || contract.endsOn < today) return [];
  const open = duties.filter(({ code }) => contract.duties[code] === null);
  if (open.length === 0) return [];
  const names = open.map(({ name }) => name).join('、');
  return [
    {
      code: 'duty-open',
      severity: 'warning',
      contractId: contract.id,
      vendorId: contract.vendorId,
      text: `与${contract.vendorName}的合同已在履行，尚未落实：${names}`,
    },
  ];
}

function dependenceAlerts(contracts: Contract[], today: Day): ContractAlert[] {
  const running = contracts.filter(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
  const total = running.reduce((sum, { priceYuan }) => sum + priceYuan, 0);
  if (running.length < alertLimits.singleVendorContracts || total === 0) return [];
  return [...new Set(running.map(({ vendorId }) => vendorId))].flatMap((vendorId) => {
    const own = running.filter((contract) => contract.vendorId === vendorId);
    const share = own.reduce((sum, { priceYuan }) => sum + priceYuan, 0) / total;
    if (share < alertLimits.singleVendorShare) return [];
    const name = own[0]?.vendorName ?? '';
    return [
      {
        code: 'single-vendor' as const,
        severity: 'notice' as const,
        contractId: null,
        vendorId,
        text: `在履行的合同金额有 ${Math.round(share * 100)}% 集中在${name}，请留意对单一供应商的依赖`,
      },
    ];
  });
}
