import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { DatasetRelease, FigureColumn } from '../../../typings/datasets';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { Trend } from '../../components/charts/Trend';
import { Notice } from '../../components/Notice';
import { shortPeriodLabel } from '../../periods';
import { datasets } from '../../stores/made/datasets';

/** 公开趋势: the median of one figure over the releases of this scope. */
export const TrendCard = observer(function TrendCard({ release }: { release: DatasetRelease }) {
  const figures = release.summaries.filter(({ quartiles }) => quartiles !== null);
  const [column, choose] = useState<FigureColumn | null>(figures[0]?.name ?? null);
  const { value, error } = datasets.trend;
  if (column === null) return null;
  const labels = Object.fromEntries(figures.map(({ name }) => [name, labelOf(name)]));
  const look = (chosen: string) =>
    choose(figures.find(({ name }) => name === chosen)?.name ?? column);
  return (
    <Card title="公开趋势" note={value?.notice ?? '同一范围历次发布的中位数'}>
      <ChoiceRow<string> label="指标" labels={labels} chosen={column} onChoose={look} />
      {error && <Notice tone="bad" title={error.message} />}
      {value?.column === column ? (
        <Trend
          decimals={0}
          values={value.points.map(({ period, median, accounts }) => ({
            label: shortPeriodLabel(period),
            value: median,
            note: `${accounts} 个账号的中位数`,
          }))}
        />
      ) : (
        <Action
          text="查看趋势"
          kind="secondary"
          waiting={datasets.trend.loading}
          onPress={() => void datasets.look(release.id, column)}
        />
      )}
    </Card>
  );
});

function labelOf(name: FigureColumn): string {
  return datasets.columns.value?.columns.find((column) => column.name === name)?.label ?? name;
}
