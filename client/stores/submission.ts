import { makeAutoObservable, runInAction } from 'mobx';
import type { ApiError } from '../../typings/answer';
import type { IntakePreview, SubmissionReceipt } from '../../typings/submission';
import type { Day, MetricName, PeriodId } from '../../typings/vocabulary';
import { type Cloud, requestKey } from '../cloud';
import type { LocalFile } from '../device/local-file';
import type { DeviceStorage } from '../device/storage';
import { FigureForm } from './figure-form';
import { RunningThrough } from './running-through';
import { submissionDrafts } from './submission-draft';
import { type Asked, askFor } from './submission-questions';
import { Uploads } from './uploads';

export type SubmissionStep = 'choose' | 'fill' | 'confirm' | 'receipt';

/** 数据填报: choose → fill → confirm → receipt, for one account and period. */
export class SubmissionStore {
  readonly form = new FigureForm();
  readonly through = new RunningThrough();
  readonly uploads: Uploads;
  step: SubmissionStep = 'choose';
  accountId: string | null = null;
  period: PeriodId | null = null;
  preview: IntakePreview | null = null;
  basedOnRevision = 0;
  reason = '';
  receipt: SubmissionReceipt | null = null;
  error: ApiError | null = null;
  busy: 'uploading' | 'reading' | 'submitting' | null = null;
  /** a draft was found and taken up again */
  restored = false;
  private key = '';
  private readonly drafts;

  constructor(
    private readonly cloud: Cloud,
    storage: DeviceStorage,
    private readonly onSubmitted: (receipt: SubmissionReceipt) => void,
  ) {
    this.uploads = new Uploads(cloud);
    this.drafts = submissionDrafts(storage);
    makeAutoObservable<SubmissionStore, 'cloud' | 'drafts' | 'onSubmitted' | 'key'>(this, {
      cloud: false,
      drafts: false,
      onSubmitted: false,
      key: false,
    });
  }

  /** Starts on an account: from its draft where one was kept, else from the period given. */
  async open(accountId: string, period: PeriodId): Promise<void> {
    if (this.accountId === accountId) return;
    this.start(accountId, period);
    const draft = await this.drafts.load(accountId);
    if (!draft || this.accountId !== accountId) return;
    runInAction(() => {
      this.period = draft.period;
      this.uploads.replace(draft.files);
      this.reason = draft.reason;
      this.through.state(draft.through ?? null);
      this.form.restore(draft.text);
      this.restored = true;
    });
    await this.fill();
  }

  /** Changes the period and starts over in it. */
  choosePeriod(period: PeriodId): void {
    if (period !== this.period) this.start(this.accountId, period);
  }

  /** Uploads what was picked, then reads it; a file that cannot be read is not kept. */
  async addFiles(picked: LocalFile[]): Promise<void> {
    if (picked.length === 0) return;
    const before = this.uploads.files;
    this.begin('uploading');
    const error = await this.uploads.add(picked);
    if (error) this.fail(error);
    else if (await this.fill()) this.keepDraft();
    else this.uploads.replace(before);
  }

  /** Takes a file back out and reads what is left. */
  async removeFile(fileId: string): Promise<void> {
    this.uploads.remove(fileId);
    this.keepDraft();
    await this.fill();
  }

  /** Asks what the period needs, for the files that are there. */
  async fill(): Promise<boolean> {
    const { accountId, period } = this;
    if (!accountId || !period) return false;
    this.begin('reading');
    const { fileIds } = this.uploads;
    const { stated: through } = this.through;
    const answer = await askFor(this.cloud, { accountId, period }, { fileIds, through });
    const isAsked = accountId === this.accountId && period === this.period;
    if (!isAsked || through !== this.through.stated) return false;
    return answer.ok ? this.ask(answer.data) : this.fail(answer.error);
  }

  type(metric: MetricName, text: string): void {
    this.form.type(metric, text);
    this.keepDraft();
  }

  repeatPrevious(metric: MetricName): void {
    this.form.repeatPrevious(metric);
    this.keepDraft();
  }

  explain(reason: string): void {
    this.reason = reason;
    this.keepDraft();
  }

  /** The longest gap in the files is told to that day, so they are read anew. */
  async stateThrough(day: Day): Promise<void> {
    this.through.state(day);
    this.keepDraft();
    if (this.preview) await this.fill();
  }

  /** A correction says why. */
  get needsReason(): boolean {
    return this.basedOnRevision > 0;
  }

  /** Goes on to reading it over, unless a field is wrong. */
  review(): boolean {
    if (this.form.read() === null) return false;
    if (this.needsReason && this.reason.trim() === '') {
      this.error = {
        code: 'invalid',
        message: '这一期已有数据，请写明更正原因。',
        fields: { reason: '例如：补录留言回复数。' },
      };
      return false;
    }
    this.error = null;
    this.step = 'confirm';
    this.key = requestKey();
    return true;
  }

  back(): void {
    this.error = null;
    this.step = this.step === 'confirm' ? 'fill' : 'choose';
  }

  /** Sends what was read over; sending it again after a lost answer stores it once. */
  async submit(): Promise<void> {
    const { accountId, period } = this;
    const form = this.form.read();
    const { day: through } = this.through;
    if (!accountId || !period || !form || this.busy) return;
    this.begin('submitting');
    const answer = await this.cloud.call('submissions.submit', {
      requestKey: this.key,
      accountId,
      period,
      fileIds: this.uploads.fileIds,
      form,
      basedOnRevision: this.basedOnRevision,
      ...(through === null ? {} : { through }),
      ...(this.needsReason ? { reason: this.reason.trim() } : {}),
    });
    if (!answer.ok) {
      this.fail(answer.error);
      return;
    }
    runInAction(() => {
      this.busy = null;
      this.receipt = answer.data;
      this.step = 'receipt';
    });
    void this.drafts.drop(accountId);
    this.onSubmitted(answer.data);
  }

  /** Throws the draft away and starts over in the same period. */
  discard(): void {
    if (this.accountId) void this.drafts.drop(this.accountId);
    this.start(this.accountId, this.period);
  }

  /** Forgets everything in memory; drafts stay on the device. */
  reset(): void {
    this.start(null, null);
  }

  private start(accountId: string | null, period: PeriodId | null): void {
    this.accountId = accountId;
    this.period = period;
    this.form.clear();
    this.uploads.replace([]);
    this.preview = null;
    this.receipt = null;
    this.error = null;
    this.busy = null;
    this.step = 'choose';
    this.basedOnRevision = 0;
    this.through.clear();
    this.reason = '';
    this.restored = false;
  }

  private ask({ fields, revision, running, preview }: Asked): true {
    this.preview = preview;
    this.through.ask(running);
    this.form.ask(fields);
    this.basedOnRevision = revision;
    this.busy = null;
    this.step = 'fill';
    return true;
  }

  private begin(busy: SubmissionStore['busy']): void {
    this.busy = busy;
    this.error = null;
  }

  private fail(error: ApiError): false {
    this.busy = null;
    this.error = error;
    if (error.fields) {
      this.form.markErrors(error.fields);
      if (this.form.firstError) this.step = 'fill';
    }
    return false;
  }

  private keepDraft(): void {
    if (!this.accountId || !this.period) return;
    const { stated } = this.through;
    void this.drafts.save(this.accountId, {
      period: this.period,
      files: this.uploads.files.map(({ fileId, name }) => ({ fileId, name })),
      text: { ...this.form.text },
      reason: this.reason,
      ...(stated === null ? {} : { through: stated }),
    });
  }
}
