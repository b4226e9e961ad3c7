import { View } from '@tarojs/components';
import type { ReportContent, ReportFilter } from '../../../../typings/reports';
import { Row } from '../../../components/Row';
import { Sheet } from '../../../components/Sheet';
import { departmentLabels, levelLabels, modeLabels } from '../../../labels.data';
import './index.scss';

interface Props {
  content: ReportContent;
  /** of the figure asked for; null when none is */
  id: string | null;
  onClose: () => void;
}

/** Where a number comes from: what it means, and the query that finds it. */
export function FigureSheet({ content, id, onClose }: Props) {
  const figure = content.figures.find((one) => one.id === id);
  const measure = figure && content.measures[figure.measure];
  const group = figure && content.groups[figure.group];
  if (!figure || !measure || !group) return null;
  return (
    <Sheet title={`${group.label} · ${measure.label}`} open onClose={onClose}>
      <Row label="数值" value={`${figure.shown}${figure.value === null ? '' : measure.unit}`} />
      <Row label="口径" note={measure.definition} />
      <Row label="查询范围" note={group.filter} />
      {conditions(group.query).map(([label, text]) => (
        <Row key={label} label={label} value={text} />
      ))}
      {figure.count !== null && <Row label="计入账号" value={`${figure.count} 个`} />}
      <View className="report__note">编号 {figure.id}，在表格的“指标与口径”中可以查到。</View>
    </Sheet>
  );
}

/** The structured query, a condition a line. */
function conditions(query: ReportFilter): [label: string, text: string][] {
  const { regionPrefix, levels, department, mode, openedYears } = query;
  return [
    ['行政区划代码', regionPrefix === '' ? '全国' : `${regionPrefix} 开头`],
    ...(levels ? [['级别', levels.map((one) => levelLabels[one]).join('、')] as const] : []),
    ...(department ? [['部门', departmentLabels[department]] as const] : []),
    ...(mode === undefined
      ? []
      : [['运作模式', mode === null ? '未登记' : modeLabels[mode]] as const]),
    ...(openedYears === undefined ? [] : [['开设年份', yearsText(openedYears)] as const]),
  ].map(([label = '', text = '']) => [label, text]);
}

function yearsText(years: ReportFilter['openedYears']): string {
  if (!years) return '未登记';
  const { from, to } = years;
  if (from === to) return `${from}`;
  return from === null ? `${to} 及以前` : to === null ? `${from} 及以后` : `${from} 至 ${to}`;
}
