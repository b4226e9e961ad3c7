import { openFile } from '../../device/open-file';
import { cloud, forgettingPersons } from '../door';
import { InspectingStore } from '../inspecting';
import { InspectionRecordStore } from '../inspection-record';
import { InspectionsStore } from '../inspections';
import { OwnInspectionsStore } from '../own-inspections';
import { RectificationsStore } from '../rectifications';
import { UpdateForecastsStore } from '../update-forecasts';

/** Made here, so that the stores are no part of the main package. */
export const inspections = forgettingPersons(new InspectionsStore(cloud, openFile));
export const inspectionRecord = forgettingPersons(new InspectionRecordStore(cloud, openFile));
export const updateForecasts = forgettingPersons(new UpdateForecastsStore(cloud, openFile));
export const inspecting = forgettingPersons(new InspectingStore(cloud));
export const ownInspections = forgettingPersons(new OwnInspectionsStore(cloud));
export const rectifications = forgettingPersons(new RectificationsStore(cloud, openFile));
