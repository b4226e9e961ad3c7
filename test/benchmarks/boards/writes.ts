import Database from 'libsql';
import type { BoardQuery } from '../../../typings/leaderboards';
import type { Account } from '../../../typings/registry';
import type { MetricName } from '../../../typings/vocabulary';
import { type BenchCloud, type Percentiles, percentiles } from '../cloud';
import { countryFigures } from '../country';

export interface Submitter {
  cloud: BenchCloud;
  /** who may submit, and who reads the board */
  openid: string;
  query: BoardQuery;
  /** the accounts that have not filed, with their places in the country */
  late: { account: Account; index: number }[];
  month: number;
}

export interface WriteFigures {
  submit: Percentiles;
  /** from asking to submit to the page that shows the new rank */
  untilVisible: Percentiles;
}

/** Each late account submits; then the page around it shows its rank. */
export async function measureSubmissions(submitter: Submitter): Promise<WriteFigures> {
  const { cloud, openid, query, late } = submitter;
  const submit: number[] = [];
  const visible: number[] = [];
  for (const one of late.slice(1)) {
    const start = performance.now();
    await submitFor(submitter, one);
    submit.push(performance.now() - start);
    const { id } = one.account;
    const page = await cloud.call(openid, 'leaderboards.page', { ...query, around: id });
    visible.push(performance.now() - start);
    if (!page.rows.some(({ accountId }) => accountId === id)) throw new Error(`${id} is not shown`);
  }
  return { submit: percentiles(submit), untilVisible: percentiles(visible) };
}

async function submitFor(
  { cloud, query, openid, month }: Submitter,
  { account, index }: Submitter['late'][number],
): Promise<void> {
  const figures = countryFigures(index, month, `${query.period}-28`);
  const form: Partial<Record<MetricName, number>> = Object.fromEntries(
    Object.entries(figures).map(([name, { value }]) => [name, value ?? 0]),
  );
  await cloud.call(openid, 'submissions.submit', {
    requestKey: `bench-${account.id}`,
    accountId: account.id,
    period: query.period,
    fileIds: [],
    form,
    basedOnRevision: 0,
  });
}

/** Documents that one submission writes, by collection: told by triggers in the file, set for it alone. */
export async function countWritten(submitter: Submitter): Promise<Record<string, number>> {
  const { cloud, late } = submitter;
  const [first] = late;
  if (!first) throw new Error('nobody is late');
  await cloud.stop();
  const file = new Database(cloud.file);
  const tables = file.prepare('SELECT id, name FROM collections').all() as {
    id: number;
    name: string;
  }[];
  file.exec('CREATE TABLE written (collection TEXT, document BLOB)');
  for (const { id, name } of tables) {
    for (const kind of ['INSERT', 'UPDATE']) {
      file.exec(`CREATE TRIGGER written_${id}_${kind} AFTER ${kind} ON documents_${id}
        BEGIN INSERT INTO written VALUES ('${name}', NEW.id); END`);
    }
  }
  file.close();
  await cloud.start();
  await submitFor(submitter, first);
  await cloud.stop();
  const after = new Database(cloud.file);
  const rows = after
    .prepare('SELECT collection, count(DISTINCT document) AS count FROM written GROUP BY 1')
    .all() as { collection: string; count: number }[];
  for (const { id } of tables) {
    for (const kind of ['INSERT', 'UPDATE']) after.exec(`DROP TRIGGER written_${id}_${kind}`);
  }
  after.exec('DROP TABLE written');
  after.close();
  await cloud.start();
  return Object.fromEntries(rows.map(({ collection, count }) => [collection, count]));
}
