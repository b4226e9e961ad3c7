import type { RegionScope } from '../../typings/membership';
import type { Figures } from '../../typings/submission';
import type { PeriodId } from '../../typings/vocabulary';
import { type AccountDocument, accounts } from './accounts';
import { collection, command } from './collection';
import { allOf, placesWithin } from './places';
import { type KeptScore, scoresOfPeriod } from './scores';
import { headsOfPeriod, type SubmissionHead } from './submissions';

export type SourceAccount = Pick<
  AccountDocument,
  '_id' | 'agency' | 'kind' | 'operation' | 'place' | 'sample'
>;

/** One account with what it filed for a period. */
export interface Source {
  account: SourceAccount;
  figures: Figures;
  /** by scheme */
  scores: Map<string, KeptScore>;
}

export interface SourcePage {
  sources: Source[];
  /** accounts looked at, with and without figures */
  accounts: number;
  /** place of the last; null when there are no more */
  last: string | null;
}

const heads = collection<SubmissionHead>('submission-heads');

/** Whether anyone at all filed for a period. */
export async function isFiled(period: PeriodId): Promise<boolean> {
  return (await heads.list({ period }, { limit: 1, fields: ['period'] })).length > 0;
}

const fields = ['agency', 'kind', 'operation', 'place', 'sample'];

/** The next accounts of a scope, with figures and scores of a period; those without are left out. */
export async function sourcesOf(
  scope: RegionScope,
  { period, schemes }: { period: PeriodId; schemes: string[] },
  after: string | null,
  limit: number,
): Promise<SourcePage> {
  const filters = [
    ...placesWithin([scope], ['agency.level', 'agency.department']),
    ...(after ? [{ place: command.gt(after) }] : []),
  ];
  const options = { limit, order: ['place', 'asc'] as ['place', 'asc'], fields };
  const page = await accounts.list(allOf(filters), options);
  const ids = page.map(({ _id }) => _id);
  const [heads, ...scored] = await Promise.all([
    headsOfPeriod(ids, period),
    ...schemes.map((scheme) => scoresOfPeriod(ids, period, scheme)),
  ]);
  const figures = new Map(heads.map((head) => [head.accountId, head.figures]));
  const byScheme = scored.map((list) => new Map(list.map((score) => [score.accountId, score])));
  const sources = page.flatMap((account): Source[] => {
    const filed = figures.get(account._id);
    if (!filed) return [];
    const scores = schemes.flatMap((scheme, index): [string, KeptScore][] => {
      const score = byScheme[index]?.get(account._id);
      return score ? [[scheme, score]] : [];
    });
    return [{ account, figures: filed, scores: new Map(scores) }];
  });
  const last = page.length < limit ? null : (page.at(-1)?.place ?? null);
  return { sources, accounts: page.length, last };
}
