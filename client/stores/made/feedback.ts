import { cloud, forgettingPersons } from '../door';
import { FeedbackStore } from '../feedback';

/** Made here, so that the store is no part of the main package. */
export const feedback = forgettingPersons(new FeedbackStore(cloud));
