import { View } from '@tarojs/components';
import Taro, { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Inspection, InspectionRecord, RecordState } from '../../../../typings/inspections';
import { Card } from '../../../components/Card';
import { Columns } from '../../../components/Columns';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Pills } from '../../../components/Pills';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { copyText } from '../../../device/copy';
import { formatNumber, formatShare } from '../../../figures';
import { dayLabel } from '../../../periods';
import { stores } from '../../../stores';
import { inspections } from '../../../stores/made/inspections';
import { inspectionStates, recordStates } from '../labels.data';
import { NextStep } from './NextStep';
import { Statistics } from './Statistics';

const { display } = stores;

/** 检查: where it stands, what comes next, and its records. */
export default observer(function InspectionPage() {
  const id = useRouter().params.id ?? '';
  useDidShow(() => void inspections.open(id));
  useReachBottom(() => void inspections.more());
  const { inspection } = inspections;
  return (
    <Screen scale={display.scale}>
      <Loaded
        value={inspection.value}
        error={inspection.error}
        onRetry={() => void inspections.open(id)}
      >
        {(one) => (
          <Columns
            aside={
              <>
                <Facts inspection={one} />
                <NextStep inspection={one} />
                <Statistics inspection={one} />
              </>
            }
          >
            <Records inspection={one} />
          </Columns>
        )}
      </Loaded>
    </Screen>
  );
});

const Facts = observer(function Facts({ inspection }: { inspection: Inspection }) {
  const { title, scopeLabel, inspectionDay, share, frame, sample, state } = inspection;
  const ruleSet = inspections.rules.find(inspection.ruleSetId);
  return (
    <Card
      title={title}
      note={`${scopeLabel}${inspection.sampleData ? ' · 示例数据' : ''}`}
      aside={<Tag {...inspectionStates[state]} />}
    >
      <Row label="细则" value={ruleSet?.name ?? '…'} />
      <Row label="检查日" value={dayLabel(inspectionDay)} />
      <Row
        label="名单"
        note={frame ? `校验和 ${frame.checksum.slice(0, 16)}…` : '封存种子后冻结'}
        value={frame ? `${formatNumber(frame.size)} 个` : '—'}
      />
      <Row
        label="抽取"
        note={`比例 ${formatShare(share, 1)}，上次不合格的另外全部复查`}
        value={sample ? `${sample.size} 个（复查 ${sample.rechecks}）` : '—'}
      />
      {inspection.seed && (
        <Row
          label="核验材料"
          note="名单、种子与见证数，任何人可重新抽取"
          value="复制链接"
          onOpen={() => void copyProof(inspection.id)}
        />
      )}
      {inspection.commitment && (
        <Row
          label="种子"
          note={`封存摘要 ${inspection.commitment.slice(0, 16)}…`}
          value={inspection.seed ? `${inspection.seed.slice(0, 12)}…` : '抽取时公开'}
        />
      )}
    </Card>
  );
});

const Records = observer(function Records({ inspection }: { inspection: Inspection }) {
  const { list, records, state } = inspections;
  const states = (Object.keys(recordStates) as RecordState[]).filter(
    (one) => inspection.counts[one] > 0,
  );
  if (states.length === 0) return null;
  const isDiscarded = inspection.state === 'discarded';
  const reload = () => void inspections.filter(inspection.id, state);
  const labels = Object.fromEntries(
    states.map((one) => [one, `${recordStates[one].text} ${inspection.counts[one]}`]),
  );
  return (
    <>
      <Card title={inspection.inspectors === 0 ? '抽取的账号' : '检查结果'}>
        {!isDiscarded && (
          <Pills
            options={labels}
            chosen={state ? [state] : []}
            onTap={(chosen) => {
              const found = states.find((one) => one === chosen) ?? null;
              void inspections.filter(inspection.id, found === state ? null : found);
            }}
          />
        )}
        {records.error && (
          <Notice tone="bad" title={records.error.message} action="重试" onAction={reload} />
        )}
        {records.loading && list.length === 0 && <Skeleton lines={6} />}
        {list.map((record) => (
          <Row
            key={record.id}
            label={record.account.name}
            note={[
              record.account.agency,
              ...(record.recheck ? ['复查'] : []),
              ...(record.state === 'waiting' ? [] : [lastPublished(record)]),
              ...(record.dueOn ? [`${dayLabel(record.dueOn)} 前整改`] : []),
            ].join(' · ')}
            value={isDiscarded ? undefined : <Tag {...recordStates[record.state]} />}
            onOpen={() =>
              void Taro.navigateTo({
                url: `/supervision/inspections/record/index?id=${record.id}`,
              })
            }
          />
        ))}
      </Card>
      {records.value?.next === null && <View className="list-end">已全部显示</View>}
    </>
  );
});

function lastPublished({ lastUpdate }: InspectionRecord): string {
  return lastUpdate ? `最近发文 ${dayLabel(lastUpdate)}` : '最近发文未知';
}

async function copyProof(id: string): Promise<void> {
  const url = await inspections.proofLink(id);
  if (url) await copyText(url, '链接已复制，五分钟内有效');
}
