import { makeAutoObservable } from 'mobx';
import type { RunningSpan } from '../../typings/submission';
import type { Day } from '../../typings/vocabulary';

/** 截至日期 of a period that still runs: as the files tell it, or as the person states it. */
export class RunningThrough {
  /** null for a period that is over */
  span: RunningSpan | null = null;
  stated: Day | null = null;

  constructor() {
    makeAutoObservable(this);
  }

  /** A stated day that the files go beyond is not meant any more. */
  get day(): Day | null {
    if (!this.span) return null;
    const { from, to, through } = this.span;
    const { stated } = this;
    return stated !== null && stated >= from && stated <= to ? stated : through;
  }

  state(day: Day | null): void {
    this.stated = day;
  }

  ask(span: RunningSpan | null): void {
    this.span = span;
  }

  clear(): void {
    this.span = null;
    this.stated = null;
  }
}
