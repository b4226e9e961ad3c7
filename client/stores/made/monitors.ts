import { cloud, forgettingPersons } from '../door';
import { MonitorsStore } from '../monitors';

/** Made here, so that the store is no part of the main package. */
export const monitors = forgettingPersons(new MonitorsStore(cloud));
