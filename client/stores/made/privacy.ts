import { cloud, forgettingPersons } from '../door';
import { PrivacyStore } from '../privacy';

/** Made here, so that the store is no part of the main package. */
export const privacy = forgettingPersons(new PrivacyStore(cloud));
