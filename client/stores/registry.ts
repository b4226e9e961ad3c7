import { makeAutoObservable, runInAction } from 'mobx';
import type { AccountFilter } from '../../typings/api';
import type { Account, AccountInput, RegistryPreview } from '../../typings/registry';
import { type Cloud, requestKey } from '../cloud';
import type { LocalFile } from '../device/local-file';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Resource } from './resource';
import { SheetInParts } from './sheet-in-parts';

type AppliedImport = { added: number; changed: number; unchanged: number };

/** 账号登记: search, one account, and the import of many. */
export class RegistryStore {
  readonly page = new Resource<{ items: Account[]; next: string | null }>();
  readonly account = new Resource<Account>();
  readonly saved = new Resource<Account>();
  readonly template: FileToOpen;
  readonly sheet: SheetInParts;
  readonly preview = new Resource<RegistryPreview>();
  readonly applied = new Resource<AppliedImport>();
  found: Account[] = [];
  private fileId: string | null = null;
  private filter: AccountFilter = {};

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.template = new FileToOpen(openFile);
    this.sheet = new SheetInParts(openFile);
    makeAutoObservable<RegistryStore, 'cloud' | 'fileId' | 'filter'>(this, {
      cloud: false,
      fileId: false,
      filter: false,
    });
  }

  /** Starts a new search; the rows found before stay until the new ones are there. */
  async search(filter: AccountFilter): Promise<void> {
    this.filter = filter;
    const page = await this.page.load(() => this.cloud.call('accounts.search', filter));
    if (page) this.show(page.items);
  }

  /** The accounts of the last search as a table. */
  exportFound(): Promise<void> {
    const { filter } = this;
    return this.sheet.open('账号', JSON.stringify(filter), (cursor) =>
      this.cloud.call('accounts.export', { ...filter, cursor }),
    );
  }

  get hasMore(): boolean {
    return this.page.value?.next != null;
  }

  /** Adds the next page to the rows. */
  async more(): Promise<void> {
    const cursor = this.page.value?.next;
    if (!cursor || this.page.loading) return;
    const before = this.found;
    const page = await this.page.load(() =>
      this.cloud.call('accounts.search', { ...this.filter, cursor }),
    );
    if (page) this.show([...before, ...page.items]);
  }

  async open(accountId: string): Promise<void> {
    if (this.account.value?.id !== accountId) this.account.clear();
    this.saved.clear();
    await this.account.load(() => this.cloud.call('accounts.get', { accountId }));
  }

  /** Stores an account, new or changed; answers whether it was stored. */
  async save(account: AccountInput, accountId: string | undefined, key: string): Promise<boolean> {
    const saved = await this.saved.load(() =>
      this.cloud.call('accounts.save', { requestKey: key, accountId, account }),
    );
    if (!saved) return false;
    this.account.show(saved);
    return true;
  }

  async openTemplate(): Promise<void> {
    const file = { name: '账号登记模板', kind: 'xlsx' as const };
    await this.template.open(file, () => this.cloud.call('accounts.template', {}));
  }

  /** Uploads a sheet and shows what it would change; nothing is stored yet. */
  async previewImport(file: LocalFile): Promise<void> {
    this.applied.clear();
    this.preview.clear();
    await this.preview.load(async () => {
      const upload = await this.cloud.upload(file);
      if (!upload.ok) return upload;
      const { fileId } = upload.data;
      runInAction(() => {
        this.fileId = fileId;
      });
      return this.cloud.call('accounts.previewImport', { fileId });
    });
  }

  /** Stores exactly what was previewed. */
  async applyImport(): Promise<void> {
    const { fileId } = this;
    const digest = this.preview.value?.digest;
    if (!fileId || !digest || this.applied.loading) return;
    const key = requestKey();
    await this.applied.load(() =>
      this.cloud.call('accounts.applyImport', { requestKey: key, fileId, digest }),
    );
  }

  /** Forgets the import, so that another sheet can be chosen. */
  startOver(): void {
    this.fileId = null;
    this.preview.clear();
    this.applied.clear();
  }

  leave(): void {
    this.found = [];
    this.page.clear();
    this.account.clear();
    this.saved.clear();
    this.template.clear();
    this.sheet.clear();
    this.startOver();
  }

  private show(accounts: Account[]): void {
    this.found = accounts;
  }
}
