import type { Page, SheetPart } from '../answer';
import type { Account, AccountInput, RegionChoice, RegistryPreview } from '../registry';
import type { AccountKind, Day, Department, Level, RegionCode } from '../vocabulary';

export interface AccountFilter {
  /** part of a name, a WeChat id or an agency's name */
  query?: string;
  levels?: Level[];
  regionPrefix?: RegionCode;
  department?: Department;
  kind?: AccountKind;
  status?: 'active' | 'closed';
  cursor?: string;
}

export interface AccountsApi {
  'accounts.mine': (input: Record<string, never>) => { accounts: Account[] };
  'accounts.get': (input: { accountId: string }) => Account;
  'accounts.search': (input: AccountFilter) => Page<Account>;
  /** the accounts found, in the columns of the import's template */
  'accounts.export': (input: AccountFilter) => SheetPart;
  'accounts.save': (input: {
    requestKey: string;
    accountId?: string;
    account: AccountInput;
  }) => Account;
  'accounts.close': (input: { accountId: string; closedOn: Day; reason: string }) => Account;
  'accounts.previewImport': (input: { fileId: string }) => RegistryPreview;
  'accounts.applyImport': (input: { requestKey: string; fileId: string; digest: string }) => {
    added: number;
    changed: number;
    unchanged: number;
  };
  'accounts.template': (input: Record<string, never>) => { url: string };
  /** the regions just below one, or the provinces, by name */
  'accounts.regions': (input: { within?: RegionCode }) => { regions: RegionChoice[] };
}
