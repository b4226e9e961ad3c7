import { Text, View } from '@tarojs/components';
import type { PeerStanding } from '../../../typings/insights';
import type { Account } from '../../../typings/registry';
import { Card } from '../../components/Card';
import { Standing } from '../../components/charts/Standing';
import { formatNumber } from '../../figures';
import { peerGroupLabel } from '../../peer-group';
import { decimalsOf } from '../../scores';
import './StandingCard.scss';

interface Props {
  standing: PeerStanding;
  account: Account;
  value: number | null;
  onOpen: () => void;
}

/** One's own place in the peer group; never a list of others. */
export function StandingCard({ standing, account, value, onOpen }: Props) {
  const { percentile, median, size } = standing;
  return (
    <Card
      title="同组位置"
      note={`${peerGroupLabel(standing, account)} · 另外 ${formatNumber(size)} 个账号`}
      onOpen={onOpen}
    >
      {percentile === null || value === null ? (
        <View className="place__none">分数或同组账号不足，暂不比较。</View>
      ) : (
        <>
          <View className="place__line">
            超过 <Text className="place__figure">{formatNumber(percentile)}%</Text> 的同组账号
            {median !== null && `，中位数 ${formatNumber(median, decimalsOf(median))}`}
          </View>
          <Standing percentile={percentile} />
        </>
      )}
    </Card>
  );
}
