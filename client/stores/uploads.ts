import { makeAutoObservable, runInAction } from 'mobx';
import type { ApiError } from '../../typings/answer';
import type { Cloud } from '../cloud';
import type { LocalFile } from '../device/local-file';

export interface UploadedFile {
  fileId: string;
  name: string;
}

const maxBytes = 20 * 1024 * 1024;

/** Spreadsheets that were picked and stand in the cloud, waiting to be read. */
export class Uploads {
  files: UploadedFile[] = [];

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<Uploads, 'cloud'>(this, { cloud: false });
  }

  get fileIds(): string[] {
    return this.files.map(({ fileId }) => fileId);
  }

  /** Uploads all or none; answers with what went wrong, or null. */
  async add(picked: LocalFile[]): Promise<ApiError | null> {
    const large = picked.find(({ size }) => size > maxBytes);
    if (large) {
      return {
        code: 'too-large',
        message: `「${large.name}」超过 20 MB，不像后台导出的表格。请重新导出后再选。`,
      };
    }
    const uploaded: UploadedFile[] = [];
    for (const file of picked) {
      const answer = await this.cloud.upload(file);
      if (!answer.ok) return answer.error;
      uploaded.push({ fileId: answer.data.fileId, name: file.name });
    }
    runInAction(() => {
      this.files = [...this.files, ...uploaded];
    });
    return null;
  }

  remove(fileId: string): void {
    this.files = this.files.filter((file) => file.fileId !== fileId);
  }

  replace(files: UploadedFile[]): void {
    this.files = files.map(({ fileId, name }) => ({ fileId, name }));
  }
}
