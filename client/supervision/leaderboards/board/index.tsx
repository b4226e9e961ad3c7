import { View } from '@tarojs/components';
import Taro, { useLoad, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Fragment, useState } from 'react';
import type { BoardQuery, BoardRow } from '../../../../typings/leaderboards';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Columns } from '../../../components/Columns';
import { Empty } from '../../../components/Empty';
import { FieldRow } from '../../../components/FieldRow';
import { ManyNames } from '../../../components/ManyNames';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { Sheet } from '../../../components/Sheet';
import { isShut, Shut } from '../../../components/Shut';
import { Skeleton } from '../../../components/Skeleton';
import { dayAt, lastMonth } from '../../../periods';
import { stores } from '../../../stores';
import { ownBoard } from '../../../stores/leaderboards';
import { leaderboards } from '../../../stores/made/leaderboards';
import { BoardFilters } from '../BoardFilters';
import { BandHead, RankRow } from '../RankRow';
import { Face } from './Face';
import { Errata, Publisher } from './Publisher';
import './index.scss';

const { session, display } = stores;

/** 一份榜单: while figures come in, or published for good; a page of rows at a time. */
export default observer(function BoardPage() {
  const { id, around } = useRouter().params;
  const today = dayAt(Date.now());
  const [words, setWords] = useState('');
  const [filtering, filter] = useState(false);
  const [asked, ask] = useState<BoardQuery | null>(null);
  const load = async () => {
    await session.loadMemberships();
    if (id !== undefined) {
      await leaderboards.openPublished(id, around ? { around } : {});
      if (around) await leaderboards.pin(id, around);
      return;
    }
    const own = within(today);
    ask(own);
    if (own) await leaderboards.openLive(own);
  };
  useLoad(() => void load());
  useReachBottom(() => void leaderboards.more());
  const { live, published, page, rows, pinned } = leaderboards;
  const board = published.value?.board ?? null;
  const face = board ?? live.value?.face ?? null;
  const error = live.error ?? published.error ?? page.error ?? session.memberships.error;
  const loading = live.loading || published.loading || page.loading;
  const find = () => {
    const text = words.trim();
    if (text === '') void reopen();
    else if (/^\d{1,6}$/.test(text)) void reopen({ fromRank: Number(text) });
    else void leaderboards.search(text);
  };
  const reopen = (start: { fromRank?: number } = {}) =>
    board
      ? leaderboards.openPublished(board.id, start)
      : asked && leaderboards.openLive(asked, start);

  if (id === undefined && session.memberships.value && asked === null && !within(today)) {
    return (
      <Screen scale={display.scale}>
        <Empty
          title="只有主管部门可以看实时榜单"
          text="本单位的名次、已向您开放的榜单，请从「我的」进入。"
          action="去「我的」"
          onAction={() => void Taro.switchTab({ url: '/pages/me/index' })}
        />
      </Screen>
    );
  }
  if (error && isShut(error) && !face) {
    return (
      <Screen scale={display.scale}>
        <Shut error={error} />
      </Screen>
    );
  }
  return (
    <Screen scale={display.scale}>
      <Columns
        aside={
          <>
            {face && <Face face={face} board={board} />}
            <Card>
              <FieldRow
                id="words"
                label="找账号或名次"
                value={words}
                placeholder="名称，或名次如 150"
                maxLength={40}
                onInput={setWords}
              />
              <View className="board__ways">
                {!board && asked && (
                  <Action text="筛选" kind="secondary" onPress={() => filter(true)} />
                )}
                <Action text="查找" waiting={loading} onPress={find} />
              </View>
            </Card>
            {board && <Errata />}
            {board && <Publisher />}
          </>
        }
      >
        {error && (
          <Notice tone="bad" title={error.message} action="重试" onAction={() => void load()} />
        )}
        {pinned && board && (
          <Card title="我的公众号">
            <RankRow row={pinned} size={board.size} />
          </Card>
        )}
        {rows.length > 0 && (
          <Card>
            {rows.map((row, index) => (
              <Fragment key={row.accountId}>
                {beginsBand(rows, index) && <BandHead />}
                <RankRow
                  row={row}
                  size={face?.size ?? rows.length}
                  sought={row.accountId === around}
                />
              </Fragment>
            ))}
          </Card>
        )}
        {loading && (
          <Card>
            <Skeleton lines={rows.length > 0 ? 2 : 8} />
          </Card>
        )}
        {face && rows.length === 0 && !leaderboards.hasMore && !loading && !error && (
          <Empty title="这里没有账号" text="换一个名次、名称或筛选条件再看。" />
        )}
        {leaderboards.words !== null && leaderboards.hasMore && !loading && (
          <ManyNames onMore={() => void leaderboards.more()} />
        )}
        {rows.length > 0 && !leaderboards.hasMore && <View className="board__end">已全部显示</View>}
      </Columns>
      <Sheet title="看哪些账号" open={filtering} onClose={() => filter(false)}>
        {asked && (
          <BoardFilters
            query={asked}
            today={today}
            within={within(today) ?? asked}
            onChange={ask}
          />
        )}
        <Action
          text="看榜单"
          onPress={() => {
            filter(false);
            if (asked) void leaderboards.openLive(asked);
          }}
        />
      </Sheet>
    </Screen>
  );
});

function within(today: string): BoardQuery | null {
  return ownBoard(session.memberships.value?.memberships ?? [], lastMonth(today));
}

/** Whether a row is the first of several that cannot be told apart. */
function beginsBand(rows: BoardRow[], index: number): boolean {
  const band = rows[index]?.band ?? null;
  return band !== null && band !== rows[index - 1]?.band && band === rows[index + 1]?.band;
}
