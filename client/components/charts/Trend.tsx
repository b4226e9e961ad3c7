import { Image, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { formatBrief, formatNumber } from '../../figures';
import { palette } from './palette';
import { svgSource } from './svg';
import './Trend.scss';
import { type TrendShape, type TrendValue, trendShape } from './trend-shape';

interface Props {
  values: (TrendValue & { note?: string })[];
  decimals?: number;
}

const width = 620;
const height = 240;
/** more values than this stand too close for dots: those with a note alone have one */
const mostDots = 40;

/** Values over time; a tap on a column tells its figure and the note pinned to it. */
export function Trend({ values, decimals = 1 }: Props) {
  const newest = values.length - 1;
  const [chosen, choose] = useState<number | null>(null);
  const selected = Math.min(chosen ?? newest, newest);
  const shape = trendShape(values, width, height);
  const current = values[selected];
  if (!current) return null;

  return (
    <View className="trend">
      <View className="trend__reading">
        <Text className="trend__label">{current.label}</Text>
        <Text className="trend__value">
          {current.value === null ? '数据不足' : formatNumber(current.value, decimals)}
        </Text>
        {current.note && <Text className="trend__note">{current.note}</Text>}
      </View>
      <View className="trend__plot">
        <View className="trend__scale">
          {shape.ticks.map(({ value, y }) => (
            <Text className="trend__tick" key={value} style={{ top: `${(y / height) * 100}%` }}>
              {formatBrief(value)}
            </Text>
          ))}
        </View>
        <View className="trend__canvas">
          <Image
            className="trend__drawing"
            mode="scaleToFill"
            src={svgSource(width, height, drawing(shape, values, selected))}
          />
          <View className="trend__columns">
            {values.map(({ label }, index) => (
              <View
                className="trend__column"
                key={label}
                ariaRole="button"
                ariaLabel={label}
                onClick={() => choose(index)}
              />
            ))}
          </View>
        </View>
      </View>
      <View className="trend__ends">
        <Text>{values[0]?.label}</Text>
        <Text>{values[newest]?.label}</Text>
      </View>
    </View>
  );
}

function drawing(shape: TrendShape, values: Props['values'], selected: number): string {
  const rules = shape.ticks.map(
    ({ y }) => `<path d="M0 ${y}H${width}" stroke="${palette.line}" stroke-width="1.5"/>`,
  );
  const dots = shape.points.flatMap(({ x, y }, index) => {
    if (y === null) return [];
    if (index === selected) {
      return [
        `<path d="M${x} 0V${height}" stroke="${palette.brand}" stroke-width="1.5" stroke-dasharray="5 5"/>`,
        `<circle cx="${x}" cy="${y}" r="10" fill="${palette.brand}" stroke="${palette.paper}" stroke-width="4"/>`,
      ];
    }
    const isNoted = values[index]?.note !== undefined;
    if (!isNoted && values.length > mostDots) return [];
    const fill = isNoted ? palette.paper : palette.brand;
    return [
      `<circle cx="${x}" cy="${y}" r="5" fill="${fill}" stroke="${palette.brand}" stroke-width="3"/>`,
    ];
  });
  return [
    ...rules,
    `<path d="${shape.area}" fill="${palette.wash}" fill-opacity=".8"/>`,
    `<path d="${shape.line}" fill="none" stroke="${palette.brand}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/>`,
    ...dots,
  ].join('');
}
