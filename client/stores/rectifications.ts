import { makeAutoObservable } from 'mobx';
import type { ActionInput } from '../../typings/api';
import type { DueRecord } from '../../typings/inspections';
import type { Cloud } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Paged } from './paged';

export type DueKind = ActionInput<'inspections.due'>['show'];

/** 整改台账: what is to be rectified, looked at again or decided, over all inspections in scope. */
export class RectificationsStore {
  readonly list = new Paged<DueRecord>();
  readonly file: FileToOpen;
  kind: DueKind = 'overdue';

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.file = new FileToOpen(openFile);
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
    await this.file.open({ name: '整改台账', kind: 'xlsx' }, () =>
      this.cloud.call('inspections.exportDue', { show: kind }),
    );
  }

  leave(): void {
    this.list.clear();
    this.file.clear();
  }
}
