import { makeAutoObservable } from 'mobx';
import type {
  CriterionId,
  PairwiseJudgement,
  PairwiseWeights,
  Recommendation,
} from '../../typings/recommendation';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** Two criteria, and how much more the first matters: 1/5, 1/3, 1, 3 or 5; null when not said. */
export interface Pair {
  over: CriterionId;
  under: CriterionId;
  ratio: number | null;
}

/** More than these make too many questions for a phone: five are ten pairs. */
const mostCriteria = 5;
const fewestCriteria = 2;

/** 我的权重: what matters to this agency, told pair by pair, and the recommendation under it. */
export class ModeWeightsStore {
  readonly weighed = new Resource<PairwiseWeights>();
  readonly recommendation = new Resource<Recommendation>();
  chosen: CriterionId[] = [];
  private ratios: Record<string, number> = {};

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<ModeWeightsStore, 'cloud'>(this, { cloud: false });
  }

  /** Takes a criterion in or out; a sixth is not taken. */
  toggle(id: CriterionId): void {
    const others = this.chosen.filter((one) => one !== id);
    if (others.length < this.chosen.length) this.chosen = others;
    else if (this.chosen.length < mostCriteria) this.chosen = [...this.chosen, id];
    this.weighed.clear();
    this.recommendation.clear();
  }

  get pairs(): Pair[] {
    return this.chosen.flatMap((over, index) =>
      this.chosen.slice(index + 1).map((under) => ({
        over,
        under,
        ratio: this.ratios[keyOf(over, under)] ?? null,
      })),
    );
  }

  get complete(): boolean {
    const { pairs, chosen } = this;
    return chosen.length >= fewestCriteria && pairs.every(({ ratio }) => ratio !== null);
  }

  judge(over: CriterionId, under: CriterionId, ratio: number): void {
    this.ratios[keyOf(over, under)] = ratio;
    this.ratios[keyOf(under, over)] = 1 / ratio;
    this.weighed.clear();
    this.recommendation.clear();
  }

  /** Weighs the judgements and asks what they recommend. */
  async apply(accountId: string): Promise<void> {
    const judgements = this.pairs.flatMap(({ over, under, ratio }): PairwiseJudgement[] =>
      ratio === null ? [] : [{ over, under, ratio }],
    );
    const weighed = await this.weighed.load(() => this.cloud.call('modes.weigh', { judgements }));
    if (!weighed) return;
    const { weights } = weighed;
    await this.recommendation.load(() =>
      this.cloud.call('modes.recommend', { accountId, weights }),
    );
  }

  leave(): void {
    this.chosen = [];
    this.ratios = {};
    this.weighed.clear();
    this.recommendation.clear();
  }
}

function keyOf(over: CriterionId, under: CriterionId): string {
  return `${over}/${under}`;
}
