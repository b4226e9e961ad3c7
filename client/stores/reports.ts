import { makeAutoObservable } from 'mobx';
import type { OpenReport, Report, ReportQuery } from '../../typings/reports';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Paged } from './paged';
import { Resource } from './resource';

/** 发展报告: one's own, those published by all, and the one that is open. */
export class ReportsStore {
  readonly own = new Paged<Report>();
  readonly published = new Paged<Report>();
  readonly opened = new Resource<OpenReport>();
  /** what was ordered, taken further, published or taken away last */
  readonly work = new Resource<Report>();
  readonly file: FileToOpen;
  private orderKey = requestKey();
  private publishKey = requestKey();
  private reading = 0;

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.file = new FileToOpen(openFile);
    makeAutoObservable<ReportsStore, 'cloud' | 'orderKey' | 'publishKey' | 'reading'>(this, {
      cloud: false,
      orderKey: false,
      publishKey: false,
      reading: false,
    });
  }

  loadOwn(): Promise<void> {
    return this.own.start((cursor) => this.cloud.call('reports.list', pageFrom(cursor)));
  }

  loadPublished(): Promise<void> {
    return this.published.start((cursor) => this.cloud.call('reports.published', pageFrom(cursor)));
  }

  /** Begins a report; answers with its id, or null when it was refused. Sent again, it stays one. */
  async order(query: ReportQuery): Promise<string | null> {
    const { orderKey } = this;
    const report = await this.work.load(() =>
      this.cloud.call('reports.order', { ...query, requestKey: orderKey }),
    );
    if (!report) return null;
    this.orderKey = requestKey();
    return report.id;
  }

  /** Opens a report, and has it taken further while it is being made and looked at. */
  async open(reportId: string): Promise<void> {
    this.reading += 1;
    const turn = this.reading;
    if (this.opened.value?.report.id !== reportId) this.opened.clear();
    this.publishKey = requestKey();
    this.work.clear();
    let report = (await this.read(reportId))?.report ?? null;
    while (report?.state === 'running' && turn === this.reading) {
      report = await this.work.load(() => this.cloud.call('reports.continue', { reportId }));
      if (report && turn === this.reading) {
        if (report.state === 'running') this.show(report);
        else await this.read(reportId);
      }
    }
  }

  /** Nobody looks any longer: the timer goes on alone. */
  close(): void {
    this.reading += 1;
  }

  async publish(): Promise<void> {
    const reportId = this.opened.value?.report.id;
    if (reportId === undefined || this.work.loading) return;
    const { publishKey } = this;
    const report = await this.work.load(() =>
      this.cloud.call('reports.publish', { reportId, requestKey: publishKey }),
    );
    if (report) await this.read(reportId);
  }

  /** Takes the open report away; answers whether it is gone. */
  async discard(): Promise<boolean> {
    const reportId = this.opened.value?.report.id;
    if (reportId === undefined) return false;
    this.reading += 1;
    const answer = await this.cloud.call('reports.discard', { reportId });
    if (answer.ok) this.opened.clear();
    return answer.ok;
  }

  async download(format: 'docx' | 'xlsx'): Promise<void> {
    const report = this.opened.value?.report;
    if (!report) return;
    await this.file.open({ name: report.title, kind: format }, () =>
      this.cloud.call('reports.download', { reportId: report.id, format }),
    );
  }

  leave(): void {
    this.reading += 1;
    this.own.clear();
    this.published.clear();
    this.opened.clear();
    this.work.clear();
    this.file.clear();
  }

  private read(reportId: string): Promise<OpenReport | null> {
    return this.opened.load(() => this.cloud.call('reports.get', { reportId }));
  }

  private show(report: Report): void {
    const opened = this.opened.value;
    if (opened) this.opened.show({ ...opened, report });
  }
}

const pageFrom = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });
