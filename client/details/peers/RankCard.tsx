import { View } from '@tarojs/components';
import type { RankUncertainty } from '../../../typings/insights';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { formatNumber, formatShare } from '../../figures';
import { decimalsOf } from '../../scores';

const places = {
  below: '明显高于中位数',
  within: '与中位数无法区分',
  above: '明显低于中位数',
};

/** 名次区间: how far a place can be trusted. */
export function RankCard({ rank, group }: { rank: RankUncertainty; group: string }) {
  const { rankInterval, byArticles, byWeights, valueInterval } = rank;
  const { level, draws, weightRange, articles } = rank;
  const decimals = decimalsOf(rank.value);
  const [low, high] = valueInterval;
  return (
    <Card title="名次有多可靠" note={`${group} · 连同本账号 ${formatNumber(rank.size)} 个`}>
      <View className="peers__place">{placesText(rankInterval)}</View>
      <Row label="按本期数据排" value={`第 ${rank.rank} 名`} />
      <Row
        label="只换文章"
        note={
          byArticles
            ? `把本期 ${articles} 篇文章随机重抽，权重不变`
            : '没有逐篇数据，看不出换一批文章会怎样'
        }
        value={byArticles ? placesText(byArticles) : '—'}
      />
      <Row
        label="只换权重"
        note={`各项权重上下浮动 ${formatShare(weightRange)}，文章不变`}
        value={placesText(byWeights)}
      />
      <Row
        label="分数区间"
        value={`${formatNumber(low, decimals)} – ${formatNumber(high, decimals)}`}
      />
      {rank.median && (
        <Row
          label="与同组中位数"
          note={`中位数 ${formatNumber(rank.median.value, decimals)}`}
          value={places[rank.median.place]}
        />
      )}
      <Row
        label="分不出高下的账号"
        note={`在名次最近的 ${rank.compared} 个里`}
        value={`${rank.indistinguishable} 个`}
      />
      <View className="peers__none">
        {articles > 1 ? '文章与权重同时变动' : '只让权重变动'}，重排 {draws} 次，
        {formatShare(level)} 的结果落在区间里。区间重叠的账号不分先后。
      </View>
    </Card>
  );
}

const placesText = ([best, worst]: [number, number]): string =>
  best === worst ? `第 ${best} 名` : `第 ${best}–${worst} 名`;
