import Taro, { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Empty } from '../../components/Empty';
import { Notice } from '../../components/Notice';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { stores } from '../../stores';
import { ModeKinds } from './ModeKinds';
import { RegisteredFacts } from './RegisteredFacts';

const { session, display } = stores;

/** 模式: how the account is run now, as its registry says. */
export default observer(function ModePage() {
  useDidShow(() => void session.open());
  return (
    <Screen scale={display.scale}>
      <Content />
    </Screen>
  );
});

const Content = observer(function Content() {
  const { account, mine, ready } = session;
  if (account) {
    return (
      <>
        <RegisteredFacts account={account} />
        <ModeKinds current={account.operation.mode} />
      </>
    );
  }
  if (mine.error) {
    return (
      <Notice
        tone="bad"
        title={mine.error.message}
        action="重试"
        onAction={() => void session.open(true)}
      />
    );
  }
  if (!ready) return <Skeleton lines={6} />;
  return (
    <Empty
      title="还没有可以查看的公众号"
      text="接受邀请后，这里会说明账号由谁运作、怎样运作更合适。"
      action="去「我的」"
      onAction={() => void Taro.switchTab({ url: '/pages/me/index' })}
    />
  );
});
