import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ApiError } from '../../typings/answer';
import { Action } from './Action';
import './ExportSheet.scss';
import { Notice } from './Notice';

export interface SheetState {
  readonly busy: boolean;
  readonly error: ApiError | null;
  /** of a long list the part that comes next; 1 at the beginning */
  readonly part?: number;
}

interface Props {
  sheet: SheetState;
  onExport: () => void;
}

/** The way from a list to the same rows as a table. */
export const ExportSheet = observer(function ExportSheet({ sheet, onExport }: Props) {
  return (
    <View className="export-sheet">
      <Action text={labelOf(sheet)} kind="secondary" waiting={sheet.busy} onPress={onExport} />
      {sheet.error && <Notice tone="bad" title={sheet.error.message} />}
    </View>
  );
});

function labelOf({ busy, part = 1 }: SheetState): string {
  if (busy) return '正在生成…';
  return part > 1 ? `名单较长，接着导出第 ${part} 份` : '导出表格';
}
