import type {
  Recomputation,
  RecomputationState,
  SchemeRecomputation,
} from '../../../../typings/recomputation';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Tag, type Tone } from '../../../components/Tag';
import { formatNumber } from '../../../figures';
import { instantLabel, periodLabel } from '../../../periods';

interface Props {
  scheme: SchemeRecomputation;
  onOrder: () => void;
  onStop: () => void;
}

const states: Record<RecomputationState, { text: string; tone: Tone }> = {
  running: { text: '重算中', tone: 'info' },
  stopping: { text: '正在停止', tone: 'info' },
  stopped: { text: '已停止', tone: 'warn' },
  finished: { text: '已重算', tone: 'good' },
};

/** One scheme: whether its version was brought to former periods, and what came of it. */
export function SchemeCard({ scheme, onOrder, onStop }: Props) {
  const { name, version, notice, recomputation: job } = scheme;
  return (
    <Card
      title={name}
      note={[`版本 ${version}`, ...(notice ? [notice] : [])].join(' · ')}
      aside={<Tag {...(job ? states[job.state] : { text: '没有重算过' })} />}
    >
      {job && <Outcome job={job} />}
      <Next state={job?.state ?? null} onOrder={onOrder} onStop={onStop} />
    </Card>
  );
}

interface NextProps {
  /** null when none was ever ordered */
  state: RecomputationState | null;
  onOrder: () => void;
  onStop: () => void;
}

/** What can be done about it now. */
function Next({ state, onOrder, onStop }: NextProps) {
  if (state === 'running') {
    return (
      <>
        <Row
          label="正在逐期重算"
          note="停在这一页会快一些；离开以后由系统定时接着算，从停下的地方继续。"
        />
        <Action text="停止重算" kind="secondary" onPress={onStop} />
      </>
    );
  }
  if (state === 'stopping') {
    return <Row label="正在停止" note="不再写新分数；已写下的计入榜单以后停下。" />;
  }
  return <Action text={state ? '再重算一次' : '重算以往各期'} kind="secondary" onPress={onOrder} />;
}

function Outcome({ job }: { job: Recomputation }) {
  const { state, period, done, written, unchanged, refused, reason } = job;
  const { orderedAt, finishedAt, stopped } = job;
  const isWhole = state === 'finished';
  return (
    <>
      <Row
        label={isWhole ? '看过的填报' : '已看过的填报'}
        note={!isWhole && period ? `算到 ${periodLabel(period)}` : undefined}
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
      {stopped && (
        <Row label={`停止原因：${stopped.reason}`} note={`${instantLabel(stopped.at)} 停止`} />
      )}
      {state === 'stopped' && (
        <Notice title="还没有算完">
          已写下的新分数都保留，其余仍是原来的分数；再重算一次会补齐，算过的不会重复写。
        </Notice>
      )}
    </>
  );
}
