import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { Segments } from '../../components/Segments';
import { stores } from '../../stores';
import { monitors } from '../../stores/made/monitors';
import { Check } from './Check';
import { Hits } from './Hits';
import { Postings } from './Postings';
import { PublishedSearch } from './PublishedSearch';

const { session, display } = stores;

const views = [
  { id: 'postings', label: '更新间隔' },
  { id: 'hits', label: '错敏词' },
  { id: 'published', label: '同题发布' },
  { id: 'check', label: '自查' },
] as const;
type ViewId = (typeof views)[number]['id'];

/** 日常监测 for a supervisor; for staff, a look at a text before it is published. */
export default observer(function MonitorsPage() {
  const [chosen, choose] = useState<ViewId>('postings');
  const load = async (view: ViewId) => {
    await session.loadMemberships();
    if (!session.hasRole('supervisor')) return;
    if (view === 'postings') await monitors.showPostings(monitors.order);
    if (view === 'hits') await monitors.showHits();
  };
  useDidShow(() => void load(chosen));
  useReachBottom(() => {
    if (chosen === 'postings') void monitors.postings.more();
    if (chosen === 'hits') void monitors.hits.more();
    if (chosen === 'published') void monitors.published.more();
  });
  if (!session.hasRole('supervisor')) {
    const { value, error } = session.memberships;
    return (
      <Screen scale={display.scale}>
        <Loaded value={value} error={error} onRetry={() => void load(chosen)}>
          {() => <Check />}
        </Loaded>
      </Screen>
    );
  }
  return (
    <Screen scale={display.scale}>
      <Segments
        options={[...views]}
        chosen={chosen}
        onChoose={(id) => {
          const view = views.find((one) => one.id === id)?.id ?? 'postings';
          choose(view);
          void load(view);
        }}
      />
      {chosen === 'postings' && <Postings />}
      {chosen === 'hits' && <Hits />}
      {chosen === 'published' && <PublishedSearch />}
      {chosen === 'check' && <Check />}
    </Screen>
  );
});
