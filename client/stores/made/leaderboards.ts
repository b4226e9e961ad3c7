import { openFile } from '../../device/open-file';
import { cloud, forgettingPersons } from '../door';
import { LeaderboardsStore } from '../leaderboards';
import { PublishingStore } from '../publishing';
import { RecomputationsStore } from '../recomputations';

/** Made here, so that the stores are no part of the main package. */
export const leaderboards = forgettingPersons(new LeaderboardsStore(cloud, openFile));
export const recomputations = forgettingPersons(new RecomputationsStore(cloud));
export const publishing = forgettingPersons(new PublishingStore(cloud));
