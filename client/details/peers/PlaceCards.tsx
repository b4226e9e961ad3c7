import { View } from '@tarojs/components';
import type { PeerStanding } from '../../../typings/insights';
import { Card } from '../../components/Card';
import { Standing } from '../../components/charts/Standing';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { formatNumber } from '../../figures';
import { decimalsOf } from '../../scores';
import './index.scss';

interface Props {
  standing: PeerStanding;
  /** of the period before; null when nothing is known of it */
  before: PeerStanding | null;
  group: string;
  value: number | null;
}

/** One's own place among the group's scores. */
export function PlaceCards({ standing, before, group, value }: Props) {
  const { size, percentile, median, quartiles, nextDecile, widened } = standing;
  const decimals = decimalsOf(value ?? median);
  const told = (figure: number | null) => formatNumber(figure, decimals);
  const earlier = before?.percentile ?? null;
  return (
    <>
      <Card title={group} note={`另外 ${formatNumber(size)} 个账号，同一方案、同一周期`}>
        {percentile === null || value === null ? (
          <View className="peers__none">分数或同组账号不足，暂不比较。</View>
        ) : (
          <>
            <View className="peers__place">超过 {formatNumber(percentile)}% 的同组账号</View>
            <Standing percentile={percentile} />
            <View className="peers__before">
              {earlier === null ? '没有上期可比' : `上期超过 ${formatNumber(earlier)}%`}
            </View>
          </>
        )}
      </Card>
      {widened && <Notice title={widened} />}
      <Card title="同组的分数">
        <Row label="本账号" value={told(value)} />
        {quartiles && (
          <Row label="上四分位" note="四分之一的账号高于它" value={told(quartiles[1])} />
        )}
        <Row
          label="中位数"
          note={before?.median == null ? undefined : `上期 ${told(before.median)}`}
          value={told(median)}
        />
        {quartiles && (
          <Row label="下四分位" note="四分之一的账号低于它" value={told(quartiles[0])} />
        )}
        {nextDecile && (
          <Row
            label="再上一个台阶"
            note={`再超过一成同组账号，须到 ${told(nextDecile.value)}`}
            value={`还差 ${told(nextDecile.distance)}`}
          />
        )}
      </Card>
      <Card title="怎么比">
        <View className="peers__none">
          只与级别、系统、类型相近的账号比，不公布名单，也不显示别人的分数。
        </View>
      </Card>
    </>
  );
}
