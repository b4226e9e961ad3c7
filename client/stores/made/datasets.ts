import { DatasetsStore } from '../datasets';
import { cloud, forgettingPersons } from '../door';
import { ReleasesStore } from '../releases';

/** Made here, so that the stores are no part of the main package. */
export const datasets = forgettingPersons(new DatasetsStore(cloud));
export const releases = forgettingPersons(new ReleasesStore(cloud));
