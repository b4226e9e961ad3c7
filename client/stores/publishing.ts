import { makeAutoObservable } from 'mobx';
import type {
  BoardQuery,
  BoardUse,
  Leaderboard,
  LeftOut,
  LeftOutReason,
  ReviewVerdict,
} from '../../typings/leaderboards';
import type { Overview } from '../../typings/overview';
import { type Cloud, requestKey } from '../cloud';
import { Paged } from './paged';
import { Resource } from './resource';

/** 发布榜单: figures are frozen, doubts are looked at, and the board is published for good. */
export class PublishingStore {
  readonly draft = new Resource<Leaderboard>();
  readonly leftOut = new Paged<LeftOut>();
  readonly confirming = new Resource<Leaderboard>();
  readonly discarding = new Resource<{ discarded: true }>();
  readonly reviewing = new Resource<{ verdict: ReviewVerdict }>();
  /** what is known of the account that is being looked at */
  readonly looked = new Resource<Overview>();
  /** null shows those left out for any reason */
  reason: LeftOutReason | null = null;
  /** what a person said of doubts since the figures were frozen, by account */
  verdicts = new Map<string, ReviewVerdict>();
  private publishKey = requestKey();

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<PublishingStore, 'cloud' | 'publishKey'>(this, {
      cloud: false,
      publishKey: false,
    });
  }

  /** Freezes the figures and loads who is left out; again, it opens what stands. */
  async prepare(query: BoardQuery, use: BoardUse): Promise<void> {
    this.begin();
    const key = requestKey();
    await this.draft.load(() =>
      this.cloud.call('leaderboards.prepare', { ...query, requestKey: key, use }),
    );
    await this.goOn();
  }

  /** Opens a board that is on its way. */
  async open(leaderboardId: string): Promise<void> {
    if (this.draft.value?.id !== leaderboardId) this.begin();
    await this.showStanding(leaderboardId);
  }

  /** Publishes the draft; where someone else was first, shows what came of it. */
  async publish(): Promise<void> {
    const leaderboardId = this.draft.value?.id;
    if (leaderboardId === undefined || this.confirming.loading) return;
    const { publishKey } = this;
    const confirmed = await this.confirming.load(() =>
      this.cloud.call('leaderboards.publish', { leaderboardId, requestKey: publishKey }),
    );
    if (confirmed) {
      this.draft.show(confirmed);
      await this.goOn();
    } else if (isOvertaken(this.confirming)) await this.showStanding(leaderboardId);
  }

  /** Takes the draft away, or shows what someone else made of it; answers whether it is gone. */
  async discard(): Promise<boolean> {
    const leaderboardId = this.draft.value?.id;
    if (leaderboardId === undefined || this.discarding.loading) return false;
    const gone = await this.discarding.load(() =>
      this.cloud.call('leaderboards.discard', { leaderboardId }),
    );
    if (gone) this.begin();
    else if (isOvertaken(this.discarding)) await this.showStanding(leaderboardId);
    return gone !== null;
  }

  /** Freezes the figures anew, so that what was said of doubts counts. */
  async startOver(): Promise<void> {
    const board = this.draft.value;
    if (!board || !(await this.discard())) return;
    await this.prepare(queryOf(board), board.use);
  }

  /** Shows those left out for one reason, or for any. */
  async show(reason: LeftOutReason | null): Promise<void> {
    const leaderboardId = this.draft.value?.id;
    this.reason = reason;
    if (leaderboardId === undefined) return;
    const asked = reason === null ? { leaderboardId } : { leaderboardId, reason };
    await this.leftOut.start((cursor) =>
      this.cloud.call('leaderboards.leftOut', cursor === undefined ? asked : { ...asked, cursor }),
    );
  }

  /** Looks at a doubtful account: its flags say what was held against what. */
  async look(accountId: string): Promise<void> {
    const board = this.draft.value;
    this.looked.clear();
    if (!board) return;
    const { scheme, period } = board;
    await this.looked.load(() => this.cloud.call('scores.overview', { accountId, scheme, period }));
  }

  /** Says whether a doubtful score takes part; answers whether it was kept. */
  async review(accountId: string, verdict: ReviewVerdict, note: string): Promise<boolean> {
    const board = this.draft.value;
    if (!board || this.reviewing.loading) return false;
    const { scheme, period } = board;
    const key = requestKey();
    const kept = await this.reviewing.load(() =>
      this.cloud.call('leaderboards.review', {
        requestKey: key,
        accountId,
        period,
        scheme,
        verdict,
        note,
      }),
    );
    if (kept) this.keepVerdict(accountId, kept.verdict);
    return kept !== null;
  }

  leave(): void {
    this.begin();
  }

  /** Forgets the board before. */
  private begin(): void {
    const { draft, confirming, discarding, reviewing, looked } = this;
    for (const one of [draft, confirming, discarding, reviewing, looked]) one.clear();
    this.leftOut.clear();
    this.reason = null;
    this.verdicts.clear();
    this.publishKey = requestKey();
  }

  /** Shows a board as it stands; one that was withdrawn meanwhile is no longer shown. */
  private async showStanding(leaderboardId: string): Promise<void> {
    const standing = await this.draft.load(() =>
      this.cloud.call('leaderboards.continue', { leaderboardId }),
    );
    if (standing) await this.goOn();
    else if (this.draft.error?.code === 'not-found') this.draft.show(null);
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
    if (board) await this.show(this.reason);
  }

  private keepVerdict(accountId: string, verdict: ReviewVerdict): void {
    this.verdicts.set(accountId, verdict);
  }
}

/** Whether someone else was first. */
const isOvertaken = ({ error }: Resource<unknown>): boolean =>
  error?.code === 'conflict' || error?.code === 'not-found';

function queryOf(board: Leaderboard): BoardQuery {
  const { scheme, period, measure, regionPrefix, levels, department, kind, mode } = board;
  const query = { scheme, period, measure, regionPrefix, levels, department, kind, mode };
  return JSON.parse(JSON.stringify(query));
}
