import { openFile } from '../../device/open-file';
import { cloud, forgettingPersons } from '../door';
import { ReportsStore } from '../reports';

/** Made here, so that the store is no part of the main package. */
export const reports = forgettingPersons(new ReportsStore(cloud, openFile));
