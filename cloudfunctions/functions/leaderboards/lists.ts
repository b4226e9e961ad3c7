import type { Page } from '../../../typings/answer';
import type { Leaderboard } from '../../../typings/leaderboards';
import { reaches } from '../../domain/access/scopes';
import { found } from '../../handler/refusal';
import { accountsOfAgencies, accountsOfVendors } from '../../records/accounts';
import {
  boardsOfRegion,
  findBoard,
  type LeaderboardDocument,
  openBoards,
  rowsOf,
} from '../../records/leaderboards';
import type { StoredMembership } from '../../records/memberships';
import { supervisedBy } from '../shared/supervised';
import { boardPlaces } from './board-input';
import { shownBoard } from './shown';

const listed = 20;

/** Boards of one's scopes, newest first. */
export async function listBoards(
  memberships: StoredMembership[],
  cursor: string | null,
): Promise<Page<Leaderboard>> {
  const regions = [...new Set(supervisedBy(memberships).map(({ regionPrefix }) => regionPrefix))];
  const pages = await Promise.all(
    regions.map((region) => boardsOfRegion(region, cursor, listed + 1)),
  );
  const unique = new Map(pages.flat().map((board) => [board._id, board]));
  const sorted = [...unique.values()].sort((a, b) => (a.at < b.at ? 1 : -1));
  const page = sorted.slice(0, listed);
  const own = page.filter((board) => supervises(memberships, board) && board.state !== 'discarded');
  return {
    items: await Promise.all(own.map(shownBoard)),
    next: sorted.length > listed ? (page.at(-1)?.at ?? null) : null,
  };
}

function supervises(memberships: StoredMembership[], board: LeaderboardDocument): boolean {
  const scopes = supervisedBy(memberships);
  return boardPlaces(board).every((place) => scopes.some((scope) => reaches(scope, place)));
}

/** Boards that were opened and that the caller may read, newest first. */
export async function openedBoards(
  memberships: StoredMembership[],
  cursor: string | null,
): Promise<Page<Leaderboard>> {
  const found = await openBoards(cursor, listed + 1);
  const page = found.slice(0, listed);
  const mayRead = await openReader(memberships);
  const readable = await Promise.all(page.map(mayRead));
  return {
    items: await Promise.all(page.filter((_, index) => readable[index]).map(shownBoard)),
    next: found.length > listed ? (page.at(-1)?.at ?? null) : null,
  };
}

/** A board that the caller supervises, or that is open and the caller is among those it is open to. */
export async function readable(
  id: string,
  memberships: StoredMembership[],
): Promise<LeaderboardDocument> {
  const board = found(await findBoard(id));
  if (supervises(memberships, board)) return board;
  const mayRead = board.open && (await (await openReader(memberships))(board));
  return found(mayRead ? board : null);
}

/** An open board is read by researchers, and by who runs an account that stands on it. */
async function openReader(
  memberships: StoredMembership[],
): Promise<(board: LeaderboardDocument) => Promise<boolean>> {
  const isResearcher = memberships.some(({ role }) => role === 'researcher');
  const ids = isResearcher ? [] : await ownAccounts(memberships);
  return async ({ _id, state }) =>
    state === 'published' && (isResearcher || (await rowsOf(_id, ids)).length > 0);
}

async function ownAccounts(memberships: StoredMembership[]): Promise<string[]> {
  const agencies = memberships.flatMap(({ role, scope }) =>
    role === 'staff' && scope.kind === 'agency' ? [scope.agencyId] : [],
  );
  const vendors = memberships.flatMap(({ role, scope }) =>
    role === 'vendor' && scope.kind === 'vendor' ? [scope.vendorId] : [],
  );
  const own = await Promise.all([accountsOfAgencies(agencies), accountsOfVendors(vendors)]);
  return own.flat().map(({ id }) => id);
}
