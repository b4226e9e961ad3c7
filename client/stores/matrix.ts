import { makeAutoObservable } from 'mobx';
import type { MatrixRow, Neighbourhood, StoredStatement } from '../../typings/matrix';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Paged } from './paged';
import { Resource } from './resource';

/** 微信矩阵: one account with what lies around it, and the table of a scope. */
export class MatrixStore {
  readonly around = new Resource<Neighbourhood>();
  readonly table = new Paged<MatrixRow>();
  readonly saved = new Resource<StoredStatement>();
  readonly sheet: FileToOpen;

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.sheet = new FileToOpen(openFile);
    makeAutoObservable<MatrixStore, 'cloud'>(this, { cloud: false });
  }

  async open(accountId: string): Promise<void> {
    if (this.around.value?.account.accountId !== accountId) this.around.clear();
    await this.around.load(() => this.cloud.call('matrix.neighbourhood', { accountId }));
  }

  showTable(): Promise<void> {
    return this.table.start((cursor) => this.cloud.call('matrix.table', { cursor }));
  }

  export(): Promise<void> {
    const account = this.around.value?.account;
    if (!account) return Promise.resolve();
    return this.sheet.open({ name: `${account.name}矩阵`, kind: 'xlsx' }, () =>
      this.cloud.call('matrix.export', { accountId: account.accountId }),
    );
  }

  /** Takes a menu over as WeChat's interface answers it; links stated elsewhere stay. */
  async importMenu(accountId: string, text: string): Promise<boolean> {
    if (this.saved.loading) return false;
    const saved = await this.saved.load(async () => {
      const read = await this.cloud.call('matrix.readMenu', { text });
      if (!read.ok) return read;
      const standing = await this.cloud.call('matrix.statement', { accountId });
      if (!standing.ok) return standing;
      return this.cloud.call('matrix.save', {
        requestKey: requestKey(),
        accountId,
        statement: { menu: read.data.menu, links: standing.data?.links ?? [] },
        basedOnRevision: standing.data?.revision ?? 0,
      });
    });
    if (saved) await this.open(accountId);
    return saved !== null;
  }

  leave(): void {
    this.around.clear();
    this.table.clear();
    this.saved.clear();
    this.sheet.clear();
  }
}
