import type { Recomputation, SchemeRecomputation } from '../../../../typings/recomputation';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Row } from '../../../components/Row';
import { Tag, type Tone } from '../../../components/Tag';
import { formatNumber } from '../../../figures';
import { instantLabel, periodLabel } from '../../../periods';

interface Props {
  scheme: SchemeRecomputation;
  onOrder: () => void;
}

const states: Record<Recomputation['state'], { text: string; tone: Tone }> = {
  running: { text: '重算中', tone: 'info' },
  finished: { text: '已重算', tone: 'good' },
};

/** One scheme: whether its version was brought to former periods, and what came of it. */
export function SchemeCard({ scheme, onOrder }: Props) {
  const { name, version, notice, recomputation: job } = scheme;
  return (
    <Card
      title={name}
      note={[`版本 ${version}`, ...(notice ? [notice] : [])].join(' · ')}
      aside={<Tag {...(job ? states[job.state] : { text: '没有重算过' })} />}
    >
      {job && <Outcome job={job} />}
      {job?.state === 'running' ? (
        <Row
          label="正在逐期重算"
          note="停在这一页会快一些；离开以后由系统定时接着算，从停下的地方继续。"
        />
      ) : (
        <Action text={job ? '再重算一次' : '重算以往各期'} kind="secondary" onPress={onOrder} />
      )}
    </Card>
  );
}

function Outcome({ job }: { job: Recomputation }) {
  const { state, period, done, written, unchanged, refused, reason, orderedAt, finishedAt } = job;
  const isRunning = state === 'running';
  return (
    <>
      <Row
        label={isRunning ? '已看过的填报' : '看过的填报'}
        note={isRunning && period ? `算到 ${periodLabel(period)}` : undefined}
        value={`${formatNumber(done)} 份`}
      />
      <Row label="写下新分数" value={`${formatNumber(written)} 个`} />
      <Row
        label="不必改动"
        note="已是这一版本、这一次填报的分数"
        value={`${formatNumber(unchanged)} 个`}
      />
      {refused > 0 && (
        <Row
          label="不能按它计分"
          note="口径或数据不合这一方案，原分数不变"
          value={`${formatNumber(refused)} 份`}
        />
      )}
      <Row
        label={reason}
        note={[
          `${instantLabel(orderedAt)} 开始`,
          ...(finishedAt ? [`${instantLabel(finishedAt)} 完成`] : []),
        ].join(' · ')}
      />
    </>
  );
}
