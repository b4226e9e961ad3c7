import { makeAutoObservable } from 'mobx';
import type { PageStart } from '../../typings/api';
import type {
  BoardPage,
  BoardQuery,
  BoardRow,
  Erratum,
  Leaderboard,
  LeftOut,
  LivePage,
  OwnPlace,
} from '../../typings/leaderboards';
import type { Membership } from '../../typings/membership';
import type { PeriodId } from '../../typings/vocabulary';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Resource } from './resource';

/** 榜单: while figures come in, published, on the way to it, and one's own line. */
export class LeaderboardsStore {
  readonly list = new Resource<{ items: Leaderboard[]; next: string | null }>();
  readonly live = new Resource<LivePage>();
  readonly published = new Resource<{ board: Leaderboard; errata: Erratum[] }>();
  readonly page = new Resource<BoardPage>();
  readonly draft = new Resource<Leaderboard>();
  readonly leftOut = new Resource<{ items: LeftOut[]; next: string | null }>();
  readonly own = new Resource<OwnPlace>();
  readonly file: FileToOpen;
  query: BoardQuery | null = null;
  rows: BoardRow[] = [];
  boards: Leaderboard[] = [];
  omitted: LeftOut[] = [];
  private next: string | null = null;
  private publishKey = requestKey();

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.file = new FileToOpen(openFile);
    makeAutoObservable<LeaderboardsStore, 'cloud' | 'publishKey'>(this, {
      cloud: false,
      publishKey: false,
    });
  }

  async loadList(): Promise<void> {
    const page = await this.list.load(() => this.cloud.call('leaderboards.list', {}));
    if (page) this.showBoards(page.items);
  }

  async moreBoards(): Promise<void> {
    const cursor = this.list.value?.next;
    if (!cursor || this.list.loading) return;
    const before = this.boards;
    const page = await this.list.load(() => this.cloud.call('leaderboards.list', { cursor }));
    if (page) this.showBoards([...before, ...page.items]);
  }

  /** Opens a provisional board at its top, around an account or at a rank. */
  async openLive(query: BoardQuery, start: PageStart = {}): Promise<void> {
    this.query = query;
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
    if (this.published.value?.board.id !== leaderboardId) this.published.clear();
    const [, page] = await Promise.all([
      this.published.load(() => this.cloud.call('leaderboards.get', { leaderboardId })),
      this.page.load(() => this.cloud.call('leaderboards.rows', { leaderboardId, ...start })),
    ]);
    if (page) this.showRows(page.rows, page.next);
  }

  get hasMore(): boolean {
    return this.next !== null;
  }

  /** Adds the next page to the rows of the board that is open. */
  async more(): Promise<void> {
    const { next: cursor, query, rows } = this;
    if (cursor === null || this.live.loading || this.page.loading) return;
    const leaderboardId = this.published.value?.board.id;
    const page = query
      ? await this.live.load(() => this.cloud.call('leaderboards.page', { ...query, cursor }))
      : leaderboardId !== undefined
        ? await this.page.load(() =>
            this.cloud.call('leaderboards.rows', { leaderboardId, cursor }),
          )
        : null;
    if (page) this.showRows([...rows, ...page.rows], page.next);
  }

  /** Rows by name, of the board that is open. */
  async search(words: string): Promise<void> {
    const { query } = this;
    const leaderboardId = this.published.value?.board.id;
    const page = query
      ? await this.page.load(() =>
          this.cloud.call('leaderboards.search', { ...query, query: words }),
        )
      : leaderboardId !== undefined
        ? await this.page.load(() =>
            this.cloud.call('leaderboards.rows', { leaderboardId, query: words }),
          )
        : null;
    if (page) this.showRows(page.rows, null);
  }

  /** Freezes the figures and loads who is left out; again, it opens what stands. */
  async prepare(query: BoardQuery): Promise<void> {
    this.draft.clear();
    this.publishKey = requestKey();
    this.omitted = [];
    const key = requestKey();
    await this.draft.load(() =>
      this.cloud.call('leaderboards.prepare', { ...query, requestKey: key, use: 'reference' }),
    );
    await this.goOn();
  }

  /** Opens a board that is on its way. */
  async openDraft(leaderboardId: string): Promise<void> {
    this.publishKey = requestKey();
    this.omitted = [];
    await this.draft.load(() => this.cloud.call('leaderboards.continue', { leaderboardId }));
    await this.goOn();
  }

  async publish(): Promise<void> {
    const leaderboardId = this.draft.value?.id;
    if (leaderboardId === undefined || this.draft.loading) return;
    const { publishKey } = this;
    await this.draft.load(() =>
      this.cloud.call('leaderboards.publish', { leaderboardId, requestKey: publishKey }),
    );
    await this.goOn();
  }

  /** Takes the draft away; answers whether it is gone. */
  async discard(): Promise<boolean> {
    const leaderboardId = this.draft.value?.id;
    if (leaderboardId === undefined) return false;
    const answer = await this.cloud.call('leaderboards.discard', { leaderboardId });
    if (answer.ok) this.draft.clear();
    return answer.ok;
  }

  /** Calls for the work of a board until it is done, then for those left out. */
  private async goOn(): Promise<void> {
    let board = this.draft.value;
    while (board && (board.state === 'collecting' || board.state === 'ranking')) {
      const leaderboardId = board.id;
      board = await this.draft.load(() =>
        this.cloud.call('leaderboards.continue', { leaderboardId }),
      );
    }
    if (board) await this.loadLeftOut(board.id);
  }

  async loadLeftOut(leaderboardId: string, cursor?: string): Promise<void> {
    const before = cursor === undefined ? [] : this.omitted;
    const page = await this.leftOut.load(() =>
      this.cloud.call('leaderboards.leftOut', {
        leaderboardId,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    if (page) this.showOmitted([...before, ...page.items]);
  }

  async setOpen(open: boolean): Promise<void> {
    const shown = this.published.value;
    if (!shown) return;
    const leaderboardId = shown.board.id;
    const answer = await this.cloud.call('leaderboards.open', { leaderboardId, open });
    if (answer.ok) this.published.show({ ...shown, board: answer.data });
  }

  async export(): Promise<void> {
    const board = this.published.value?.board;
    if (!board) return;
    const name = `${board.title} 第${board.number}期`;
    await this.file.open({ name, kind: 'xlsx' }, () =>
      this.cloud.call('leaderboards.export', { leaderboardId: board.id, format: 'xlsx' }),
    );
  }

  async loadOwn(accountId: string, period?: PeriodId): Promise<void> {
    const asked = period === undefined ? { accountId } : { accountId, period };
    await this.own.load(() => this.cloud.call('leaderboards.own', asked));
  }

  leave(): void {
    for (const one of [this.list, this.live, this.published, this.page]) one.clear();
    this.draft.clear();
    this.leftOut.clear();
    this.own.clear();
    this.query = null;
    this.rows = [];
    this.boards = [];
    this.omitted = [];
    this.next = null;
  }

  private showRows(rows: BoardRow[], next: string | null): void {
    this.rows = rows;
    this.next = next;
  }

  private showBoards(boards: Leaderboard[]): void {
    this.boards = boards;
  }

  private showOmitted(omitted: LeftOut[]): void {
    this.omitted = omitted;
  }
}

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
