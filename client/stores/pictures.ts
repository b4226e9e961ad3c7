import { makeAutoObservable, runInAction } from 'mobx';
import type { ApiError } from '../../typings/answer';
import type { Cloud } from '../cloud';
import type { LocalFile } from '../device/local-file';

/** Pictures that were chosen and stand in the cloud, to go with a statement. */
export class Pictures {
  fileIds: string[] = [];
  error: ApiError | null = null;

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<Pictures, 'cloud'>(this, { cloud: false });
  }

  async add(picked: LocalFile[]): Promise<void> {
    for (const file of picked) {
      const answer = await this.cloud.upload(file);
      runInAction(() => {
        this.error = answer.ok ? null : answer.error;
        if (answer.ok) this.fileIds = [...this.fileIds, answer.data.fileId];
      });
    }
  }

  clear(): void {
    this.fileIds = [];
    this.error = null;
  }
}
