import type { PlannedFigures } from '../../../typings/insights';
import type { MetricName } from '../../../typings/vocabulary';
import { Row } from '../../components/Row';
import { metricFigure } from '../../metric-figure';
import { metricLabels } from '../../metrics.data';
import { stores } from '../../stores';

const { details } = stores;

/** The figures of a plan other than its levers' own. */
export function alongside(figures: PlannedFigures, levers: MetricName[]): MetricName[] {
  return (Object.keys(figures) as MetricName[]).filter((name) => !levers.includes(name));
}

interface Props {
  figures: PlannedFigures;
  standing: PlannedFigures;
  names: MetricName[];
}

/** Each figure that moves with a lever: what it is called, what it is now and what it becomes. */
export function Alongside({ figures, standing, names }: Props) {
  return (
    <>
      {names.map((name) => (
        <Row
          key={name}
          label={metricLabels[name]}
          value={changeText(name, standing[name] ?? null, figures[name] ?? null)}
        />
      ))}
    </>
  );
}

/** `120 → 180 次`, `不可用 → 可用` */
export function changeText(metric: MetricName, from: number | null, to: number | null): string {
  return `${metricFigure(metric, from)} → ${metricFigure(metric, to, details.unitOf(metric))}`;
}
