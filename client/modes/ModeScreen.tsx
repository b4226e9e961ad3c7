import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { PropsWithChildren } from 'react';
import { Empty } from '../components/Empty';
import { PageHead } from '../components/PageHead';
import { Screen } from '../components/Screen';
import { stores } from '../stores';

const { modes, session, display } = stores;

/** A page about one account's mode; empty when none was chosen. */
export const ModeScreen = observer(function ModeScreen({
  footed = false,
  children,
}: PropsWithChildren<{ footed?: boolean }>) {
  const account = session.accounts.find(({ id }) => id === modes.accountId) ?? session.account;
  return (
    <Screen scale={display.scale} footed={footed}>
      {modes.accountId ? (
        <>
          <PageHead name={account ? account.name : ''} isSample={account?.sample ?? false} />
          {children}
        </>
      ) : (
        <Empty
          title="请先选择公众号"
          text="这一页说明某个公众号的运作模式，请从「模式」进入。"
          action="去模式"
          onAction={() => void Taro.switchTab({ url: '/pages/mode/index' })}
        />
      )}
    </Screen>
  );
});
