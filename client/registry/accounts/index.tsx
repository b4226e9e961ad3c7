import { View } from '@tarojs/components';
import Taro, { useLoad, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { AccountFilter } from '../../../typings/api';
import type { Level } from '../../../typings/vocabulary';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Choices } from '../../components/Choices';
import { Columns } from '../../components/Columns';
import { Empty } from '../../components/Empty';
import { ExportSheet } from '../../components/ExportSheet';
import { FieldRow } from '../../components/FieldRow';
import { ManyNames } from '../../components/ManyNames';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Sheet } from '../../components/Sheet';
import { Skeleton } from '../../components/Skeleton';
import { Tag } from '../../components/Tag';
import { departmentLabels, kindLabels, levelLabels } from '../../labels.data';
import { stores } from '../../stores';

const { registry, display } = stores;
const everyLevel = 'all';

/** 查找账号: accounts in one's own scope, a page at a time. */
export default observer(function AccountsPage() {
  const [query, setQuery] = useState('');
  const [level, setLevel] = useState<string>(everyLevel);
  const [picking, pick] = useState(false);
  const search = (chosen = level) => void registry.search(filterOf(query, chosen));
  useLoad(() => search());
  useReachBottom(() => void registry.more());
  const { found, page, sheet } = registry;

  return (
    <Screen scale={display.scale}>
      <Columns
        aside={
          <Card>
            <FieldRow
              id="query"
              label="名称、微信号或主办单位"
              value={query}
              placeholder="例如：鼓楼"
              maxLength={40}
              onInput={setQuery}
            />
            <Row
              label="级别"
              value={level === everyLevel ? '全部' : levelLabels[level as Level]}
              onOpen={() => pick(true)}
            />
            <Action text="查找" waiting={page.loading} onPress={() => search()} />
          </Card>
        }
      >
        {page.error && (
          <Notice tone="bad" title={page.error.message} action="重试" onAction={() => search()} />
        )}
        {found.length > 0 && (
          <Card>
            {found.map(({ id, name, agency, kind, status, sample }) => (
              <Row
                key={id}
                label={name}
                note={`${agency.name} · ${levelLabels[agency.level]} · ${departmentLabels[agency.department]} · ${kindLabels[kind]}${sample ? ' · 示例数据' : ''}`}
                value={status === 'closed' ? <Tag text="已注销" /> : undefined}
                onOpen={() => void Taro.navigateTo({ url: `/registry/account/index?id=${id}` })}
              />
            ))}
            <ExportSheet sheet={sheet} onExport={() => void registry.exportFound()} />
          </Card>
        )}
        {page.loading && (
          <Card>
            <Skeleton lines={found.length > 0 ? 2 : 6} />
          </Card>
        )}
        {query.trim() !== '' && registry.hasMore && !page.loading && (
          <ManyNames onMore={() => void registry.more()} />
        )}
        {page.value && found.length === 0 && !registry.hasMore && !page.loading && (
          <Empty title="没有找到" text="换个词试试；只能找到您管辖范围内的账号。" />
        )}
        {found.length > 0 && !registry.hasMore && <View className="list-end">已全部显示</View>}
      </Columns>
      <Sheet title="级别" open={picking} onClose={() => pick(false)}>
        <Choices
          options={[
            { id: everyLevel, label: '全部' },
            ...Object.entries(levelLabels).map(([id, label]) => ({ id, label })),
          ]}
          chosen={level}
          onChoose={(id) => {
            pick(false);
            setLevel(id);
            search(id);
          }}
        />
      </Sheet>
    </Screen>
  );
});

function filterOf(query: string, level: string): AccountFilter {
  return {
    ...(query.trim() ? { query: query.trim() } : {}),
    ...(level === everyLevel ? {} : { levels: [level as Level] }),
  };
}
