import type { ChartRunOptions } from 'docx/charts';
import type { DocumentChart } from '../../../typings/documents';
import { chartColours, fonts } from './styles.data';
import { writable } from './text';

const width = 560;
const standing = 300;
/** A lying bar needs a line of its own. */
const lineOfBar = 26;
const tallest = 760;

const font = { name: fonts.plain.eastAsia };

/** What the chart library is to draw; an office program shows and edits it as its own. */
export function chartOptions(chart: DocumentChart): ChartRunOptions {
  const numberFormat = formatOf(chart.decimals ?? 0);
  const categories = chart.categories.map(writable);
  const series = chart.series.map(({ name, values }, at) => ({
    name: writable(name),
    values,
    color: chartColours[at % chartColours.length],
  }));
  const common = {
    title: { text: titleOf(chart), font: { ...font, size: 12 } },
    font,
    transformation: { width, height: heightOf(chart) },
    dataLabels: { value: true, numberFormat },
    chartArea: { border: 'none' as const },
  };
  if (chart.chart === 'pie') {
    const slices = series
      .slice(0, 1)
      .map(({ name, values }) => ({ name, values, colors: coloursFor(categories) }));
    const dataLabels = { category: true, percentage: true, numberFormat: '0.0%' };
    return { ...common, type: 'pie', categories, series: slices, dataLabels, legend: false };
  }
  const plot = {
    ...common,
    categories,
    series,
    legend: series.length > 1 ? { position: 'bottom' as const } : (false as const),
    stacking: chart.stacked ? ('stacked' as const) : ('none' as const),
    valueAxis: { numberFormat },
  };
  if (chart.chart === 'line') return { ...plot, type: 'line', markers: true };
  // The length of a bar is its value: an office program left alone begins the scale anywhere.
  const isBelowZero = series.some(({ values }) => values.some((value) => (value ?? 0) < 0));
  const valueAxis = { ...plot.valueAxis, ...(isBelowZero ? {} : { minimum: 0 }) };
  if (chart.chart === 'column') return { ...plot, valueAxis, type: 'column', gapWidth: 80 };
  // Bars are read from the top, as the table beside them; the scale stays at the foot.
  const axes = {
    categoryAxis: { reverseOrder: true },
    valueAxis: { ...valueAxis, crossesAt: 'maximum' as const },
  };
  return { ...plot, ...axes, type: 'bar', gapWidth: 50 };
}

/** A unit beside an axis would stand on its side. */
function titleOf({ title, unit }: DocumentChart): string {
  return writable(unit ? `${title}（${unit}）` : title);
}

function coloursFor(categories: string[]): string[] {
  return categories.map((_, at) => chartColours[at % chartColours.length] ?? '');
}

function heightOf({ chart, categories, series }: DocumentChart): number {
  if (chart !== 'bar') return standing;
  const bars = categories.length * Math.max(1, series.length);
  return Math.min(tallest, Math.max(standing, 110 + bars * lineOfBar));
}

function formatOf(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}
