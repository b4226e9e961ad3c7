import { makeAutoObservable } from 'mobx';
import type { AcceptanceDecision, DecidedSettlement } from '../../typings/acceptance';
import type { ActionInput } from '../../typings/api';
import type { ContractForm } from '../../typings/contract-form';
import type {
  ContractAlert,
  ContractDetail,
  ContractInput,
  ContractListing,
} from '../../typings/contracts';
import type { KpiMetric } from '../../typings/kpis';
import type { PeriodId } from '../../typings/vocabulary';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { periodLabel } from '../periods';
import { FileToOpen } from './file-to-open';
import { Resource } from './resource';

/** 合同: those in reach, one of them with its state, and what is written of it. */
export class ContractsStore {
  readonly page = new Resource<{ items: ContractListing[]; next: string | null }>();
  readonly alerts = new Resource<{ alerts: ContractAlert[]; more: boolean }>();
  readonly detail = new Resource<ContractDetail>();
  readonly form = new Resource<ContractForm>();
  readonly saved = new Resource<ContractDetail>();
  readonly reported = new Resource<ContractDetail>();
  readonly decided = new Resource<ContractDetail>();
  readonly sheet: FileToOpen;
  found: ContractListing[] = [];
  private accountId: string | undefined;

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.sheet = new FileToOpen(openFile);
    makeAutoObservable<ContractsStore, 'cloud' | 'accountId'>(this, {
      cloud: false,
      accountId: false,
    });
  }

  /** Lists contracts, of one account where named; who watches them is told what to look at. */
  async list(accountId: string | undefined, watches: boolean): Promise<void> {
    this.accountId = accountId;
    const asked = accountId === undefined ? {} : { accountId };
    const [page] = await Promise.all([
      this.page.load(() => this.cloud.call('contracts.list', asked)),
      watches ? this.alerts.load(() => this.cloud.call('contracts.alerts', asked)) : null,
    ]);
    if (page) this.show(page.items);
  }

  get hasMore(): boolean {
    return this.page.value?.next != null;
  }

  async more(): Promise<void> {
    const cursor = this.page.value?.next;
    if (!cursor || this.page.loading) return;
    const before = this.found;
    const { accountId } = this;
    const page = await this.page.load(() =>
      this.cloud.call('contracts.list', {
        ...(accountId === undefined ? {} : { accountId }),
        cursor,
      }),
    );
    if (page) this.show([...before, ...page.items]);
  }

  async open(contractId: string): Promise<void> {
    if (this.detail.value?.contract.id !== contractId) this.detail.clear();
    this.saved.clear();
    this.reported.clear();
    this.decided.clear();
    this.sheet.clear();
    await this.detail.load(() => this.cloud.call('contracts.get', { contractId }));
  }

  async openForm(accountId: string): Promise<void> {
    this.saved.clear();
    await this.form.load(() => this.cloud.call('contracts.form', { accountId }));
  }

  /** Stores a contract, new or changed; answers with its id, or null when it was refused. */
  async save(
    contract: ContractInput,
    written: Pick<ActionInput<'contracts.save'>, 'requestKey' | 'contractId' | 'reason'>,
  ): Promise<string | null> {
    const standing = written.contractId === undefined ? null : this.detail.value;
    const basedOnRevision = standing?.contract.revision ?? 0;
    const saved = await this.saved.load(() =>
      this.cloud.call('contracts.save', { ...written, contract, basedOnRevision }),
    );
    if (!saved) return null;
    this.detail.show(saved);
    return saved.contract.id;
  }

  /** Reports the vendor's own figures of a period; answers whether they were taken. */
  async report(
    accountId: string,
    period: PeriodId,
    figures: { [K in KpiMetric]?: number | null },
  ): Promise<boolean> {
    const detail = this.detail.value;
    if (!detail || this.reported.loading) return false;
    const before = detail.reports.find(
      (one) => one.accountId === accountId && one.period === period,
    );
    const key = requestKey();
    const reported = await this.reported.load(() =>
      this.cloud.call('contracts.report', {
        requestKey: key,
        contractId: detail.contract.id,
        accountId,
        period,
        figures,
        basedOnRevision: before?.revision ?? 0,
      }),
    );
    if (reported) this.detail.show(reported);
    return reported !== null;
  }

  /** Decides on a settlement as it is shown; answers whether the decision was taken. */
  async decide(
    { period, checksum, acceptance }: DecidedSettlement,
    { decision, reason }: { decision: AcceptanceDecision; reason: string },
  ): Promise<boolean> {
    const contractId = this.detail.value?.contract.id;
    if (contractId === undefined || this.decided.loading) return false;
    const said = reason.trim();
    const decided = await this.decided.load(() =>
      this.cloud.call('contracts.decide', {
        requestKey: requestKey(),
        contractId,
        period,
        decision,
        ...(said === '' ? {} : { reason: said }),
        seen: checksum,
        basedOnRevision: acceptance?.revision ?? 0,
      }),
    );
    if (decided) this.detail.show(decided);
    return decided !== null;
  }

  /** Opens the acceptance sheet of a settlement. */
  async openSheet(period: PeriodId, kind: 'docx' | 'xlsx'): Promise<void> {
    const detail = this.detail.value;
    if (!detail) return;
    const { contract, listing } = detail;
    const name = `验收单-${listing.accountNames[0] ?? ''}-${periodLabel(period)}`;
    await this.sheet.open({ name, kind }, () =>
      this.cloud.call('contracts.acceptance', { contractId: contract.id, period, format: kind }),
    );
  }

  leave(): void {
    this.found = [];
    this.sheet.clear();
    for (const resource of [
      this.page,
      this.alerts,
      this.detail,
      this.form,
      this.saved,
      this.reported,
      this.decided,
    ]) {
      resource.clear();
    }
  }

  private show(contracts: ContractListing[]): void {
    this.found = contracts;
  }
}
