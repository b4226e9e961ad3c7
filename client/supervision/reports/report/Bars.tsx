import { View } from '@tarojs/components';
import type { ReportChart, ReportFigure } from '../../../../typings/reports';
import './Bars.scss';

interface Props {
  chart: ReportChart;
  figures: ReportFigure[];
}

const colours = ['first', 'second', 'third'] as const;

/** A chart as lying bars, one a series under each name: read on a phone as it is in the document. */
export function Bars({ chart, figures }: Props) {
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const greatest = Math.max(
    0,
    ...chart.series.flatMap((one) => one.figures.map((id) => known.get(id)?.value ?? 0)),
  );
  const { title, unit, categories, series } = chart;
  // Of two periods the newer one is the strong colour.
  const colourOf = (at: number) => colours[series.length === 2 ? 1 - at : at] ?? 'third';
  return (
    <View className="bars">
      <View className="bars__title">{unit ? `${title}（${unit}）` : title}</View>
      {series.length > 1 && (
        <View className="bars__legend">
          {series.map(({ name }, at) => (
            <View className="bars__key" key={name}>
              <View className={`bars__dot bars__bar--${colourOf(at)}`} />
              {name}
            </View>
          ))}
        </View>
      )}
      {categories.map((category, index) => (
        <View className="bars__group" key={category}>
          <View className="bars__name">{category}</View>
          <View className="bars__lines">
            {series.map((one, at) => {
              const figure = known.get(one.figures[index] ?? '');
              const value = figure?.value ?? null;
              const width = value === null || greatest <= 0 ? 0 : (value / greatest) * 100;
              return (
                <View className="bars__line" key={one.name}>
                  <View className="bars__track">
                    <View
                      className={`bars__bar bars__bar--${colourOf(at)}`}
                      style={{ width: `${Math.max(0, width)}%` }}
                    />
                  </View>
                  <View className="bars__value">{figure?.shown}</View>
                </View>
              );
            })}
          </View>
        </View>
      ))}
    </View>
  );
}
