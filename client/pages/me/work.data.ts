import type { Role } from '../../../typings/vocabulary';

interface Work {
  label: string;
  note: string;
  /** page to open */
  url: string;
}

/** What each role comes for beyond the four tabs, in the order shown. */
export const work: Record<Role, Work[]> = {
  staff: [],
  supervisor: [],
  vendor: [],
  researcher: [],
};
