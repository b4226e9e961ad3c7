import Taro from '@tarojs/taro';
import type { TodoItem } from '../../../typings/updates';
import { Notice } from '../../components/Notice';

/** What the account on the screen has to do: update before it fails, or rectify. */
export function TodoNotices({ items }: { items: TodoItem[] }) {
  return (
    <>
      {items.map(({ kind, recordId, text, daysLeft }) => (
        <Notice
          key={`${kind}${recordId}`}
          tone={daysLeft <= 0 ? 'bad' : 'warn'}
          title={text}
          action={kind === 'update' ? '看期限' : '去整改'}
          onAction={() => open(recordId)}
        />
      ))}
    </>
  );
}

function open(recordId: string | null): void {
  const page = recordId === null ? 'index' : `record/index?id=${recordId}`;
  void Taro.navigateTo({ url: `/supervision/inspections/mine/${page}` });
}
