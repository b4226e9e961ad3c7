import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Leaderboard } from '../../../../typings/leaderboards';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { instantLabel } from '../../../periods';
import { publishing } from '../../../stores/made/leaderboards';
import { useLabels } from '../labels.data';

/** A board on its way: what it will be, and what may be done with it. */
export const DraftCard = observer(function DraftCard({ board }: { board: Leaderboard }) {
  const { confirming, discarding, verdicts } = publishing;
  const refusal = confirming.error ?? discarding.error;
  const doubts = board.leftOut['under-review'] ?? 0;
  return (
    <Card title={board.title} note={`数据截止 ${instantLabel(board.cutOff)}`}>
      <Row label="参加排名" value={`${board.size} 个账号`} />
      <Row label="用途" value={useLabels[board.use]} />
      {doubts > 0 && (
        <Row
          label="异常待核实"
          note="由人看过再决定是否参加"
          value={`${doubts} 个`}
          onOpen={() =>
            void Taro.navigateTo({ url: `/supervision/leaderboards/review/index?id=${board.id}` })
          }
        />
      )}
      {board.notice && <Notice tone="warn" title={board.notice} />}
      {refusal && <Notice tone="bad" title={refusal.message} />}
      {verdicts.size > 0 && board.state === 'collected' && (
        <Notice title={`已核实 ${verdicts.size} 个，重新汇总后生效`} />
      )}
      <Steps board={board} />
    </Card>
  );
});

const Steps = observer(function Steps({ board }: { board: Leaderboard }) {
  const { draft, confirming, discarding, verdicts } = publishing;
  const waiting = draft.loading || confirming.loading || discarding.loading;
  if (board.state === 'published') {
    return (
      <Action
        text={`第 ${board.number} 期已发布，去看榜单`}
        onPress={() =>
          void Taro.redirectTo({ url: `/supervision/leaderboards/board/index?id=${board.id}` })
        }
      />
    );
  }
  if (board.state !== 'collected') {
    return <Notice title={`已查看 ${board.looked} 个账号，请稍候`} />;
  }
  return (
    <>
      {verdicts.size > 0 && (
        <Action
          text="按核实结果重新汇总"
          waiting={waiting}
          onPress={() => void publishing.startOver()}
        />
      )}
      <Action
        text="确认发布"
        kind={verdicts.size > 0 ? 'secondary' : 'primary'}
        waiting={waiting}
        onPress={() => void publish(board)}
      />
      <Action text="撤回" kind="plain" waiting={waiting} onPress={() => void discard()} />
    </>
  );
});

async function publish({ size, use }: Leaderboard): Promise<void> {
  const basis = use === 'assessment' ? '本期作考核依据。' : '';
  const { confirm } = await Taro.showModal({
    title: '发布后不能撤回',
    content: `${size} 个账号参加排名。${basis}之后的更正只会写成勘误。`,
    confirmText: '发布',
  });
  if (confirm) await publishing.publish();
}

async function discard(): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '撤回这份榜单？',
    content: '汇总的数据会删除，可以重新准备。',
    confirmText: '撤回',
  });
  if (confirm && (await publishing.discard())) await Taro.navigateBack();
}
