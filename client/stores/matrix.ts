import { makeAutoObservable } from 'mobx';
import type {
  MatrixRow,
  MatrixStatement,
  Neighbourhood,
  RegionCoverage,
  RegionMap,
  StoredStatement,
} from '../../typings/matrix';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Paged } from './paged';
import { Resource } from './resource';
import { SheetInParts } from './sheet-in-parts';

/** Stands for the whole country. */
export const country = '000000';

/** 微信矩阵: one account with what lies around it, and the table of a scope. */
export class MatrixStore {
  readonly around = new Resource<Neighbourhood>();
  readonly further = new Resource<Neighbourhood>();
  readonly map = new Resource<RegionMap>();
  readonly coverage = new Resource<RegionCoverage>();
  readonly statement = new Resource<{ standing: StoredStatement | null }>();
  readonly table = new Paged<MatrixRow>();
  readonly saved = new Resource<StoredStatement>();
  readonly sheet: FileToOpen;
  readonly tableSheet: SheetInParts;
  /** revision of the statement that is being changed */
  private basedOn: number | null = null;
  /** of what is written over it: the same however often it is sent */
  private saving = '';

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.sheet = new FileToOpen(openFile);
    this.tableSheet = new SheetInParts(openFile);
    makeAutoObservable<MatrixStore, 'cloud' | 'basedOn' | 'saving'>(this, {
      cloud: false,
      basedOn: false,
      saving: false,
    });
  }

  async open(accountId: string): Promise<void> {
    if (this.around.value?.account.accountId !== accountId) this.around.clear();
    await this.around.load(() => this.cloud.call('matrix.neighbourhood', { accountId }));
  }

  /** Adds the next page of subordinates to those shown. */
  async moreSubordinates(): Promise<void> {
    const before = this.around.value;
    const cursor = before?.moreSubordinates;
    if (!before || !cursor || this.further.loading) return;
    const { accountId } = before.account;
    const page = await this.further.load(() =>
      this.cloud.call('matrix.neighbourhood', { accountId, cursor }),
    );
    if (!page || this.around.value !== before) return;
    const known = new Set(before.subordinates.map((one) => one.accountId));
    const more = page.subordinates.filter((one) => !known.has(one.accountId));
    this.around.show({
      ...before,
      subordinates: [...before.subordinates, ...more],
      moreSubordinates: page.moreSubordinates,
    });
  }

  async openRegion(region: string): Promise<void> {
    if (this.map.value?.region !== region) {
      this.map.clear();
      this.coverage.clear();
    }
    await Promise.all([
      this.map.load(() => this.cloud.call('matrix.map', { region })),
      region === country
        ? undefined
        : this.coverage.load(() => this.cloud.call('matrix.coverage', { region })),
    ]);
  }

  /** What an account states now, to be changed by hand; `null` when it could not be asked for. */
  async openStatement(accountId: string): Promise<MatrixStatement | null> {
    this.saved.clear();
    this.basedOn = null;
    const read = await this.statement.load(async () => {
      const standing = await this.cloud.call('matrix.statement', { accountId });
      return standing.ok ? { ok: true, data: { standing: standing.data } } : standing;
    });
    if (!read) return null;
    this.basedOn = read.standing?.revision ?? 0;
    this.saving = requestKey();
    return read.standing ?? { menu: [], links: [] };
  }

  /** Saves what was written by hand over what was seen; answers whether it was saved. */
  async saveStatement(accountId: string, statement: MatrixStatement): Promise<boolean> {
    const { basedOn, saving } = this;
    if (basedOn === null || this.saved.loading) return false;
    const input = { requestKey: saving, accountId, statement, basedOnRevision: basedOn };
    return (await this.saved.load(() => this.cloud.call('matrix.save', input))) !== null;
  }

  exportTable(): Promise<void> {
    return this.tableSheet.open('微信矩阵', 'table', (cursor) =>
      this.cloud.call('matrix.exportTable', { cursor }),
    );
  }

  exportMap(): Promise<void> {
    const region = this.map.value?.region;
    if (!region) return Promise.resolve();
    return this.sheet.open({ name: '地域覆盖', kind: 'xlsx' }, () =>
      this.cloud.call('matrix.exportMap', { region }),
    );
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
    const { around, further, map, coverage, statement, saved } = this;
    for (const one of [around, further, map, coverage, statement, saved]) one.clear();
    this.table.clear();
    this.basedOn = null;
    this.sheet.clear();
    this.tableSheet.clear();
  }
}
