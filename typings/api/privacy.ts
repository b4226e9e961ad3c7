import type { Erasure, PersonalField } from '../privacy';

export interface PrivacyApi {
  'privacy.inventory': (input: Record<string, never>) => { fields: PersonalField[] };
  /** everything kept of the caller, as a file */
  'privacy.export': (input: Record<string, never>) => { url: string; records: number };
  'privacy.erase': (input: { confirm: '注销' }) => Erasure;
}
