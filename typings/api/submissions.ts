import type {
  FormField,
  IntakePreview,
  RunningSpan,
  Submission,
  SubmissionInput,
  SubmissionReceipt,
} from '../submission';
import type { Day, PeriodId } from '../vocabulary';

export interface SubmissionsApi {
  'submissions.form': (input: { accountId: string; period: PeriodId }) => {
    fields: FormField[];
    revision: number;
    running: RunningSpan | null;
  };
  'submissions.preview': (input: {
    accountId: string;
    period: PeriodId;
    fileIds: string[];
    /** of a running period: the day that a person states; one outside the span counts as none */
    through?: Day;
  }) => IntakePreview;
  'submissions.submit': (input: SubmissionInput) => SubmissionReceipt;
  'submissions.history': (input: { accountId: string; period: PeriodId }) => {
    revisions: Submission[];
  };
}
