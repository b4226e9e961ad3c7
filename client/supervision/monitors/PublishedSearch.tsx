import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { PagedList } from '../../components/PagedList';
import { Row } from '../../components/Row';
import { dayLabel } from '../../periods';
import { monitors } from '../../stores/made/monitors';

/** Who in scope published the same title: as information, never as a duty. */
export const PublishedSearch = observer(function PublishedSearch() {
  const [title, setTitle] = useState('');
  const search = () => void monitors.search(title);
  return (
    <>
      <Notice tone="warn" title="仅供了解，不得作为任务或考核" />
      <Card>
        <FieldRow
          id="title"
          label="文章标题"
          value={title}
          placeholder="上级账号文章的完整标题"
          maxLength={200}
          onInput={setTitle}
        />
        <Action
          text="查找"
          waiting={monitors.published.page.loading || title.trim() === ''}
          onPress={search}
        />
      </Card>
      <PagedList
        list={monitors.published}
        title="发布过同题文章的账号"
        none="辖区内没有账号填报过这个标题。"
        row={({ accountId, accountName, agencyName, publishedAt }) => (
          <Row
            key={`${accountId} ${publishedAt}`}
            label={accountName}
            note={agencyName}
            value={dayLabel(publishedAt)}
          />
        )}
        onRetry={search}
        sheet={monitors.sheet}
        onExport={() => void monitors.exportPublished()}
      />
    </>
  );
});
