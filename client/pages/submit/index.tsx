import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { dayAt, lastMonth } from '../../periods';
import { stores } from '../../stores';
import { WithoutAccount } from '../WithoutAccount';
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
    return <WithoutAccount tab="submit" />;
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
    return <WithoutAccount tab="submit" />;
  }
  return (
    <Card>
      <Skeleton lines={6} />
    </Card>
  );
});
