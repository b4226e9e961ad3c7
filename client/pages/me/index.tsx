import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Screen } from '../../components/Screen';
import { PersonSwitch } from '../../preview/PersonSwitch';
import { stores } from '../../stores';
import { AboutCard } from './AboutCard';
import { AccountsCard } from './AccountsCard';
import { InvitationCard } from './InvitationCard';
import { MembershipsCard } from './MembershipsCard';
import { TodoCard } from './TodoCard';
import { TypeSizeCard } from './TypeSizeCard';
import { WorkCards } from './WorkCards';
import './index.scss';

const { session, todo, display, changePerson } = stores;

async function show(): Promise<void> {
  await Promise.all([session.open(), session.loadMemberships(), todo.load()]);
}

export default observer(function MePage() {
  useDidShow(() => void show());

  return (
    <Screen scale={display.scale}>
      <TodoCard />
      <MembershipsCard />
      <AccountsCard />
      <WorkCards />
      <InvitationCard />
      <TypeSizeCard />
      {GATEWAY !== null && (
        <PersonSwitch
          gateway={GATEWAY}
          onChange={() => {
            changePerson();
            void show();
          }}
        />
      )}
      <AboutCard />
    </Screen>
  );
});
