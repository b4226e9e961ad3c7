import { openFile } from '../../device/open-file';
import { cloud, forgettingPersons } from '../door';
import { InspectingStore } from '../inspecting';
import { InspectionsStore } from '../inspections';
import { OwnInspectionsStore } from '../own-inspections';
import { RectificationsStore } from '../rectifications';

/** Made here, so that the stores are no part of the main package. */
export const inspections = forgettingPersons(new InspectionsStore(cloud, openFile));
export const inspecting = forgettingPersons(new InspectingStore(cloud));
export const ownInspections = forgettingPersons(new OwnInspectionsStore(cloud));
export const rectifications = forgettingPersons(new RectificationsStore(cloud, openFile));
