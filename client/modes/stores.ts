import { cloud, forgettingPersons } from '../stores/door';
import { ModeSensitivityStore } from '../stores/mode-sensitivity';
import { ModeWeightsStore } from '../stores/mode-weights';

/** What these pages alone observe. */
export const modeWeights = forgettingPersons(new ModeWeightsStore(cloud));
export const modeSensitivity = forgettingPersons(new ModeSensitivityStore(cloud));
