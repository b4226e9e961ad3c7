import { openFile } from '../../device/open-file';
import { cloud, forgettingPersons } from '../door';
import { MonitorsStore } from '../monitors';
import { WordListsStore } from '../word-lists';

/** Made here, so that the stores are no part of the main package. */
export const monitors = forgettingPersons(new MonitorsStore(cloud, openFile));
export const wordLists = forgettingPersons(new WordListsStore(cloud, openFile));
