import Taro, { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { dayAt, lastMonth } from '../../periods';
import { stores } from '../../stores';
import { ChooseStep } from './ChooseStep';
import { ConfirmStep } from './ConfirmStep';
import { FillStep } from './FillStep';
import { ReceiptStep } from './ReceiptStep';

const { session, submission, display } = stores;

async function show(): Promise<void> {
  await Promise.all([session.open(), session.memberships.value ?? session.loadMemberships()]);
  if (session.account) {
    await submission.open(session.account.id, lastMonth(dayAt(Date.now())));
  }
}

const steps = {
  choose: ChooseStep,
  fill: FillStep,
  confirm: ConfirmStep,
  receipt: ReceiptStep,
};

export default observer(function SubmitPage() {
  useDidShow(() => void show());
  const { step } = submission;

  return (
    <Screen scale={display.scale} footed={step === 'fill' || step === 'confirm'}>
      <Content />
    </Screen>
  );
});

const Content = observer(function Content() {
  const Step = steps[submission.step];
  if (session.memberships.value && session.ready && !session.hasRole('staff')) {
    return (
      <Empty
        title="由主办单位的运营人员填报"
        text="您现在的身份可以查看数据，不能填报。如需填报，请接受单位的邀请码。"
        action="去「我的」"
        onAction={() => void Taro.switchTab({ url: '/pages/me/index' })}
      />
    );
  }
  if (submission.accountId && session.account) return <Step account={session.account} />;
  if (session.mine.error) {
    return (
      <Empty
        title="暂时不能填报"
        text={session.mine.error.message}
        action="重试"
        onAction={() => void show()}
      />
    );
  }
  if (session.ready) {
    return (
      <Empty
        title="还没有可以填报的公众号"
        text="请先在「我的」中接受本单位的邀请码。"
        action="去「我的」"
        onAction={() => void Taro.switchTab({ url: '/pages/me/index' })}
      />
    );
  }
  return (
    <Card>
      <Skeleton lines={6} />
    </Card>
  );
});
