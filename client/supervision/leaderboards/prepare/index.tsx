import Taro, { useLoad, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { BoardQuery, BoardUse } from '../../../../typings/leaderboards';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { Columns } from '../../../components/Columns';
import { Empty } from '../../../components/Empty';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { dayAt, lastMonth } from '../../../periods';
import { stores } from '../../../stores';
import { ownBoard } from '../../../stores/leaderboards';
import { publishing } from '../../../stores/made/leaderboards';
import { BoardFilters } from '../BoardFilters';
import { assessmentSchemes, useLabels } from '../labels.data';
import { DraftCard } from './DraftCard';
import { LeftOutCard } from './LeftOutCard';

const { session, display } = stores;

/** 发布榜单: choose, see who is left out and why, then publish for good. */
export default observer(function PreparePage() {
  const { id } = useRouter().params;
  const today = dayAt(Date.now());
  const [asked, ask] = useState<BoardQuery | null>(null);
  const [use, setUse] = useState<BoardUse>('reference');
  const own = () => ownBoard(session.memberships.value?.memberships ?? [], lastMonth(today));
  useLoad(async () => {
    await session.loadMemberships();
    publishing.leave();
    ask(own());
    if (id !== undefined) await publishing.open(id);
  });
  useReachBottom(() => void publishing.leftOut.more());
  const { draft } = publishing;
  const mayPublish = session.memberships.value === null || own() !== null;
  const mayAssess = asked !== null && assessmentSchemes.includes(asked.scheme);

  return (
    <Screen scale={display.scale}>
      {!mayPublish && !draft.value && (
        <Empty
          title="只有主管部门可以发布榜单"
          text="已发布并向您开放的榜单，请从「我的」进入。"
          action="去「我的」"
          onAction={() => void Taro.switchTab({ url: '/pages/me/index' })}
        />
      )}
      {draft.error && (
        <Notice
          tone="bad"
          title={draft.error.message}
          action={draft.error.code === 'conflict' ? '看列表' : undefined}
          onAction={() => void Taro.redirectTo({ url: '/supervision/leaderboards/index' })}
        />
      )}
      {draft.value && (
        <Columns aside={<DraftCard board={draft.value} />}>
          <LeftOutCard board={draft.value} />
        </Columns>
      )}
      {!draft.value && asked && id === undefined && (
        <Card
          title="发布哪一期"
          note="一期结束以后才能发布；先汇总核对，确认后才发布，发布后名次不再改动"
        >
          <BoardFilters query={asked} today={today} within={own() ?? asked} closed onChange={ask} />
          {mayAssess && (
            <ChoiceRow label="用途" labels={useLabels} chosen={use} onChoose={setUse} />
          )}
          <Action
            text="汇总数据，查看未参加排名的账号"
            waiting={draft.loading}
            onPress={() => void publishing.prepare(asked, mayAssess ? use : 'reference')}
          />
        </Card>
      )}
      {draft.loading && !draft.value && (
        <Card>
          <Skeleton lines={5} />
        </Card>
      )}
    </Screen>
  );
});
