import { makeAutoObservable } from 'mobx';
import type { NamedClock, UpdateForecast } from '../../typings/updates';
import type { Cloud } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { Paged } from './paged';
import { Resource } from './resource';
import { SheetInParts } from './sheet-in-parts';

/** 更新预警: which accounts in scope run out of time, and the floor on updates that applies to them. */
export class UpdateForecastsStore {
  readonly forecasts = new Paged<UpdateForecast>();
  readonly clocks = new Resource<{ clocks: NamedClock[] }>();
  readonly sheet: SheetInParts;

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.sheet = new SheetInParts(openFile);
    makeAutoObservable<UpdateForecastsStore, 'cloud'>(this, { cloud: false });
  }

  load(withinDays: number): Promise<void> {
    this.sheet.clear();
    this.clocks.clear();
    return this.forecasts.start(
      (cursor) => this.cloud.call('inspections.forecast', { withinDays, cursor }),
      String(withinDays),
    );
  }

  /** The floor on updates for accounts in scope. */
  async loadClocks(): Promise<void> {
    if (!this.clocks.value) {
      await this.clocks.load(() => this.cloud.call('inspections.clocks', {}));
    }
  }

  async export(withinDays: number): Promise<void> {
    await this.sheet.open('更新预警', String(withinDays), (cursor) =>
      this.cloud.call('inspections.exportForecast', { withinDays, cursor }),
    );
  }

  leave(): void {
    this.forecasts.clear();
    this.clocks.clear();
    this.sheet.clear();
  }
}
