import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { TodoItem } from '../../../typings/updates';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { Tag } from '../../components/Tag';
import { stores } from '../../stores';

const { todo } = stores;
const shownFirst = 5;

/** 待办: what one's accounts have to do, the most urgent first; nothing when there is nothing. */
export const TodoCard = observer(function TodoCard() {
  const { items } = todo;
  if (items.length === 0) return null;
  return (
    <Card title="待办" note={items.length > shownFirst ? `共 ${items.length} 项` : undefined}>
      {items.slice(0, shownFirst).map((item) => (
        <Row
          key={`${item.accountId}${item.recordId}`}
          label={item.kind === 'update' ? '更新将到期' : '检查整改'}
          note={item.text}
          value={
            <Tag
              tone={item.daysLeft <= 0 ? 'bad' : 'warn'}
              text={item.daysLeft < 0 ? `! 逾期 ${-item.daysLeft} 天` : dueText(item.daysLeft)}
            />
          }
          onOpen={() => openTodo(item)}
        />
      ))}
    </Card>
  );
});

/** Where something to do is done. */
function openTodo({ recordId }: TodoItem): void {
  const page = recordId === null ? 'index' : `record/index?id=${recordId}`;
  void Taro.navigateTo({ url: `/supervision/inspections/mine/${page}` });
}

function dueText(daysLeft: number): string {
  return daysLeft === 0 ? '! 今天到期' : `还剩 ${daysLeft} 天`;
}
