import type { ApiError } from '../../typings/answer';
import type { StoredStatement } from '../../typings/matrix';
import type { Result } from '../../typings/result';
import { type KeyedLink, keyedLinks } from '../domain/matrix';
import { collection, command, type Document } from './collection';
import { type Answered, answeredOnce } from './requests';

/** The newest statement of an account, with whom it links to. */
export interface MatrixHead extends StoredStatement, Document {
  keyed: KeyedLink[];
  toKeys: string[];
}

/** Whose articles carry an id in their links. */
export interface ArticleOwner extends Document {
  accountId: string;
}

const heads = collection<MatrixHead>('matrix-heads');
const owners = collection<ArticleOwner>('article-owners');
const mostLinking = 200;

const overtaken: ApiError = {
  code: 'conflict',
  message: '刚刚有人改过菜单与链接，您填的内容还在。请刷新看过对方的内容后再保存。',
};

export async function findStatement(accountId: string): Promise<StoredStatement | null> {
  const head = await heads.find(accountId);
  return head && statementOf(head);
}

/** Statements of some accounts, in no order. */
export function headsOf(accountIds: string[]): Promise<MatrixHead[]> {
  return heads.listIn('_id', accountIds);
}

/** Accounts that link to any of the keys, the first of them; without what else they state. */
export function headsLinkingTo(keys: string[]): Promise<Pick<MatrixHead, '_id' | 'toKeys'>[]> {
  if (keys.length === 0) return Promise.resolve([]);
  const filter = { toKeys: command.in(keys.slice(0, mostLinking)) };
  return heads.list(filter, { limit: mostLinking, fields: ['toKeys'] });
}

/** Accounts whose articles carry the ids, by id. */
export async function ownersOf(articleIds: string[]): Promise<Map<string, string>> {
  const found = await owners.listIn('_id', articleIds);
  return new Map(found.map(({ _id, accountId }) => [_id, accountId]));
}

export async function articleIdsOf(accountId: string): Promise<string[]> {
  return (await owners.list({ accountId }, { limit: 10 })).map(({ _id }) => _id);
}

/** Appends a statement, once for a request; `conflict` when somebody else's came first. */
export function saveStatement(
  statement: StoredStatement,
  who: string,
  request: Answered,
): Promise<Result<StoredStatement>> {
  const { accountId, revision } = statement;
  return answeredOnce(request, async (unit) => {
    const before = await unit.find<MatrixHead>('matrix-heads', accountId);
    if ((before?.revision ?? 0) !== revision - 1) return { ok: false, error: overtaken };
    await unit.add('matrix-statements', { _id: `${accountId}:${revision}`, ...statement, who });
    await unit.put('matrix-heads', headOf(statement));
    return { ok: true, value: statement };
  });
}

/** First statements of many accounts, for scripts alone. */
export async function addStatements(statements: StoredStatement[]): Promise<void> {
  await collection('matrix-statements').add(
    statements.map((one) => ({ _id: `${one.accountId}:${one.revision}`, ...one, who: 'script' })),
  );
  await heads.add(statements.map(headOf));
}

function headOf(statement: StoredStatement): MatrixHead {
  const keyed = keyedLinks(statement);
  return { _id: statement.accountId, ...statement, keyed, toKeys: keyed.map(({ key }) => key) };
}

function statementOf({ keyed: _keyed, toKeys: _keys, _id, ...statement }: MatrixHead) {
  return statement;
}
