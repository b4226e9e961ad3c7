import Taro, { useLoad, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Action } from '../../components/Action';
import { Notice } from '../../components/Notice';
import { PagedList } from '../../components/PagedList';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { roleLabels } from '../../labels.data';
import { stores } from '../../stores';
import { InviteCard } from './InviteCard';

const { members, registry, display } = stores;

/** 成员与邀请: who works under one's scope, and a code for the next one. */
export default observer(function MembersPage() {
  useLoad(() => {
    void members.load();
    // The agencies that may be invited are those of the accounts in scope.
    if (registry.found.length === 0) void registry.search({});
  });
  useReachBottom(() => void members.list.more());
  const { list, revocation } = members;

  return (
    <Screen scale={display.scale}>
      <InviteCard />
      {revocation.error && <Notice tone="bad" title={revocation.error.message} />}
      <PagedList
        list={list}
        title={`成员 ${list.rows.length}${list.hasMore ? '＋' : ''} 人`}
        note="只显示代号，不显示微信身份"
        none="还没有成员。在上面生成邀请码，发给对方。"
        row={({ id, role, label, alias, revocable }) => (
          <Row
            key={id}
            label={`${alias} · ${roleLabels[role]}`}
            note={label}
            value={
              revocable ? (
                <Action text="收回" kind="plain" onPress={() => void revoke(id, alias)} />
              ) : undefined
            }
          />
        )}
        onRetry={() => void members.load()}
      />
    </Screen>
  );
});

async function revoke(id: string, alias: string): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: `收回 ${alias} 的身份？`,
    content: '收回后立即生效，对方不能再查看或填报。',
    confirmText: '收回',
  });
  if (confirm) await members.revoke(id);
}
