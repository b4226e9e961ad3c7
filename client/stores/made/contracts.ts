import { openFile } from '../../device/open-file';
import { ContractsStore } from '../contracts';
import { cloud, forgettingPersons } from '../door';

/** Made here, so that the store is no part of the main package. */
export const contracts = forgettingPersons(new ContractsStore(cloud, openFile));
