import { View } from '@tarojs/components';
import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { MetricDefinition } from '../../../typings/indices';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { Tag } from '../../components/Tag';
import { stores } from '../../stores';
import './index.scss';

const { details, display } = stores;
const measures = { people: '按人数', times: '按次数' };

/** 指标释义: what each figure means, where it is found, and how it adds up. */
export default observer(function MetricsPage() {
  useLoad(() => void details.loadMetrics());
  return (
    <Screen scale={display.scale}>
      <Loaded
        value={details.metrics.value}
        error={details.metrics.error}
        onRetry={() => void details.loadMetrics()}
      >
        {({ metrics }) => metrics.map((one) => <Metric metric={one} key={one.metric} />)}
      </Loaded>
    </Screen>
  );
});

function Metric({ metric }: { metric: MetricDefinition }) {
  const { label, unit, measure, definition, whereToFind, composing, popularity } = metric;
  return (
    <Card
      title={label}
      aside={popularity ? <Tag text="人气指标，不作考核" tone="warn" /> : undefined}
    >
      <View className="metric__meaning">{definition}。</View>
      <View className="metric__fact">
        单位：{unit}
        {measure ? `，${measures[measure]}` : ''}。{composing}。
      </View>
      <View className="metric__fact">在哪里看：{whereToFind}</View>
    </Card>
  );
}
