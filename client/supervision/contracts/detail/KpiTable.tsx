import { Text, View } from '@tarojs/components';
import type { ContractDetail, KpiState } from '../../../../typings/contracts';
import { Tag } from '../../../components/Tag';
import { shortPeriodLabel } from '../../../periods';
import { kpiFigure, kpiLabel, yuan } from '../figures';
import { directionLabels, states } from '../labels.data';
import './KpiTable.scss';

interface Props {
  detail: ContractDetail;
  kpis: KpiState[];
}

/** Each KPI of a settlement: what was wanted, what was reached, what the vendor says. */
export function KpiTable({ detail, kpis }: Props) {
  return (
    <View>
      {kpis.map((kpi) => (
        <View className="kpis__row" key={`${kpi.kpiId}:${kpi.accountId}:${kpi.period}`}>
          <View className="kpis__head">
            <Text className="kpis__name">{kpiLabel(kpi.metric)}</Text>
            <Tag {...states[kpi.state]} />
          </View>
          <View className="kpis__note">{noteOf(detail, kpi)}</View>
          <View className="kpis__figures">
            <Figure
              what="目标"
              value={`${bound(detail, kpi)}${kpiFigure(kpi.metric, kpi.target)}`}
            />
            <Figure what="实际" value={kpiFigure(kpi.metric, kpi.actual)} />
            <Figure
              what={kpi.disputed ? '自报（不一致）' : '自报'}
              value={kpiFigure(kpi.metric, kpi.reported)}
              differs={kpi.disputed}
            />
          </View>
        </View>
      ))}
    </View>
  );
}

function Figure({ what, value, differs }: { what: string; value: string; differs?: boolean }) {
  return (
    <View className="kpis__figure">
      <View className="kpis__what">{what}</View>
      <View className={differs ? 'kpis__value kpis__value--differs' : 'kpis__value'}>{value}</View>
    </View>
  );
}

function bound({ contract }: ContractDetail, { kpiId }: KpiState): string {
  const kpi = contract.kpis.find(({ id }) => id === kpiId);
  return directionLabels[kpi?.direction ?? 'at-least'];
}

function noteOf({ accounts }: ContractDetail, kpi: KpiState): string {
  const account =
    accounts.length > 1 ? accounts.find(({ id }) => id === kpi.accountId)?.name : null;
  return [
    ...(account ? [account] : []),
    shortPeriodLabel(kpi.period),
    ...(kpi.deductionYuan > 0 ? [`扣减 ${yuan(kpi.deductionYuan)}`] : []),
    ...(kpi.state === 'exempt' ? [kpi.text.split('：').at(-1) ?? ''] : []),
  ].join(' · ');
}
