import type { LinkState, MatrixLink, MatrixNode } from '../../../typings/matrix';
import type { KeyedLink } from './target-keys';

/** What the registry knows of the keys asked for. */
export interface KnownTargets {
  /** accounts by key; several under one name */
  byKey: ReadonlyMap<string, readonly MatrixNode[]>;
  /** accounts that closed ones were folded into, by the closed one's id */
  successors: ReadonlyMap<string, MatrixNode>;
}

/**
 * Where an account's links lead today. An article of its own is no link to itself: menus lead to one's
 * own articles all the time.
 */
export function resolveLinks(
  links: readonly KeyedLink[],
  fromId: string,
  known: KnownTargets,
): MatrixLink[] {
  return links.flatMap((link) => {
    const resolved = resolveLink(link, fromId, known);
    return resolved.state === 'self' && isArticle(link) ? [] : [resolved];
  });
}

/** Whether the key came from a link, which tells its account only where the registry has seen it. */
function isArticle({ key }: KeyedLink): boolean {
  return key.startsWith('biz:') || key.startsWith('link:');
}

/** Where a link leads today. A closed account is followed to its successor, however many times. */
function resolveLink(
  { place, stated, key }: KeyedLink,
  fromId: string,
  known: KnownTargets,
): MatrixLink {
  const found = known.byKey.get(key) ?? [];
  const active = found.filter(({ status }) => status === 'active');
  const candidates = active.length > 0 ? active : found;
  const [only] = candidates;
  const say = (state: LinkState, to: MatrixNode | null): MatrixLink => ({
    place,
    stated,
    state,
    to,
  });
  if (!only) return say(isArticle({ place, stated, key }) ? 'unread' : 'unknown', null);
  if (candidates.length > 1) return say('ambiguous', null);
  if (only.accountId === fromId) return say('self', only);
  if (only.status === 'active') return say('live', only);
  const end = lastSuccessor(only, known.successors);
  return end === only ? say('closed', only) : say('moved', end);
}

function lastSuccessor(node: MatrixNode, successors: ReadonlyMap<string, MatrixNode>): MatrixNode {
  const passed = new Set<string>();
  let end = node;
  while (!passed.has(end.accountId)) {
    passed.add(end.accountId);
    end = successors.get(end.accountId) ?? end;
  }
  return end;
}
