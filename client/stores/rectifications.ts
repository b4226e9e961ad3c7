import { makeAutoObservable } from 'mobx';
import type { ActionInput } from '../../typings/api';
import type { DueRecord } from '../../typings/inspections';
import type { Cloud } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { Paged } from './paged';
import { SheetInParts } from './sheet-in-parts';

export type DueKind = ActionInput<'inspections.due'>['show'];

/** 整改台账: what is to be rectified, looked at again or decided, over all inspections in scope. */
export class RectificationsStore {
  readonly list = new Paged<DueRecord>();
  readonly sheet: SheetInParts;
  kind: DueKind = 'overdue';

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.sheet = new SheetInParts(openFile);
    makeAutoObservable<RectificationsStore, 'cloud'>(this, { cloud: false });
  }

  show(kind: DueKind): Promise<void> {
    this.kind = kind;
    return this.list.start(
      (cursor) => this.cloud.call('inspections.due', { show: kind, cursor }),
      kind,
    );
  }

  async export(kind: DueKind): Promise<void> {
    await this.sheet.open('整改台账', kind, (cursor) =>
      this.cloud.call('inspections.exportDue', { show: kind, cursor }),
    );
  }

  leave(): void {
    this.list.clear();
    this.sheet.clear();
  }
}
