import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Empty } from '../components/Empty';
import { stores } from '../stores';
import { type Visitor, withoutAccount } from './without-account.data';

const { session } = stores;
const roles = ['staff', 'supervisor', 'vendor', 'researcher'] as const;

/** A tab about one account, for someone who has none: why, and where to go instead. */
export const WithoutAccount = observer(function WithoutAccount({
  tab,
}: {
  tab: keyof typeof withoutAccount;
}) {
  const visitor: Visitor = roles.find((role) => session.hasRole(role)) ?? 'newcomer';
  const { title, text, action, url } = withoutAccount[tab][visitor];
  return <Empty title={title} text={text} action={action} onAction={() => open(url)} />;
});

function open(url: string): void {
  void (url.startsWith('/pages/') ? Taro.switchTab({ url }) : Taro.navigateTo({ url }));
}
