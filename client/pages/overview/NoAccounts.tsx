import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { Tag } from '../../components/Tag';
import { roleLabels } from '../../labels.data';
import { stores } from '../../stores';
import { InvitationCard } from '../me/InvitationCard';
import { WorkCards } from '../me/WorkCards';
import { CitizenCard } from './CitizenCard';
import './NoAccounts.scss';

const { session } = stores;

/** 概览 without an account: what one's role comes for, or how someone new begins. */
export const NoAccounts = observer(function NoAccounts() {
  const held = session.memberships.value?.memberships ?? [];
  if (held.length > 0) {
    return (
      <>
        <Card title="您好">
          {held.map(({ id, role, label }) => (
            <Row key={id} label={label} value={<Tag tone="info" text={roleLabels[role]} />} />
          ))}
        </Card>
        <WorkCards />
      </>
    );
  }
  return (
    <>
      <View className="welcome">
        <View className="welcome__title">欢迎使用政微指数</View>
        <View className="welcome__text">
          看清政务微信公众号传播得怎么样、为什么，以及怎样做得更好。
        </View>
      </View>
      <InvitationCard />
      <CitizenCard />
    </>
  );
});
