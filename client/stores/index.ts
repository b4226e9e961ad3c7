import type { Cloud } from '../cloud';
import { type OpenFile, openFile } from '../device/open-file';
import { type DeviceStorage, deviceStorage } from '../device/storage';
import { DisplayStore } from './display';
import { cloud, forgetPerson } from './door';
import { MembersStore } from './members';
import { ModesStore } from './modes';
import { OverviewStore } from './overview';
import { RegistryStore } from './registry';
import { ScopeStore } from './scope';
import { ScoreDetailsStore } from './score-details';
import { SessionStore } from './session';
import { SubmissionStore } from './submission';
import { TodoStore } from './todo';

/** Everything that screens observe, over one door and one device. */
export function createStores(cloud: Cloud, storage: DeviceStorage, openFile: OpenFile) {
  const session = new SessionStore(cloud, storage);
  const overview = new OverviewStore(cloud, storage);
  const details = new ScoreDetailsStore(cloud);
  const submission = new SubmissionStore(cloud, storage, ({ accountId, period }) => {
    overview.invalidate(accountId, period);
    details.forget();
  });
  const members = new MembersStore(cloud, () => {
    void session.loadMemberships();
    void session.open(true);
  });
  const registry = new RegistryStore(cloud, openFile);
  const modes = new ModesStore(cloud, openFile);
  const scope = new ScopeStore(cloud);
  const todo = new TodoStore(cloud);
  const display = new DisplayStore(storage);

  /** Another person is here: nothing of the one before stays in memory. */
  const changePerson = () => {
    session.leave();
    overview.leave();
    details.forget();
    submission.reset();
    members.leave();
    registry.leave();
    modes.leave();
    scope.leave();
    todo.leave();
    forgetPerson();
  };
  return {
    session,
    overview,
    details,
    submission,
    members,
    registry,
    modes,
    scope,
    todo,
    display,
    changePerson,
  };
}

export const stores = createStores(cloud, deviceStorage, openFile);
