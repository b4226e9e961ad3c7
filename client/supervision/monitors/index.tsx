import { Textarea, View } from '@tarojs/components';
import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { type ReactNode, useState } from 'react';
import type {
  HitDecision,
  HitKind,
  PostingRecord,
  Published,
  TitleHit,
} from '../../../typings/monitors';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Segments } from '../../components/Segments';
import { Skeleton } from '../../components/Skeleton';
import { Tag } from '../../components/Tag';
import { periodLabel } from '../../periods';
import { stores } from '../../stores';
import { monitors } from '../../stores/made/monitors';
import type { Paged } from '../../stores/paged';
import './index.scss';

const { session, display } = stores;

const views = [
  { id: 'postings', label: '更新间隔' },
  { id: 'hits', label: '错敏词' },
  { id: 'published', label: '同题发布' },
  { id: 'check', label: '自查' },
] as const;
type ViewId = (typeof views)[number]['id'];

const kindLabels: Record<HitKind, string> = {
  'wrong-form': '错别字',
  sensitive: '不规范表述',
  'identity-number': '身份证号未遮挡',
  'phone-number': '手机号未遮挡',
  'bank-card': '银行卡号未遮挡',
};
const decisions: Record<HitDecision, string> = {
  'false-alarm': '误报',
  corrected: '已更正',
  inspection: '转检查',
};

/** 日常监测 for a supervisor; for staff, a look at a text before it is published. */
export default observer(function MonitorsPage() {
  const [chosen, choose] = useState<ViewId>('postings');
  const load = async (view: ViewId) => {
    await session.loadMemberships();
    if (!session.hasRole('supervisor')) return;
    if (view === 'postings') await monitors.showPostings('gap');
    if (view === 'hits') await monitors.showHits();
  };
  useDidShow(() => void load(chosen));
  useReachBottom(() => {
    if (chosen === 'postings') void monitors.postings.more();
    if (chosen === 'hits') void monitors.hits.more();
    if (chosen === 'published') void monitors.published.more();
  });
  const isSupervisor = session.hasRole('supervisor');

  return (
    <Screen scale={display.scale}>
      {isSupervisor && (
        <Segments
          options={[...views]}
          chosen={chosen}
          onChoose={(id) => {
            const view = views.find((one) => one.id === id)?.id ?? 'postings';
            choose(view);
            void load(view);
          }}
        />
      )}
      {isSupervisor && chosen === 'postings' && (
        <List
          list={monitors.postings}
          title="最长间隔，从长到短"
          none="还没有账号填报过文章。"
          row={postingRow}
        />
      )}
      {isSupervisor && chosen === 'hits' && <Hits />}
      {isSupervisor && chosen === 'published' && <PublishedSearch />}
      {(!isSupervisor || chosen === 'check') && <Check />}
    </Screen>
  );
});

interface ListProps<T> {
  list: Paged<T>;
  title: string;
  none: string;
  row: (one: T) => ReactNode;
}

const List = observer(function List<T>({ list, title, none, row }: ListProps<T>) {
  const { page, rows } = list;
  return (
    <>
      {page.error && <Notice tone="bad" title={page.error.message} />}
      {rows.length > 0 && <Card title={title}>{rows.map(row)}</Card>}
      {page.loading && (
        <Card>
          <Skeleton lines={rows.length > 0 ? 2 : 6} />
        </Card>
      )}
      {page.value && rows.length === 0 && !page.loading && <Empty title="没有" text={none} />}
      {rows.length > 0 && !list.hasMore && <View className="list-end">已全部显示</View>}
    </>
  );
});

function postingRow(one: PostingRecord) {
  const { previous, standard } = one;
  const before = previous?.longestGapDays;
  return (
    <Row
      key={one.accountId}
      label={one.accountName}
      note={[
        periodLabel(one.period),
        before === null || before === undefined ? '' : `上期 ${before} 天`,
        one.daysBelow === null ? '' : `不达标 ${one.daysBelow} 天`,
        standard ? `标准 ${standard.days} 天` : '',
        one.silentDays === null ? '' : `距上次推文 ${one.silentDays} 天`,
        one.openHits > 0 ? `待核词条 ${one.openHits}` : '',
        one.sample ? '示例数据' : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      value={one.longestGapDays === null ? '—' : `${one.longestGapDays} 天`}
    />
  );
}

const Hits = observer(function Hits() {
  const { decided } = monitors;
  return (
    <>
      <Notice title="命中只是提示，由人核对后再处理。" />
      {decided.error && <Notice tone="bad" title={decided.error.message} />}
      <List list={monitors.hits} title="待核对" none="没有待核对的词条。" row={hitRow} />
    </>
  );
});

function hitRow(hit: TitleHit) {
  return (
    <Row
      key={hit.id}
      label={hit.excerpt}
      note={[
        hit.accountName,
        hit.publishedAt ?? '',
        `${hit.found}${hit.instead ? ` → ${hit.instead}` : ''}`,
        hit.list ?? '',
        hit.sample ? '示例数据' : '',
      ]
        .filter(Boolean)
        .join(' · ')}
      value={<Tag text={kindLabels[hit.kind]} tone="warn" />}
      onOpen={() => void decide(hit)}
    />
  );
}

async function decide({ id }: TitleHit): Promise<void> {
  const choices = Object.entries(decisions) as [HitDecision, string][];
  const itemList = choices.map(([, label]) => label);
  // Closing the sheet without a choice rejects.
  const chosen = await Taro.showActionSheet({ itemList }).catch(() => null);
  const decision = chosen && choices[chosen.tapIndex]?.[0];
  if (decision) await monitors.decide(id, decision);
}

const PublishedSearch = observer(function PublishedSearch() {
  const [title, setTitle] = useState('');
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
          onPress={() => void monitors.search(title)}
        />
      </Card>
      <List
        list={monitors.published}
        title="发布过同题文章的账号"
        none="辖区内没有账号填报过这个标题。"
        row={publishedRow}
      />
    </>
  );
});

function publishedRow({ accountId, accountName, agencyName, publishedAt }: Published) {
  return (
    <Row
      key={`${accountId} ${publishedAt}`}
      label={accountName}
      note={agencyName}
      value={publishedAt}
    />
  );
}

const Check = observer(function Check() {
  const [text, setText] = useState('');
  const { value, error, loading } = monitors.checked;
  return (
    <>
      <Card title="发布前自查" note="粘贴标题、正文或公示名单；内容不会保存">
        <Textarea
          className="monitors-text"
          value={text}
          maxlength={20_000}
          placeholder="在这里粘贴"
          onInput={(event) => setText(event.detail.value)}
        />
        <Action
          text={loading ? '正在检查…' : '检查'}
          waiting={loading || text.trim() === ''}
          onPress={() => void monitors.check(text)}
        />
      </Card>
      {error && <Notice tone="bad" title={error.message} />}
      {value?.hits.length === 0 && (
        <Notice tone="good" title="没有发现问题；仍请按三审三校把关。" />
      )}
      {value && value.hits.length > 0 && (
        <Card title={`提示 ${value.hits.length} 处`}>
          {value.hits.map(({ kind, found, instead, excerpt }) => (
            <Row
              key={`${kind} ${found} ${excerpt}`}
              label={`${found}${instead ? ` → ${instead}` : ''}`}
              note={excerpt}
              value={<Tag text={kindLabels[kind]} tone="warn" />}
            />
          ))}
        </Card>
      )}
    </>
  );
});
