import { openFile } from '../../device/open-file';
import { cloud, forgettingPersons } from '../door';
import { LeaderboardsStore } from '../leaderboards';

/** Made here, so that the store is no part of the main package. */
export const leaderboards = forgettingPersons(new LeaderboardsStore(cloud, openFile));
