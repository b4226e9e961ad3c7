import { handler } from '../handler';
import type { ActionTable } from '../handler/action';
import { applying } from './datasets/applying';
import { continueBuilds } from './datasets/build';
import { deciding } from './datasets/deciding';
import { reading } from './datasets/reading';
import { releasing } from './datasets/releasing';

export const actions = {
  ...reading,
  ...applying,
  ...releasing,
  ...deciding,
} satisfies ActionTable<'datasets'>;

export const main = handler('datasets', actions, { build: continueBuilds });
