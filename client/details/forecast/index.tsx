import { Text, View } from '@tarojs/components';
import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { RunningForecast } from '../../../typings/overview';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Loaded } from '../../components/Loaded';
import { formatNumber, formatShare } from '../../figures';
import { periodLabel } from '../../periods';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import './index.scss';

const { details } = stores;

/** 本期预测: where the running period is heading, and how sure that is. */
export default observer(function ForecastPage() {
  useLoad(() => void details.loadForecast());
  return (
    <DetailScreen>
      <Loaded
        value={details.forecast.value}
        error={details.forecast.error}
        onRetry={() => void details.loadForecast()}
      >
        {(running) => <Outlook running={running} />}
      </Loaded>
    </DetailScreen>
  );
});

function Outlook({ running }: { running: RunningForecast }) {
  const { period, daysSoFar, forecast } = running;
  if (!forecast) {
    return (
      <Empty
        title="暂时还不能预测"
        text="需要本期的部分数据和至少几期历史，才能给出有把握的区间。"
      />
    );
  }
  const [low, high] = forecast.interval;
  return (
    <Card title={periodLabel(period)} note={`按本期前 ${daysSoFar} 天推算`}>
      <View className="outlook">
        <Text className="outlook__value">{formatNumber(forecast.value, 1)}</Text>
        <Text className="outlook__interval">
          {formatNumber(low, 1)} – {formatNumber(high, 1)}
        </Text>
      </View>
      <View className="outlook__note">
        {formatShare(forecast.level)} 的把握落在这个区间，由过去 {forecast.calibratedOn}{' '}
        期的预测误差校准。期末以实际填报为准。
      </View>
    </Card>
  );
}
