import { cloud } from '../door';
import { RegionsStore } from '../regions';

/** Made here, so that the store is no part of the main package. */
export const regions = new RegionsStore(cloud);
