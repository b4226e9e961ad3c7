import { View } from '@tarojs/components';
import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { PeerStanding } from '../../../typings/insights';
import { Card } from '../../components/Card';
import { Standing } from '../../components/charts/Standing';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { formatNumber } from '../../figures';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import './index.scss';
import { RankCard } from './RankCard';

const { details, overview } = stores;

/** 同组位置: who the peers are, and where this account stands among them; nobody else is named. */
export default observer(function PeersPage() {
  useLoad(() => {
    void details.loadPeers();
    void details.loadRank();
  });
  return (
    <DetailScreen>
      <Loaded
        value={details.peers.value}
        error={details.peers.error}
        onRetry={() => void details.loadPeers()}
      >
        {(standing) => (
          <Place standing={standing} value={overview.overview?.score?.value ?? null} />
        )}
      </Loaded>
      <Loaded
        value={details.rank.value}
        error={details.rank.error}
        onRetry={() => void details.loadRank()}
      >
        {({ rank }) => rank && <RankCard rank={rank} />}
      </Loaded>
    </DetailScreen>
  );
});

function Place({ standing, value }: { standing: PeerStanding; value: number | null }) {
  const { label, size, percentile, median, quartiles, nextDecile, widened } = standing;
  return (
    <>
      <Card title={label} note={`${size} 个账号，同一方案、同一周期`}>
        {percentile === null || value === null ? (
          <View className="peers__none">分数或同组账号不足，暂不比较。</View>
        ) : (
          <>
            <View className="peers__place">超过 {formatNumber(percentile)}% 的同组账号</View>
            <Standing percentile={percentile} />
          </>
        )}
      </Card>
      {widened && <Notice title={widened} />}
      <Card title="同组的分数">
        <Row label="本账号" value={formatNumber(value, 1)} />
        {quartiles && <Row label="前四分之一的门槛" value={formatNumber(quartiles[1], 1)} />}
        <Row label="中位数" value={formatNumber(median, 1)} />
        {quartiles && <Row label="后四分之一的门槛" value={formatNumber(quartiles[0], 1)} />}
        {nextDecile && (
          <Row
            label="再上一个台阶"
            note={`进入再前 10% 需要 ${formatNumber(nextDecile.value, 1)}`}
            value={`还差 ${formatNumber(nextDecile.distance, 1)}`}
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
