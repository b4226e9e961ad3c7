import { makeAutoObservable } from 'mobx';
import type { PageStart } from '../../typings/api';
import type {
  BoardPage,
  BoardQuery,
  BoardRow,
  Erratum,
  Leaderboard,
  LivePage,
  OwnPlace,
} from '../../typings/leaderboards';
import type { Membership } from '../../typings/membership';
import type { PeriodId } from '../../typings/vocabulary';
import type { Cloud } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Paged } from './paged';
import { Resource } from './resource';

/** Rows of one exported file. */
export const mostExported = 20_000;

/** 榜单: while figures come in, published, and one's own line. */
export class LeaderboardsStore {
  readonly boards = new Paged<Leaderboard>();
  readonly live = new Resource<LivePage>();
  readonly published = new Resource<{ board: Leaderboard; errata: Erratum[] }>();
  readonly page = new Resource<BoardPage>();
  readonly opening = new Resource<Leaderboard>();
  readonly own = new Resource<OwnPlace>();
  readonly file: FileToOpen;
  query: BoardQuery | null = null;
  rows: BoardRow[] = [];
  /** one's own line, which stays in sight however far one looks */
  pinned: BoardRow | null = null;
  /** what rows are looked for by name; null when the board itself is shown */
  words: string | null = null;
  private next: string | null = null;

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.file = new FileToOpen(openFile);
    makeAutoObservable<LeaderboardsStore, 'cloud'>(this, { cloud: false });
  }

  async loadList(): Promise<void> {
    await this.boards.start((cursor) => this.cloud.call('leaderboards.list', startAt(cursor)));
  }

  /** Boards that were opened to the person, who supervises none of them. */
  async loadOpened(): Promise<void> {
    await this.boards.start((cursor) => this.cloud.call('leaderboards.opened', startAt(cursor)));
  }

  /** Opens a provisional board at its top, around an account or at a rank. */
  async openLive(query: BoardQuery, start: PageStart = {}): Promise<void> {
    this.query = query;
    this.pinned = null;
    this.published.clear();
    const page = await this.live.load(() =>
      this.cloud.call('leaderboards.page', { ...query, ...start }),
    );
    if (page) this.showRows(page.rows, page.next);
  }

  /** Opens a published board at its top, around an account or at a rank. */
  async openPublished(leaderboardId: string, start: PageStart = {}): Promise<void> {
    this.query = null;
    this.live.clear();
    if (this.published.value?.board.id !== leaderboardId) {
      this.published.clear();
      this.opening.clear();
      this.pinned = null;
    }
    const [, page] = await Promise.all([
      this.published.load(() => this.cloud.call('leaderboards.get', { leaderboardId })),
      this.page.load(() => this.cloud.call('leaderboards.rows', { leaderboardId, ...start })),
    ]);
    if (page) this.showRows(page.rows, page.next);
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Adds the next page to the rows of the board that is open, or of what is looked for on it. */
  async more(): Promise<void> {
    const { next: cursor, query, words, rows } = this;
    if (cursor === null || this.live.loading || this.page.loading) return;
    const leaderboardId = this.published.value?.board.id;
    const page =
      words !== null
        ? await this.named(words, cursor)
        : query
          ? await this.live.load(() => this.cloud.call('leaderboards.page', { ...query, cursor }))
          : leaderboardId !== undefined
            ? await this.page.load(() =>
                this.cloud.call('leaderboards.rows', { leaderboardId, cursor }),
              )
            : null;
    if (page) this.showRows([...rows, ...page.rows], page.next, words);
  }

  /** Rows by name, of the board that is open. */
  async search(words: string): Promise<void> {
    const page = await this.named(words);
    if (page) this.showRows(page.rows, page.next, words);
  }

  private async named(words: string, cursor?: string): Promise<BoardPage | null> {
    const { query } = this;
    const leaderboardId = this.published.value?.board.id;
    const asked = { query: words, cursor };
    if (query) {
      return this.page.load(() => this.cloud.call('leaderboards.search', { ...query, ...asked }));
    }
    if (leaderboardId === undefined) return null;
    return this.page.load(() => this.cloud.call('leaderboards.rows', { leaderboardId, ...asked }));
  }

  async setOpen(open: boolean): Promise<void> {
    const shown = this.published.value;
    if (!shown || this.opening.loading) return;
    const leaderboardId = shown.board.id;
    const board = await this.opening.load(() =>
      this.cloud.call('leaderboards.open', { leaderboardId, open }),
    );
    if (board) this.published.show({ ...shown, board });
  }

  /** Keeps the line of an account in sight; none when it has no place on the board. */
  async pin(leaderboardId: string, accountId: string): Promise<void> {
    const page = await this.cloud.call('leaderboards.rows', { leaderboardId, around: accountId });
    const rows = page.ok ? page.data.rows : [];
    this.showPinned(rows.find((row) => row.accountId === accountId) ?? null);
  }

  /** A published board's first rows, wherever one is looking; null when they could not be had. */
  async firstRows(leaderboardId: string): Promise<BoardRow[] | null> {
    const page = await this.cloud.call('leaderboards.rows', { leaderboardId });
    return page.ok ? page.data.rows : null;
  }

  /** Places that the files of a long board begin with; none where one file holds the board. */
  get exportParts(): number[] {
    const size = this.published.value?.board.size ?? 0;
    if (size <= mostExported) return [];
    return Array.from(
      { length: Math.ceil(size / mostExported) },
      (_, part) => part * mostExported + 1,
    );
  }

  /** Exports the board, or the part of it that begins with a place. */
  async export(fromRank?: number): Promise<void> {
    const board = this.published.value?.board;
    if (!board) return;
    const part = fromRank === undefined ? '' : ` 第${fromRank}名起`;
    const name = `${board.title} 第${board.number}期${part}`;
    const asked = { leaderboardId: board.id, format: 'xlsx' as const };
    await this.file.open({ name, kind: 'xlsx' }, () =>
      this.cloud.call(
        'leaderboards.export',
        fromRank === undefined ? asked : { ...asked, fromRank },
      ),
    );
  }

  async loadOwn(accountId: string, period?: PeriodId): Promise<void> {
    const asked = period === undefined ? { accountId } : { accountId, period };
    await this.own.load(() => this.cloud.call('leaderboards.own', asked));
  }

  leave(): void {
    this.boards.clear();
    for (const one of [this.live, this.published, this.page, this.opening]) one.clear();
    this.own.clear();
    this.query = null;
    this.pinned = null;
    this.showRows([], null);
  }

  private showRows(rows: BoardRow[], next: string | null, words: string | null = null): void {
    this.rows = rows;
    this.next = next;
    this.words = words;
  }

  private showPinned(row: BoardRow | null): void {
    this.pinned = row;
  }
}

const startAt = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

/** The widest board that a supervisor's first scope reaches. */
export function ownBoard(memberships: Membership[], period: PeriodId): BoardQuery | null {
  const scope = memberships.find(({ role }) => role === 'supervisor')?.scope;
  if (scope?.kind !== 'region') return null;
  const { regionPrefix, levels, department } = scope;
  return {
    scheme: 'zhengwei-1',
    period,
    measure: 'index',
    regionPrefix,
    ...(levels ? { levels } : {}),
    ...(department ? { department } : {}),
  };
}
