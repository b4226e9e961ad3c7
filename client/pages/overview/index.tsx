import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { Empty } from '../../components/Empty';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { stores } from '../../stores';
import { Hero } from './Hero';
import { Loading } from './Loading';
import { NoAccounts } from './NoAccounts';
import { OverviewCards } from './OverviewCards';
import { ScopeOverview } from './ScopeOverview';
import { TodoNotices } from './TodoNotices';

const { session, overview, scope, todo, display } = stores;

// The account looked at last is asked for at once, without waiting for the list it is on.
async function show(): Promise<void> {
  await session.restore();
  const last = session.selectedId;
  await Promise.all([session.open(), last ? overview.open(last) : undefined]);
  if (session.account) await Promise.all([overview.open(session.account.id), todo.load()]);
  else await showWithout();
}

/** Of what was looked at last nothing may be left: a membership ends, an account moves. */
async function showWithout(): Promise<void> {
  if (overview.resource.error?.code === 'not-found') leaveAccount();
  if (session.memberships.value === null) await session.loadMemberships();
}

function leaveAccount(): void {
  session.forgetSelection();
  overview.leave();
  if (session.memberships.value === null) void session.loadMemberships();
}

async function refresh(): Promise<void> {
  const ofScope = scope.state.value ? scope.load() : undefined;
  await Promise.all([session.open(true), overview.refresh(), ofScope]);
  Taro.stopPullDownRefresh();
}

export default observer(function OverviewPage() {
  useDidShow(() => void show());
  usePullDownRefresh(() => void refresh());
  const own = session.account?.id;
  // An invitation accepted on this page brings an account: it is shown at once.
  useEffect(() => {
    if (own) void overview.open(own);
  }, [own]);

  return (
    <Screen scale={display.scale}>
      <Content />
    </Screen>
  );
});

const Content = observer(function Content() {
  const shown = overview.overview;
  const error = overview.resource.error ?? (shown ? null : session.mine.error);

  if (shown) {
    return (
      <>
        <Hero overview={shown} />
        {overview.fromDevice && (
          <Notice
            tone="warn"
            title="当前连不上网络，显示的是上次看到的内容"
            action="重试"
            onAction={() => void overview.refresh()}
          />
        )}
        {error && !overview.fromDevice && (
          <Notice
            tone="bad"
            title={error.message}
            action="重试"
            onAction={() => void overview.refresh()}
          />
        )}
        {session.isVisited(shown.account.id) && (
          <Notice title="管辖范围内的账号" action="回监管概览" onAction={leaveAccount} />
        )}
        <TodoNotices items={todo.of(shown.account.id)} />
        <OverviewCards overview={shown} />
      </>
    );
  }
  if (error) {
    return (
      <Empty
        title={error.code === 'unavailable' ? '没有连上服务' : '暂时无法显示'}
        text={error.message}
        action="重试"
        onAction={() => {
          void overview.refresh();
          void show();
        }}
      />
    );
  }
  if (session.ready && session.accounts.length === 0) {
    if (session.memberships.loading) return <Loading />;
    return session.hasRole('supervisor') ? <ScopeOverview /> : <NoAccounts />;
  }
  return <Loading />;
});
