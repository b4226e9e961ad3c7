import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Leaderboard } from '../../../typings/leaderboards';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { instantLabel } from '../../periods';
import { stores } from '../../stores';
import { leaderboards } from '../../stores/made/leaderboards';

/** 已开放的榜单: boards that supervisors opened, to be read by researchers and by who runs an account on them. */
export default observer(function OpenedBoardsPage() {
  const load = () => void leaderboards.loadOpened();
  useDidShow(load);
  useReachBottom(() => void leaderboards.boards.more());
  const { page, rows } = leaderboards.boards;

  return (
    <Screen scale={stores.display.scale}>
      {page.error && <Notice tone="bad" title={page.error.message} action="重试" onAction={load} />}
      {rows.length > 0 && (
        <Card
          title="已开放的榜单"
          note="由主管部门发布并开放，只读；研究方案的榜单仅供研究参考，不作考核依据"
        >
          {rows.map((board) => (
            <Row
              key={board.id}
              label={board.title}
              note={noteOf(board)}
              onOpen={() =>
                void Taro.navigateTo({
                  url: `/supervision/leaderboards/board/index?id=${board.id}`,
                })
              }
            />
          ))}
        </Card>
      )}
      {page.loading && (
        <Card>
          <Skeleton lines={rows.length > 0 ? 2 : 5} />
        </Card>
      )}
      {page.value && rows.length === 0 && !page.loading && (
        <Empty title="还没有开放的榜单" text="主管部门发布并开放后，会出现在这里。" />
      )}
    </Screen>
  );
});

function noteOf({ number, size, schemeName, publishedAt, cutOff, errata, sample }: Leaderboard) {
  return [
    `第 ${number} 期`,
    `${size} 个账号`,
    schemeName,
    `${instantLabel(publishedAt ?? cutOff)} 发布`,
    ...(errata > 0 ? [`勘误 ${errata} 条`] : []),
    ...(sample ? ['示例数据'] : []),
  ].join(' · ');
}
