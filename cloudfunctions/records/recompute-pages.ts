import { accounts } from './accounts';
import type { ScoredFrom } from './kept-score';
import { firstHeadsAfter, headsAfter, type SubmissionHead, type WalkedTo } from './submissions';

/** Submissions of one period, in the order of their ids, with the accounts that they are of. */
export interface Page {
  submissions: [SubmissionHead, ...SubmissionHead[]];
  owners: Map<string, ScoredFrom['account']>;
}

/** Where a walk is once a page is done. */
export function placeOf({ submissions }: Page): WalkedTo {
  const { period, _id: id } = submissions.at(-1) ?? submissions[0];
  return { period, id };
}

/** Reads pages one after another: the next one while the last one is being written. */
export class PageReader {
  private ahead: { after: WalkedTo; page: Promise<Page | null> } | null = null;

  /** What follows in the same period; null at its end. */
  after(place: WalkedTo, limit: number): Promise<Page | null> {
    const read = this.ahead;
    this.ahead = null;
    return read?.after.id === place.id ? read.page : readAfter(place, limit);
  }

  /** The first page of the period after one; null after the last. */
  async firstOf(period: string, limit: number): Promise<Page | null> {
    return pageOf(await firstHeadsAfter(period, limit));
  }

  /** Begins to read what will be asked for next. */
  readAhead(after: WalkedTo, limit: number): void {
    const page = readAfter(after, limit);
    // Whoever asks for it is told of a failure; when nobody does, it does not matter.
    page.catch(() => {});
    this.ahead = { after, page };
  }
}

async function readAfter(place: WalkedTo, limit: number): Promise<Page | null> {
  return pageOf(await headsAfter(place, limit));
}

async function pageOf([first, ...others]: SubmissionHead[]): Promise<Page | null> {
  if (!first) return null;
  const ids = [...new Set([first, ...others].map(({ accountId }) => accountId))];
  const found = await accounts.listIn('_id', ids, ['agency', 'kind', 'operation']);
  const owners = found.map(({ _id, agency, kind, operation }): [string, ScoredFrom['account']] => [
    _id,
    { agency, kind, operation },
  ]);
  return { submissions: [first, ...others], owners: new Map(owners) };
}
