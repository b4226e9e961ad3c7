import { useState } from 'react';
import type { ReportHeadline, ReportPoint } from '../../../../typings/reports';
import { Card } from '../../../components/Card';
import { Trend } from '../../../components/charts/Trend';
import { Segments } from '../../../components/Segments';
import { formatNumber } from '../../../figures';
import { shortPeriodLabel } from '../../../periods';

interface Props {
  trend: ReportPoint[];
  notice: string | null;
}

const options: { id: keyof ReportHeadline; label: string; decimals: number }[] = [
  { id: 'median', label: '指数中位数', decimals: 1 },
  { id: 'accounts', label: '在用账号', decimals: 0 },
  { id: 'gini', label: '基尼系数', decimals: 3 },
];

/** 历期走势: the same scope over its published issues. */
export function TrendCard({ trend, notice }: Props) {
  const [chosen, choose] = useState<string>('median');
  const option = options.find(({ id }) => id === chosen) ?? options[0];
  if (!option) return null;
  return (
    <Card title="历期走势" note={notice ?? '同一范围已发布的各期'}>
      <Segments options={options} chosen={chosen} onChoose={choose} />
      <Trend
        decimals={option.decimals}
        values={trend.map(({ period, headline }) => ({
          label: shortPeriodLabel(period),
          value: headline[option.id],
          note: `${formatNumber(headline.scored)} 个账号有指数`,
        }))}
      />
    </Card>
  );
}
