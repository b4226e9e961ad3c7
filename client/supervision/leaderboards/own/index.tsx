import Taro, { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { OwnPlace } from '../../../../typings/leaderboards';
import { Card } from '../../../components/Card';
import { Delta } from '../../../components/Delta';
import { Empty } from '../../../components/Empty';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { formatNumber } from '../../../figures';
import { periodLabel } from '../../../periods';
import { stores } from '../../../stores';
import { leaderboards } from '../../../stores/made/leaderboards';

type Published = OwnPlace['published'][number];

const { session, display } = stores;

/** 我的名次: one's own line and the step ahead; nobody else is named. */
export default observer(function OwnPage() {
  const load = async () => {
    await session.open();
    if (session.account) await leaderboards.loadOwn(session.account.id);
  };
  useLoad(() => void load());
  const { own } = leaderboards;
  if (session.ready && !session.account) {
    return (
      <Screen scale={display.scale}>
        <Empty title="还没有公众号" text="开通后，这里显示您的公众号在同组中的名次。" />
      </Screen>
    );
  }
  return (
    <Screen scale={display.scale}>
      <Loaded value={own.value} error={own.error} onRetry={() => void load()}>
        {(place) => <Own place={place} name={session.account?.name ?? ''} />}
      </Loaded>
    </Screen>
  );
});

function Own({ place, name }: { place: OwnPlace; name: string }) {
  const { period, value, change, groups, published, schemeName, notice } = place;
  return (
    <>
      <Card title={name} note={`${periodLabel(period)} · ${schemeName}`}>
        <Row
          label="传播指数"
          note="较上期"
          value={
            <>
              {formatNumber(value, 1)} <Delta change={change} />
            </>
          }
        />
      </Card>
      {groups.map(({ label, rank, size, median, ahead }) => (
        <Card key={label} title={label} note={`${size} 个账号，实时，尚未发布`}>
          <Row label="名次" value={`第 ${rank} 名`} />
          <Row
            label="前一个台阶"
            note={ahead ? `第 ${ahead.rank} 名` : undefined}
            value={ahead ? `还差 ${formatNumber(ahead.distance, 2)}` : '已在最前'}
          />
          <Row label="中位数" note={medianNote(value, median)} value={formatNumber(median, 1)} />
        </Card>
      ))}
      {groups.length === 0 && <Notice title="分数或同组账号不足，暂不比较。" />}
      {published.length > 0 && (
        <Card title="已发布的榜单">
          {published.map(({ board, row }) => (
            <Row
              key={board.id}
              label={board.title}
              note={publishedNote(board, row)}
              value={`第 ${row.rank} 名`}
              onOpen={
                board.open
                  ? () =>
                      void Taro.navigateTo({
                        url: `/supervision/leaderboards/board/index?id=${board.id}&around=${row.accountId}`,
                      })
                  : undefined
              }
            />
          ))}
        </Card>
      )}
      {notice && <Notice tone="warn" title={notice} />}
    </>
  );
}

function medianNote(value: number | null, median: number | null): string | undefined {
  if (value === null || median === null) return undefined;
  const distance = value - median;
  return distance >= 0 ? `高出 ${formatNumber(distance, 1)}` : `还差 ${formatNumber(-distance, 1)}`;
}

/** The issue, and the correction where there is one: the rank stays as it was published. */
function publishedNote(
  { number, size }: Published['board'],
  { value, correction }: Published['row'],
): string {
  const facts = [`第 ${number} 期`, `${size} 个账号`];
  if (correction) {
    facts.push(`勘误 ${formatNumber(value, 1)} → ${formatNumber(correction.value, 1)}`);
  }
  return facts.join(' · ');
}
