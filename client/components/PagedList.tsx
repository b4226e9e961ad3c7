import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { ReactNode } from 'react';
import type { ApiError } from '../../typings/answer';
import { Card } from './Card';
import { Empty } from './Empty';
import { ExportSheet, type SheetState } from './ExportSheet';
import { Notice } from './Notice';
import { isShut, Shut } from './Shut';
import { Skeleton } from './Skeleton';

interface Props<T> {
  /** rows that come a page at a time */
  list: {
    readonly rows: T[];
    readonly hasMore: boolean;
    readonly page: {
      readonly value: unknown;
      readonly error: ApiError | null;
      readonly loading: boolean;
    };
  };
  row: (one: T) => ReactNode;
  title?: string;
  note?: string;
  /** what an empty list means */
  none: string;
  onRetry: () => void;
  /** the same rows as a table, in parts where there are many */
  sheet?: SheetState;
  onExport?: () => void;
}

/** A list that comes a page at a time: its rows, waiting, failing, empty, at its end, as a table. */
export const PagedList = observer(function PagedList<T>(props: Props<T>) {
  const { list, row, title, note, none, onRetry, sheet, onExport } = props;
  const { page, rows, hasMore } = list;
  return (
    <>
      {page.error && isShut(page.error) && <Shut error={page.error} />}
      {page.error && !isShut(page.error) && (
        <Notice tone="bad" title={page.error.message} action="重试" onAction={onRetry} />
      )}
      {rows.length > 0 && (
        <Card title={title} note={note}>
          {rows.map(row)}
          {sheet && onExport && <ExportSheet sheet={sheet} onExport={onExport} />}
        </Card>
      )}
      {page.loading && (
        <Card>
          <Skeleton lines={rows.length > 0 ? 2 : 6} />
        </Card>
      )}
      {page.value !== null && rows.length === 0 && !page.loading && (
        <Empty title="没有" text={none} />
      )}
      {rows.length > 0 && !hasMore && <View className="list-end">已全部显示</View>}
    </>
  );
});
