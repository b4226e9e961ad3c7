import { makeAutoObservable } from 'mobx';
import type { ActionInput, ActionOutput } from '../../typings/api';
import type { FilingGap, ProcedureDetail, ProcedureSummary } from '../../typings/lifecycle';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Paged } from './paged';
import { Resource } from './resource';
import { SheetInParts } from './sheet-in-parts';

type Deciding = ActionInput<'lifecycle.decide'>['act'];
type Reporting = ActionInput<'lifecycle.report'>['act'];
type FilingAct = ActionInput<'lifecycle.file'>['act'];

/** 备案与变更: procedures in scope or of an account, one of them, and the gaps in filing. */
export class LifecycleStore {
  readonly list = new Paged<ProcedureSummary>();
  readonly gaps = new Paged<FilingGap>();
  readonly ofAccount = new Resource<ActionOutput<'lifecycle.ofAccount'>>();
  readonly detail = new Resource<ProcedureDetail>();
  readonly acted = new Resource<ProcedureDetail>();
  /** a form to be opened */
  readonly form: FileToOpen;
  /** a list to be opened as a table */
  readonly sheet: SheetInParts;
  private applying = requestKey();

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.form = new FileToOpen(openFile);
    this.sheet = new SheetInParts(openFile);
    makeAutoObservable<LifecycleStore, 'cloud' | 'applying'>(this, {
      cloud: false,
      applying: false,
    });
  }

  showList(show: ActionInput<'lifecycle.list'>['show']): Promise<void> {
    return this.list.start((cursor) => this.cloud.call('lifecycle.list', { show, cursor }), show);
  }

  showGaps(show: ActionInput<'lifecycle.gaps'>['show']): Promise<void> {
    return this.gaps.start((cursor) => this.cloud.call('lifecycle.gaps', { show, cursor }), show);
  }

  exportList(show: ActionInput<'lifecycle.exportList'>['show']): Promise<void> {
    return this.sheet.open('办理事项', show, (cursor) =>
      this.cloud.call('lifecycle.exportList', { show, cursor }),
    );
  }

  exportGaps(show: ActionInput<'lifecycle.exportGaps'>['show']): Promise<void> {
    return this.sheet.open('备案缺口', show, (cursor) =>
      this.cloud.call('lifecycle.exportGaps', { show, cursor }),
    );
  }

  async openAccount(accountId: string): Promise<void> {
    await this.ofAccount.load(() => this.cloud.call('lifecycle.ofAccount', { accountId }));
  }

  async open(procedureId: string): Promise<void> {
    if (this.detail.value?.id !== procedureId) this.detail.clear();
    this.acted.clear();
    await this.detail.load(() => this.cloud.call('lifecycle.get', { procedureId }));
  }

  /** Applies once however often it is pressed; answers with the procedure's id. */
  async apply(
    accountId: string,
    application: ActionInput<'lifecycle.apply'>['application'],
  ): Promise<string | null> {
    if (this.acted.loading) return null;
    const key = this.applying;
    const opened = await this.acted.load(() =>
      this.cloud.call('lifecycle.apply', { requestKey: key, accountId, application }),
    );
    if (opened) this.applying = requestKey();
    return opened?.id ?? null;
  }

  decide(act: Deciding): Promise<void> {
    return this.act((common) => this.cloud.call('lifecycle.decide', { ...common, act }));
  }

  report(act: Reporting): Promise<void> {
    return this.act((common) => this.cloud.call('lifecycle.report', { ...common, act }));
  }

  file(act: FilingAct): Promise<void> {
    return this.act((common) => this.cloud.call('lifecycle.file', { ...common, act }));
  }

  openForm(): Promise<void> {
    const detail = this.detail.value;
    if (!detail) return Promise.resolve();
    return this.form.open({ name: `${detail.accountName}备案登记表`, kind: 'docx' }, () =>
      this.cloud.call('lifecycle.form', { procedureId: detail.id }),
    );
  }

  leave(): void {
    this.list.clear();
    this.gaps.clear();
    for (const resource of [this.ofAccount, this.detail, this.acted]) resource.clear();
    this.form.clear();
    this.sheet.clear();
  }

  private async act(
    call: (common: {
      requestKey: string;
      procedureId: string;
      sequence: number;
    }) => ReturnType<typeof this.cloud.call<'lifecycle.get'>>,
  ): Promise<void> {
    const detail = this.detail.value;
    if (!detail || this.acted.loading) return;
    const common = {
      requestKey: requestKey(),
      procedureId: detail.id,
      sequence: detail.sequence,
    };
    const after = await this.acted.load(() => call(common));
    if (after) this.detail.show(after);
  }
}
