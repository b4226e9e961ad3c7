import { makeAutoObservable, runInAction } from 'mobx';
import type { DeviceStorage } from '../device/storage';

const key = 'display.scale';

/** 字号: standard, large, largest. */
export const typeScales = [
  { scale: 1, label: '标准' },
  { scale: 1.15, label: '大' },
  { scale: 1.3, label: '特大' },
];

/** How the person likes to read. */
export class DisplayStore {
  scale = 1;

  constructor(private readonly storage: DeviceStorage) {
    makeAutoObservable<DisplayStore, 'storage'>(this, { storage: false });
  }

  /** Takes the kept choice, or else the type size set in WeChat. */
  async restore(systemScale: number): Promise<void> {
    const kept = await this.storage.get<number>(key);
    runInAction(() => {
      this.scale = kept ?? Math.min(Math.max(systemScale, 1), 1.3);
    });
  }

  choose(scale: number): void {
    this.scale = scale;
    void this.storage.set(key, scale);
  }
}
