import { makeAutoObservable, observable, runInAction } from 'mobx';
import type { Answer, ApiError } from '../../typings/answer';

/** Something asked of the cloud: its newest value, whether it is being asked, why it failed. */
export class Resource<T> {
  value: T | null = null;
  error: ApiError | null = null;
  loading = false;
  private asked = 0;

  constructor() {
    makeAutoObservable<Resource<T>, 'asked'>(this, { asked: false, value: observable.ref });
  }

  /** Asks; an answer that comes after a newer question was asked is dropped. */
  async load(ask: () => Promise<Answer<T>>): Promise<T | null> {
    this.asked += 1;
    const turn = this.asked;
    this.loading = true;
    this.error = null;
    const answer = await ask();
    return runInAction(() => {
      if (turn !== this.asked) return null;
      this.loading = false;
      if (!answer.ok) {
        this.error = answer.error;
        return null;
      }
      this.value = answer.data;
      return answer.data;
    });
  }

  /** Shows a value known from elsewhere, such as one kept on the device. */
  show(value: T | null): void {
    this.value = value;
  }

  /** Forgets everything, a pending answer included. */
  clear(): void {
    this.asked += 1;
    this.value = null;
    this.error = null;
    this.loading = false;
  }
}
