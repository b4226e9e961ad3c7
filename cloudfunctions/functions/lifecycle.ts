import { handler } from '../handler';
import type { ActionTable } from '../handler/action';
import { acting } from './lifecycle/acting';
import { reading } from './lifecycle/reading';

export const actions = { ...acting, ...reading } satisfies ActionTable<'lifecycle'>;

export const main = handler('lifecycle', actions);
