import type { Answer } from '../../typings/answer';
import type { FormField, IntakePreview, RunningSpan } from '../../typings/submission';
import type { Day, PeriodId } from '../../typings/vocabulary';
import type { Cloud } from '../cloud';

/** What a period is asked for, and what the files said of it. */
export interface Asked {
  fields: FormField[];
  revision: number;
  running: RunningSpan | null;
  /** null without files */
  preview: IntakePreview | null;
}

/** Asks for the preview of the files, or for the whole form when there are none. */
export async function askFor(
  cloud: Cloud,
  about: { accountId: string; period: PeriodId },
  { fileIds, through }: { fileIds: string[]; through: Day | null },
): Promise<Answer<Asked>> {
  if (fileIds.length === 0) {
    const answer = await cloud.call('submissions.form', about);
    return answer.ok ? { ok: true, data: { ...answer.data, preview: null } } : answer;
  }
  const answer = await cloud.call('submissions.preview', {
    ...about,
    fileIds,
    ...(through === null ? {} : { through }),
  });
  if (!answer.ok) return answer;
  const { form, basedOnRevision, running } = answer.data;
  return {
    ok: true,
    data: { fields: form, revision: basedOnRevision, running, preview: answer.data },
  };
}
