import { View } from '@tarojs/components';
import type { FeedbackCard } from '../../typings/feedback';
import { formatBrief, formatShare } from '../figures';
import { dayLabel } from '../periods';
import './index.scss';

/** 值不值得关注: what is known of an account, in a glance. */
export function Worth({ card }: { card: FeedbackCard }) {
  const { name, agency, sample, satisfied } = card;
  const facts = [
    { label: '最近更新', value: card.lastPublished ? dayLabel(card.lastPublished) : '—' },
    { label: '每周文章', value: formatBrief(card.articlesPerWeek, 1) },
    { label: '留言私信有回复', value: formatShare(card.replyShare) },
    {
      label: satisfied ? `群众满意（${satisfied.of} 人）` : '群众满意（评价还不多）',
      value: satisfied ? formatShare(satisfied.share) : '—',
    },
  ];
  return (
    <View className="worth">
      <View className="worth__name">{name}</View>
      <View className="worth__agency">
        {agency}
        {sample ? ' · 示例数据' : ''}
      </View>
      <View className="worth__facts">
        {facts.map(({ label, value }) => (
          <View className="worth__fact" key={label}>
            <View className="worth__value">{value}</View>
            <View className="worth__label">{label}</View>
          </View>
        ))}
      </View>
    </View>
  );
}
