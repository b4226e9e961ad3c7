import { Text, View } from '@tarojs/components';
import type { Freshness } from '../../../typings/overview';
import type { Day } from '../../../typings/vocabulary';
import { Card } from '../../components/Card';
import { Tag, type Tone } from '../../components/Tag';
import { dayLabel } from '../../periods';
import './FreshnessCard.scss';

/** The day to publish by, so that the account does not fail the rule on updates. */
export function FreshnessCard({ freshness, today }: { freshness: Freshness; today: Day }) {
  const { publishBy, daysLeft, lastPublished, ruleDays } = freshness;
  if (publishBy === null || daysLeft === null) {
    return (
      <Card title="更新时限">
        <View className="freshness__note">
          还不知道最近一次发文的日期。上传含发文日期的后台表格后，这里会提示下一次更新的最后期限。
        </View>
      </Card>
    );
  }
  const { tone, text } = urgency(daysLeft);
  return (
    <Card title="更新时限" aside={<Tag tone={tone} text={text} />}>
      <View className="freshness__line">
        {daysLeft < 0 ? '已过期限：' : '须在 '}
        <Text className="freshness__day">{publishBy === today ? '今天' : dayLabel(publishBy)}</Text>
        {daysLeft < 0 ? ' 前应更新' : ' 前更新'}
      </View>
      <View className="freshness__note">
        {lastPublished ? `最近发文 ${dayLabel(lastPublished)}。` : ''}
        连续 {ruleDays} 天不更新，检查时单项否决。
      </View>
    </Card>
  );
}

function urgency(daysLeft: number): { tone: Tone; text: string } {
  if (daysLeft < 0) return { tone: 'bad', text: `! 逾期 ${-daysLeft} 天` };
  if (daysLeft <= 3) return { tone: 'warn', text: `! 还剩 ${daysLeft} 天` };
  return { tone: 'good', text: `✓ 还剩 ${daysLeft} 天` };
}
