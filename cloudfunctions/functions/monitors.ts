import { handler } from '../handler';
import type { ActionTable } from '../handler/action';
import { looking } from './monitors/looking';
import { words } from './monitors/words';

export const actions = { ...looking, ...words } satisfies ActionTable<'monitors'>;

export const main = handler('monitors', actions);
