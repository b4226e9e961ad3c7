import { makeAutoObservable } from 'mobx';
import type {
  HitDecision,
  PostingRecord,
  Published,
  TextHit,
  TitleHit,
} from '../../typings/monitors';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { Paged } from './paged';
import { Resource } from './resource';
import { SheetInParts } from './sheet-in-parts';

const withinDays = 30;

/** 日常监测: how steadily accounts post, what in titles a person should look at, who forwarded. */
export class MonitorsStore {
  readonly postings = new Paged<PostingRecord>();
  readonly hits = new Paged<TitleHit>();
  readonly published = new Paged<Published>();
  readonly checked = new Resource<{ hits: TextHit[] }>();
  readonly decided = new Resource<TitleHit>();
  /** a table to be opened */
  readonly sheet: SheetInParts;
  /** what the postings stand in order of */
  order: 'gap' | 'below' = 'gap';
  /** searched for last */
  private title = '';

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.sheet = new SheetInParts(openFile);
    makeAutoObservable<MonitorsStore, 'cloud'>(this, { cloud: false });
  }

  showPostings(by: 'gap' | 'below'): Promise<void> {
    this.order = by;
    this.sheet.clear();
    return this.postings.start(
      (cursor) => this.cloud.call('monitors.postings', { by, cursor }),
      by,
    );
  }

  exportPostings(): Promise<void> {
    const { order: by } = this;
    return this.sheet.open('更新间隔', `postings ${by}`, (cursor) =>
      this.cloud.call('monitors.exportPostings', { by, cursor }),
    );
  }

  showHits(): Promise<void> {
    this.sheet.clear();
    return this.hits.start((cursor) => this.cloud.call('monitors.hits', { state: 'open', cursor }));
  }

  exportHits(): Promise<void> {
    return this.sheet.open('标题核对', 'hits', (cursor) =>
      this.cloud.call('monitors.exportHits', { state: 'open', cursor }),
    );
  }

  search(title: string): Promise<void> {
    this.sheet.clear();
    this.title = title.trim();
    return this.published.start((cursor) =>
      this.cloud.call('monitors.published', { title: this.title, withinDays, cursor }),
    );
  }

  exportPublished(): Promise<void> {
    const { title } = this;
    return this.sheet.open('同题发布', `published ${title}`, (cursor) =>
      this.cloud.call('monitors.exportPublished', { title, withinDays, cursor }),
    );
  }

  /** Looks at a text before it is published; nothing of it is kept. */
  async check(text: string): Promise<void> {
    await this.checked.load(() => this.cloud.call('monitors.check', { text }));
  }

  async decide(hitId: string, decision: HitDecision): Promise<void> {
    if (this.decided.loading) return;
    const key = requestKey();
    const done = await this.decided.load(() =>
      this.cloud.call('monitors.decide', { requestKey: key, hitId, decision }),
    );
    if (done) await this.showHits();
  }

  leave(): void {
    for (const list of [this.postings, this.hits, this.published]) list.clear();
    this.checked.clear();
    this.decided.clear();
    this.sheet.clear();
    this.order = 'gap';
  }
}
