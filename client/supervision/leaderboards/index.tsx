import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Leaderboard } from '../../../typings/leaderboards';
import type { Membership } from '../../../typings/membership';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Columns } from '../../components/Columns';
import { PagedList } from '../../components/PagedList';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Tag } from '../../components/Tag';
import { instantLabel } from '../../periods';
import { stores } from '../../stores';
import { leaderboards } from '../../stores/made/leaderboards';
import { stateLabels } from './labels.data';

const { display, session } = stores;
const open = (page: string) => void Taro.navigateTo({ url: `/supervision/leaderboards/${page}` });

/** 榜单: those of one's scope, newest first, and the way to the one that is still moving. */
export default observer(function LeaderboardsPage() {
  useDidShow(() => {
    void session.loadMemberships();
    void leaderboards.loadList();
  });
  useReachBottom(() => void leaderboards.boards.more());
  const { boards } = leaderboards;

  return (
    <Screen scale={display.scale}>
      <Columns aside={boards.page.error?.code === 'forbidden' ? null : <Ways />}>
        <PagedList
          list={boards}
          title="已发布与准备中"
          none="还没有发布过榜单。一期结束、数据收齐后，可以先汇总核对，再发布。"
          row={(board) => (
            <Row
              key={board.id}
              label={board.title}
              note={noteOf(board)}
              value={<Tag {...stateLabels[board.state]} />}
              onOpen={() =>
                open(
                  board.state === 'published'
                    ? `board/index?id=${board.id}`
                    : `prepare/index?id=${board.id}`,
                )
              }
            />
          )}
          onRetry={() => void leaderboards.loadList()}
        />
      </Columns>
    </Screen>
  );
});

const Ways = observer(function Ways() {
  const memberships = session.memberships.value?.memberships ?? [];
  return (
    <>
      <Card title="看榜与发布" note="排名只供管理者了解情况，不公开点名，也不作考核依据">
        <Action text="查看实时榜单" onPress={() => open('board/index')} />
        <Action text="准备发布一期" kind="secondary" onPress={() => open('prepare/index')} />
      </Card>
      {memberships.some(ofCountry) && (
        <Card>
          <Row
            label="换版重算"
            note="指数方案换版以后，用新版本重算以往各期"
            onOpen={() => open('recompute/index')}
          />
        </Card>
      )}
    </>
  );
});

const ofCountry = ({ role, scope }: Membership): boolean =>
  role === 'supervisor' &&
  scope.kind === 'region' &&
  scope.regionPrefix === '' &&
  scope.levels === undefined &&
  scope.department === undefined;

function noteOf({
  number,
  size,
  state,
  publishedAt,
  cutOff,
  errata,
  open: isOpen,
  sample,
}: Leaderboard) {
  if (state !== 'published') return `数据截止 ${instantLabel(cutOff)}，还没有发布`;
  return [
    `第 ${number} 期`,
    `${size} 个账号`,
    `${instantLabel(publishedAt ?? cutOff)} 发布`,
    ...(errata > 0 ? [`勘误 ${errata} 条`] : []),
    ...(isOpen ? ['已开放'] : []),
    ...(sample ? ['示例数据'] : []),
  ].join(' · ');
}
