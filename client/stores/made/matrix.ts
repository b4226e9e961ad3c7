import { openFile } from '../../device/open-file';
import { cloud, forgettingPersons } from '../door';
import { MatrixStore } from '../matrix';

/** Made here, so that the store is no part of the main package. */
export const matrix = forgettingPersons(new MatrixStore(cloud, openFile));
