import { Text, View } from '@tarojs/components';
import type { Forecast } from '../../../typings/insights';
import type { RunningForecast } from '../../../typings/overview';
import { Card } from '../../components/Card';
import { Delta } from '../../components/Delta';
import { Row } from '../../components/Row';
import { formatNumber, formatShare } from '../../figures';
import { periodLabel } from '../../periods';
import { decimalsOf } from '../../scores';
import './index.scss';

interface Props {
  running: RunningForecast;
  forecast: Forecast;
}

/** The forecast value with its interval, beside what stands so far and what the last month came to. */
export function Outlook({ running, forecast }: Props) {
  const { period, daysSoFar, soFar, previous } = running;
  const { value, interval, level } = forecast;
  const [low, high] = interval;
  const decimals = decimalsOf(value);
  const told = (figure: number | null) => formatNumber(figure, decimals);
  const before = previous?.value ?? null;
  return (
    <Card
      title={`${periodLabel(period)}月底`}
      note={`按前 ${daysSoFar} 天推算，期末以实际填报为准`}
    >
      <View className="outlook">
        <Text className="outlook__value">{told(value)}</Text>
        <Text className="outlook__interval">
          {told(low)} – {told(high)}
        </Text>
      </View>
      <Row label="到今天的分数" note={`前 ${daysSoFar} 天`} value={told(soFar)} />
      {previous && before !== null && (
        <>
          <Row label={`上期（${periodLabel(previous.period)}）`} value={told(before)} />
          <Row label="预计比上期" value={<Delta change={value - before} decimals={decimals} />} />
        </>
      )}
      <View className="outlook__note">
        有 {formatShare(level)} 的把握落在这个区间。{calibrationText(forecast)}
      </View>
    </Card>
  );
}

/** Where the interval's width comes from. */
function calibrationText({ calibratedOn, borrowed }: Forecast): string {
  const own = calibratedOn - borrowed;
  if (borrowed === 0) return `区间由本账号过去 ${own} 期的预测误差定出。`;
  const mine = own === 0 ? '' : `本账号过去 ${own} 期和`;
  return `本账号的历史不够长，区间由${mine}同组最接近的 ${borrowed} 个账号上一期的预测误差定出。`;
}
