import { makeAutoObservable } from 'mobx';
import type {
  CommentOutcome,
  FeedbackAspect,
  FeedbackCard,
  FeedbackInput,
  FeedbackReport,
  Rating,
  ServiceOutcome,
} from '../../typings/feedback';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** What a sentence may hold; the platform's check takes no more than this. */
export const mostCharacters = 2500;

/** 群众评价: a citizen's ten seconds, and what an agency is told of them. */
export class FeedbackStore {
  readonly card = new Resource<FeedbackCard>();
  readonly sent = new Resource<{ comment: CommentOutcome }>();
  readonly report = new Resource<FeedbackReport>();
  readonly code = new Resource<{ url: string }>();
  accountId: string | null = null;
  ratings: { [K in FeedbackAspect]?: Rating } = {};
  service: ServiceOutcome | null = null;
  comment = '';

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<FeedbackStore, 'cloud'>(this, { cloud: false });
  }

  /** Opens an account's card; what was tapped for another is forgotten. */
  async open(accountId: string): Promise<void> {
    if (accountId !== this.accountId) this.leave();
    this.accountId = accountId;
    this.sent.clear();
    await this.card.load(() => this.cloud.call('feedback.card', { accountId }));
  }

  /** Taps an answer; tapped again, it is taken back. */
  rate(aspect: FeedbackAspect, rating: Rating): void {
    if (this.ratings[aspect] === rating) delete this.ratings[aspect];
    else this.ratings[aspect] = rating;
  }

  serve(outcome: ServiceOutcome): void {
    this.service = this.service === outcome ? null : outcome;
  }

  write(comment: string): void {
    this.comment = comment;
    if (this.sent.error) this.sent.clear();
  }

  get isEmpty(): boolean {
    return this.service === null && Object.keys(this.ratings).length === 0;
  }

  /** thanks are due: just now, or earlier this week */
  get isDone(): boolean {
    return this.sent.value !== null || (this.card.value?.answeredThisWeek ?? false);
  }

  async send(): Promise<void> {
    const { accountId } = this;
    if (!accountId || this.isEmpty || this.sent.loading) return;
    const comment = this.comment.trim();
    const answer: FeedbackInput = {
      ratings: { ...this.ratings },
      ...(this.service ? { service: this.service } : {}),
      ...(comment ? { comment } : {}),
    };
    const sent = await this.sent.load(() =>
      this.cloud.call('feedback.answer', { accountId, answer }),
    );
    if (sent) this.clearAnswer();
    // Sent before, as when the answer came and the network went: the card knows.
    if (!sent && this.sent.error?.code === 'conflict') await this.open(accountId);
  }

  async openReport(accountId: string): Promise<void> {
    if (this.report.value?.accountId !== accountId) {
      this.report.clear();
      this.code.clear();
    }
    await this.report.load(() => this.cloud.call('feedback.summary', { accountId }));
  }

  async loadCode(accountId: string): Promise<void> {
    await this.code.load(() => this.cloud.call('feedback.code', { accountId }));
  }

  leave(): void {
    this.accountId = null;
    this.clearAnswer();
    for (const resource of [this.card, this.sent, this.report, this.code]) resource.clear();
  }

  private clearAnswer(): void {
    this.ratings = {};
    this.service = null;
    this.comment = '';
  }
}
