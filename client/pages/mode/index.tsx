import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { stores } from '../../stores';
import { WithoutAccount } from '../WithoutAccount';
import { HistoryCard } from './HistoryCard';
import { ModeKinds } from './ModeKinds';
import { ModeNow } from './ModeNow';
import { Recommended } from './Recommended';

const { session, modes, display } = stores;

async function show(): Promise<void> {
  await session.open();
  if (session.account) await modes.open(session.account.id);
  else if (session.memberships.value === null) await session.loadMemberships();
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
  // A vendor reads how its account is run; what would suit is for the agency and its supervisors.
  const onlyReads = recommendation.error?.code === 'forbidden';
  const error = session.mine.error ?? profile.error ?? (onlyReads ? null : recommendation.error);

  if (!account && session.ready && session.memberships.value) {
    return <WithoutAccount tab="mode" />;
  }
  return (
    <>
      {account && (
        <ModeNow
          account={account}
          profile={profile.value}
          onAnswer={onlyReads ? undefined : () => open('facts')}
        />
      )}
      {error && (
        <Notice tone="bad" title={error.message} action="重试" onAction={() => void retry()} />
      )}
      {!error && !onlyReads && !recommendation.value && (
        <Card>
          <Skeleton lines={6} />
        </Card>
      )}
      {recommendation.value && <Recommended recommendation={recommendation.value} />}
      {profile.value && (
        <Card title="接下来">
          {!onlyReads &&
            further.map(({ label, note, page }) => (
              <Row key={page} label={label} note={note} onOpen={() => open(page)} />
            ))}
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
      <ModeKinds
        current={
          profile.value ? profile.value.classification.mode : (account?.operation.mode ?? null)
        }
      />
    </>
  );
});

async function retry(): Promise<void> {
  await show();
  await modes.refresh();
}

const further: { label: string; note?: string; page: string }[] = [
  { label: '填写或更正事实', note: '事实越全，建议越准', page: 'facts' },
  { label: '如果改变条件会怎样', page: 'what-if' },
  { label: '按我看重的来算', note: '自己给各项准则定权重', page: 'weights' },
  { label: '建议稳不稳', note: '每个权重和门槛动一动', page: 'sensitivity' },
  { label: '怎样过渡到另一种模式', page: 'transition' },
  { label: '同类账号各用什么模式', page: 'evidence' },
  { label: '账号定位与菜单建议', page: 'position' },
];

const contractsOf = (accountId: string) => `/supervision/contracts/index?accountId=${accountId}`;

function open(page: string): void {
  void Taro.navigateTo({ url: `/modes/${page}/index` });
}
