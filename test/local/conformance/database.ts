import type { sdk } from '../started';

export type Database = ReturnType<ReturnType<typeof sdk>['database']>;
