import type { Day, PeriodId } from '../../typings/vocabulary';
import type { DeviceStorage } from '../device/storage';
import type { FormText } from './figure-form';
import type { UploadedFile } from './uploads';

/** What survives a killed app. */
export interface SubmissionDraft {
  period: PeriodId;
  files: UploadedFile[];
  text: FormText;
  reason: string;
  /** 截至日期 as stated */
  through?: Day;
}

const keyOf = (accountId: string) => `draft.${accountId}`;

/** One unfinished submission an account, kept on the device. */
export function submissionDrafts(storage: DeviceStorage) {
  return {
    load: (accountId: string) => storage.get<SubmissionDraft>(keyOf(accountId)),
    save: (accountId: string, draft: SubmissionDraft) => storage.set(keyOf(accountId), draft),
    drop: (accountId: string) => storage.remove(keyOf(accountId)),
  };
}
