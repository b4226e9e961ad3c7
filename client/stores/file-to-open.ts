import { makeAutoObservable, runInAction } from 'mobx';
import type { Answer, ApiError } from '../../typings/answer';
import type { OpenFile, RemoteFile } from '../device/open-file';
import { Resource } from './resource';

const unopened: ApiError = {
  code: 'unavailable',
  message: '文件已生成，但没能打开。请检查网络后再试一次。',
};

/** A document that a function makes on asking and the device then shows. */
export class FileToOpen {
  private readonly link = new Resource<{ url: string }>();
  private failed: ApiError | null = null;
  private opening = false;

  constructor(private readonly show: OpenFile) {
    makeAutoObservable<FileToOpen, 'show'>(this, { show: false });
  }

  /** It is being made or fetched. */
  get busy(): boolean {
    return this.opening;
  }

  get error(): ApiError | null {
    return this.link.error ?? this.failed;
  }

  /** Asks for the document and shows it; a second press while the first is under way does nothing. */
  async open(
    file: Omit<RemoteFile, 'url'>,
    ask: () => Promise<Answer<{ url: string }>>,
  ): Promise<void> {
    if (this.opening) return;
    this.opening = true;
    this.failed = null;
    const link = await this.link.load(ask);
    const isShown = link === null || (await this.show({ ...file, url: link.url }));
    runInAction(() => {
      this.opening = false;
      this.failed = isShown ? null : unopened;
    });
  }

  clear(): void {
    this.link.clear();
    this.failed = null;
  }
}
