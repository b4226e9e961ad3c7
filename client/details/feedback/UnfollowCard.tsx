import type { FeedbackReport } from '../../../typings/feedback';
import { Card } from '../../components/Card';
import { Trend } from '../../components/charts/Trend';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { dayLabel } from '../../periods';

/** 取关高峰: days on which far more people left than usual, and what was published just before. */
export function UnfollowCard({ unfollows }: { unfollows: FeedbackReport['unfollows'] }) {
  if (!unfollows) {
    return (
      <Notice title="还看不到取关高峰">
        填报时一并导入后台的“用户增长”表，就能按天看取消关注的人数。
      </Notice>
    );
  }
  const { days, peaks } = unfollows;
  const peakDays = new Set(peaks.map(({ day }) => day));
  return (
    <Card title="每天取消关注多少人" note="与前 28 天的平时水平相比，高得多的日子标为高峰">
      <Trend
        decimals={0}
        values={days.map(({ day, lostFollowers }) => ({
          label: dayLabel(day),
          value: lostFollowers,
          note: peakDays.has(day) ? '高峰' : undefined,
        }))}
      />
      {peaks.length === 0 && <Row label="没有发现高峰" note="平时的起伏不算" />}
      {peaks.map(({ day, lostFollowers, text }) => (
        <Row key={day} label={dayLabel(day)} value={`${lostFollowers} 人`} note={text} />
      ))}
    </Card>
  );
}
