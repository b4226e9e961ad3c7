import { makeAutoObservable, runInAction } from 'mobx';
import type { WordListHead, WordListPreview } from '../../typings/monitors';
import type { Day, RegionCode } from '../../typings/vocabulary';
import { type Cloud, requestKey } from '../cloud';
import type { LocalFile } from '../device/local-file';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Resource } from './resource';

/** What a list is stored under; its version and keeper follow from the region. */
export interface WordListAbout {
  regionPrefix: RegionCode;
  title: string;
  source: string;
  effectiveFrom: Day;
}

/** 词表: those that count in one's scopes, and a sheet that becomes the next version of one. */
export class WordListsStore {
  readonly lists = new Resource<{ lists: WordListHead[] }>();
  readonly preview = new Resource<WordListPreview>();
  readonly saved = new Resource<WordListHead>();
  readonly template: FileToOpen;
  private fileId = '';
  /** of what was picked: storing it again is the same request */
  private key = '';

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.template = new FileToOpen(openFile);
    makeAutoObservable<WordListsStore, 'cloud' | 'fileId' | 'key'>(this, {
      cloud: false,
      fileId: false,
      key: false,
    });
  }

  async load(): Promise<void> {
    await this.lists.load(() => this.cloud.call('monitors.wordLists', {}));
  }

  openTemplate(): Promise<void> {
    return this.template.open({ name: '词表模板', kind: 'xlsx' }, () =>
      this.cloud.call('monitors.wordListTemplate', {}),
    );
  }

  /** Uploads a sheet and shows what it holds; nothing is stored yet. */
  async pick(file: LocalFile): Promise<void> {
    this.startOver();
    await this.preview.load(async () => {
      const upload = await this.cloud.upload(file);
      if (!upload.ok) return upload;
      const { fileId } = upload.data;
      runInAction(() => {
        this.fileId = fileId;
        this.key = requestKey();
      });
      return this.cloud.call('monitors.previewWordList', { fileId });
    });
  }

  /** Stores exactly what was previewed as the next version; answers whether it was stored. */
  async save(about: WordListAbout): Promise<boolean> {
    const digest = this.preview.value?.digest;
    if (digest === undefined || this.saved.loading) return false;
    const { key, fileId } = this;
    const saved = await this.saved.load(() =>
      this.cloud.call('monitors.saveWordList', { requestKey: key, fileId, digest, ...about }),
    );
    if (!saved) return false;
    this.preview.clear();
    await this.load();
    return true;
  }

  /** Forgets what was picked, so that another sheet can be. */
  startOver(): void {
    this.fileId = '';
    this.preview.clear();
    this.saved.clear();
  }

  leave(): void {
    this.startOver();
    this.lists.clear();
    this.template.clear();
  }
}
