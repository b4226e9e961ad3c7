import { openFile } from '../../device/open-file';
import { cloud, forgettingPersons } from '../door';
import { LifecycleStore } from '../lifecycle';

/** Made here, so that the store is no part of the main package. */
export const lifecycle = forgettingPersons(new LifecycleStore(cloud, openFile));
