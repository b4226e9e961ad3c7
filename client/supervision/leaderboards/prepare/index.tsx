import { View } from '@tarojs/components';
import Taro, { useLoad, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { BoardQuery, Leaderboard } from '../../../../typings/leaderboards';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Columns } from '../../../components/Columns';
import { Empty } from '../../../components/Empty';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { dayAt, instantLabel, lastMonth } from '../../../periods';
import { stores } from '../../../stores';
import { ownBoard } from '../../../stores/leaderboards';
import { leaderboards } from '../../../stores/made/leaderboards';
import { BoardFilters } from '../BoardFilters';
import { reasonLabels } from '../labels.data';

const { session, display } = stores;

/** 发布榜单: choose, see who is left out and why, then publish for good. */
export default observer(function PreparePage() {
  const { id } = useRouter().params;
  const today = dayAt(Date.now());
  const [asked, ask] = useState<BoardQuery | null>(null);
  const own = () => ownBoard(session.memberships.value?.memberships ?? [], lastMonth(today));
  useLoad(async () => {
    await session.loadMemberships();
    leaderboards.draft.clear();
    ask(own());
    if (id !== undefined) await leaderboards.openDraft(id);
  });
  useReachBottom(() => {
    const cursor = leaderboards.leftOut.value?.next;
    const board = leaderboards.draft.value;
    if (cursor && board && !leaderboards.leftOut.loading) {
      void leaderboards.loadLeftOut(board.id, cursor);
    }
  });
  const { draft } = leaderboards;
  const mayPublish = session.memberships.value === null || own() !== null;

  return (
    <Screen scale={display.scale}>
      {!mayPublish && !draft.value && (
        <Empty
          title="只有主管部门可以发布榜单"
          text="已发布并向您开放的榜单，请从「我的」中的「我的名次」进入。"
          action="去「我的」"
          onAction={() => void Taro.switchTab({ url: '/pages/me/index' })}
        />
      )}
      {draft.error && <Notice tone="bad" title={draft.error.message} />}
      {draft.value ? (
        <Draft board={draft.value} />
      ) : (
        asked &&
        id === undefined && (
          <Card title="发布哪一期" note="这一期结束以后才能发布；发布后名次不再改动">
            <BoardFilters query={asked} today={today} within={own() ?? asked} onChange={ask} />
            <Action
              text="收取数据，看谁会缺席"
              waiting={draft.loading}
              onPress={() => void leaderboards.prepare(asked)}
            />
          </Card>
        )
      )}
      {draft.loading && !draft.value && (
        <Card>
          <Skeleton lines={5} />
        </Card>
      )}
    </Screen>
  );
});

const Draft = observer(function Draft({ board }: { board: Leaderboard }) {
  const { omitted, leftOut, draft } = leaderboards;
  const discard = async () => {
    const { confirm } = await Taro.showModal({
      title: '撤回这份榜单？',
      content: '收取的数据会删除，可以重新准备。',
    });
    if (confirm && (await leaderboards.discard())) await Taro.navigateBack();
  };
  const publish = async () => {
    const { confirm } = await Taro.showModal({
      title: '发布后不能撤回',
      content: `${board.size} 个账号参加排名。之后的更正只会写成勘误。`,
    });
    if (confirm) await leaderboards.publish();
  };
  return (
    <Columns
      aside={
        <Card title={board.title} note={`数据截止 ${instantLabel(board.cutOff)}`}>
          <Row label="参加排名" value={`${board.size} 个账号`} />
          {Object.entries(board.leftOut).map(([reason, count]) => (
            <Row
              key={reason}
              label={reasonLabels[reason as keyof typeof reasonLabels]}
              value={`${count} 个`}
            />
          ))}
          {board.notice && <Notice tone="warn" title={board.notice} />}
          <State board={board} waiting={draft.loading} publish={publish} discard={discard} />
        </Card>
      }
    >
      {omitted.length > 0 && (
        <Card title="没有名次的账号和原因">
          {omitted.map(({ accountId, name, agency, reason, text }) => (
            <Row
              key={accountId}
              label={name}
              note={`${agency} · ${text}`}
              value={reasonLabels[reason]}
            />
          ))}
        </Card>
      )}
      {leftOut.value && omitted.length === 0 && (
        <Card>
          <View>范围内的账号都有名次，没有缺席。</View>
        </Card>
      )}
    </Columns>
  );
});

interface StateProps {
  board: Leaderboard;
  waiting: boolean;
  publish: () => Promise<void>;
  discard: () => Promise<void>;
}

function State({ board, waiting, publish, discard }: StateProps) {
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
      <Action text="确认发布" waiting={waiting} onPress={() => void publish()} />
      <Action text="撤回" kind="plain" onPress={() => void discard()} />
    </>
  );
}
