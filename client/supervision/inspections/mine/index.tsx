import Taro, { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { OwnInspections } from '../../../../typings/inspections';
import type { TodoNotice } from '../../../../typings/updates';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { DayRow } from '../../../components/DayRow';
import { Empty } from '../../../components/Empty';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { dayAt, dayLabel } from '../../../periods';
import { stores } from '../../../stores';
import { ownInspections } from '../../../stores/made/inspections';
import { daysLeftTag } from '../days-left';
import { recordStates } from '../labels.data';

const { display } = stores;

/** 检查与整改: when one's accounts run out of time, and what inspections found of them alone. */
export default observer(function MinePage() {
  useDidShow(() => void ownInspections.load());
  const { own, notices } = ownInspections;
  const todo = (notices.value?.notices ?? []).filter(stands);
  return (
    <Screen scale={display.scale}>
      <Loaded value={own.value} error={own.error} onRetry={() => void ownInspections.load()}>
        {(one) => (
          <>
            {todo.length > 0 && (
              <Card title="待办提醒">
                {todo.slice(0, 5).map(({ id, text, recordId }) => (
                  <Row key={id} label={text} onOpen={recordId ? () => open(recordId) : undefined} />
                ))}
              </Card>
            )}
            <Updates own={one} />
            <Results own={one} />
            <Card>
              <Row
                label="我的检查任务"
                note="受邀作检查员时，判定其他单位的账号"
                onOpen={() => void Taro.navigateTo({ url: '/supervision/inspections/work/index' })}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Screen>
  );
});

function Updates({ own }: { own: OwnInspections }) {
  const accounts = [
    ...own.forecasts.map(({ accountId, name }) => ({ accountId, name })),
    ...own.unknown,
  ];
  return (
    <Card title="更新时限" note="超过期限不更新，检查时单项否决">
      {own.forecasts.map(
        ({ accountId, name, lastPublished, publishBy, daysLeft, clock, sample }) => (
          <Row
            key={accountId}
            label={name}
            note={`最近发文 ${dayLabel(lastPublished)}，须在 ${dayLabel(publishBy)} 前更新（${clock.days} 天）${sample ? ' · 示例数据' : ''}`}
            value={<Tag {...daysLeftTag(daysLeft)} />}
          />
        ),
      )}
      {own.unknown.map(({ accountId, name }) => (
        <Row key={accountId} label={name} note="还不知道最近一次发文的日期" />
      ))}
      {accounts.length > 0 && <Observe accounts={accounts} />}
    </Card>
  );
}

interface Observed {
  accounts: { accountId: string; name: string }[];
}

const Observe = observer(function Observe({ accounts }: Observed) {
  const today = dayAt(Date.now());
  const [day, setDay] = useState(today);
  const [picked, pick] = useState(accounts[0]?.accountId ?? '');
  const { error, loading } = ownInspections.observed;
  return (
    <>
      {error && <Notice tone="bad" title={error.message} />}
      {accounts.length > 1 && (
        <ChoiceRow
          label="哪个账号"
          labels={Object.fromEntries(accounts.map(({ accountId, name }) => [accountId, name]))}
          chosen={picked}
          onChoose={pick}
        />
      )}
      <DayRow label="刚发了文？告知发文日" value={day} to={today} onChoose={setDay} />
      <Action
        text={loading ? '正在记录…' : '记录最近发文日'}
        kind="secondary"
        waiting={loading}
        onPress={() => void ownInspections.observe(picked, day)}
      />
    </>
  );
});

function Results({ own }: { own: OwnInspections }) {
  if (own.records.length === 0) {
    return <Empty title="还没有检查结果" text="检查通报后，这里显示本单位账号的结果。" />;
  }
  return (
    <Card title="检查结果">
      {own.records.map(({ id, account, inspectionTitle, state, dueOn, sample }) => (
        <Row
          key={id}
          label={account.name}
          note={`${inspectionTitle}${dueOn ? ` · ${dayLabel(dueOn)} 前整改` : ''}${sample ? ' · 示例数据' : ''}`}
          value={<Tag {...recordStates[state]} />}
          onOpen={() => open(id)}
        />
      ))}
    </Card>
  );
}

/** A reminder of a record stands until the agency has answered it. */
function stands({ recordId }: TodoNotice): boolean {
  const record = ownInspections.own.value?.records.find(({ id }) => id === recordId);
  return record === undefined || record.state === 'rectifying';
}

function open(recordId: string): void {
  void Taro.navigateTo({ url: `/supervision/inspections/mine/record/index?id=${recordId}` });
}
