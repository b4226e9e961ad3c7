import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { stores } from '../../stores';
import { HistoryCard } from './HistoryCard';
import { ModeKinds } from './ModeKinds';
import { ModeNow } from './ModeNow';
import { Recommended } from './Recommended';

const { session, modes, display } = stores;

async function show(): Promise<void> {
  await session.open();
  if (session.account) await modes.open(session.account.id);
}

/** 模式: now, recommended, why, what if, and how to get there. */
export default observer(function ModePage() {
  useDidShow(() => void show());
  usePullDownRefresh(() => void modes.refresh().then(() => Taro.stopPullDownRefresh()));
  return (
    <Screen scale={display.scale}>
      <Content />
    </Screen>
  );
});

const Content = observer(function Content() {
  const { account } = session;
  const { profile, recommendation } = modes;
  const error = session.mine.error ?? profile.error ?? recommendation.error;

  if (!account && session.ready) {
    return (
      <Empty
        title="还没有可以查看的公众号"
        text="接受邀请后，这里会说明账号由谁运作、怎样运作更合适。"
        action="去「我的」"
        onAction={() => void Taro.switchTab({ url: '/pages/me/index' })}
      />
    );
  }
  return (
    <>
      {account && <ModeNow account={account} profile={profile.value} />}
      {error && (
        <Notice tone="bad" title={error.message} action="重试" onAction={() => void retry()} />
      )}
      {!error && !recommendation.value && (
        <Card>
          <Skeleton lines={6} />
        </Card>
      )}
      {recommendation.value && <Recommended recommendation={recommendation.value} />}
      {profile.value && (
        <Card title="接下来">
          <Row label="填写或更正事实" note="事实越全，建议越准" onOpen={() => open('facts')} />
          <Row label="如果改变条件会怎样" onOpen={() => open('what-if')} />
          <Row label="按我看重的来算" note="自己给各项准则定权重" onOpen={() => open('weights')} />
          <Row label="建议稳不稳" note="每个权重和门槛动一动" onOpen={() => open('sensitivity')} />
          <Row label="怎样过渡到另一种模式" onOpen={() => open('transition')} />
          <Row label="同类账号各用什么模式" onOpen={() => open('evidence')} />
          <Row label="账号定位与菜单建议" onOpen={() => open('position')} />
          {account && (
            <Row
              label="委托合同与验收"
              note="指标、结算、到期提醒"
              onOpen={() => void Taro.navigateTo({ url: contractsOf(account.id) })}
            />
          )}
        </Card>
      )}
      {profile.value && <HistoryCard history={profile.value.history} />}
      <ModeKinds current={profile.value?.classification.mode ?? account?.operation.mode ?? null} />
    </>
  );
});

async function retry(): Promise<void> {
  await show();
  await modes.refresh();
}

const contractsOf = (accountId: string) => `/supervision/contracts/index?accountId=${accountId}`;

function open(page: string): void {
  void Taro.navigateTo({ url: `/modes/${page}/index` });
}
