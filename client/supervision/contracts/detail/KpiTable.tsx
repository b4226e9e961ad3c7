import { Text, View } from '@tarojs/components';
import type { ContractDetail } from '../../../../typings/contracts';
import type { KpiState } from '../../../../typings/kpis';
import type { PeriodId } from '../../../../typings/vocabulary';
import { Tag } from '../../../components/Tag';
import { shortPeriodLabel } from '../../../periods';
import { kpiFigure, kpiLabel, yuan } from '../figures';
import { states } from '../labels.data';
import './KpiTable.scss';

interface Props {
  detail: ContractDetail;
  kpis: KpiState[];
}

/** Each KPI of a settlement, period by period: wanted, reached, and what the vendor says. */
export function KpiTable({ detail, kpis }: Props) {
  return (
    <View className="kpis">
      {byPeriod(kpis).map(([period, list]) => (
        <View key={period}>
          <View className="kpis__titles">
            <Text className="kpis__period">{shortPeriodLabel(period)}</Text>
            <Text className="kpis__figure">目标</Text>
            <Text className="kpis__figure">实际</Text>
            <Text className="kpis__figure">自报</Text>
            <View className="kpis__state" />
          </View>
          {list.map((kpi) => (
            <Line key={`${kpi.kpiId}:${kpi.accountId}`} detail={detail} kpi={kpi} />
          ))}
        </View>
      ))}
    </View>
  );
}

function Line({ detail, kpi }: { detail: ContractDetail; kpi: KpiState }) {
  const note = noteOf(detail, kpi);
  return (
    <View className="kpis__row">
      <View className="kpis__name">
        {kpiLabel(kpi.metric)}
        {note && <View className="kpis__note">{note}</View>}
        {kpi.estimated && <Tag text="实际为估算" tone="warn" />}
      </View>
      <Text className="kpis__figure">
        {bounds[directionOf(detail, kpi)]}
        {kpiFigure(kpi.metric, kpi.target)}
      </Text>
      <Text className="kpis__figure">{kpiFigure(kpi.metric, kpi.actual)}</Text>
      <Text className={kpi.disputed ? 'kpis__figure kpis__figure--differs' : 'kpis__figure'}>
        {kpiFigure(kpi.metric, kpi.reported)}
      </Text>
      <View className="kpis__state">
        <Tag {...states[kpi.state]} />
      </View>
    </View>
  );
}

const bounds = { 'at-least': '≥', 'at-most': '≤' };

function byPeriod(kpis: KpiState[]): [PeriodId, KpiState[]][] {
  const groups = new Map<PeriodId, KpiState[]>();
  for (const kpi of kpis) groups.set(kpi.period, [...(groups.get(kpi.period) ?? []), kpi]);
  return [...groups];
}

function directionOf({ contract }: ContractDetail, { kpiId }: KpiState) {
  return contract.kpis.find(({ id }) => id === kpiId)?.direction ?? 'at-least';
}

function noteOf({ accounts }: ContractDetail, kpi: KpiState): string {
  const account =
    accounts.length > 1 ? accounts.find(({ id }) => id === kpi.accountId)?.name : null;
  return [
    ...(account ? [account] : []),
    ...(kpi.deductionYuan > 0 ? [`扣 ${yuan(kpi.deductionYuan)}`] : []),
    ...(kpi.disputed ? ['与自报不一致'] : []),
    ...(kpi.state === 'exempt' ? [kpi.text.split('：').at(-1) ?? ''] : []),
  ].join(' · ');
}
