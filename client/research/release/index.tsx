import { useLoad, useRouter, useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { DatasetRelease } from '../../../typings/datasets';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Sheet } from '../../components/Sheet';
import { formatNumber } from '../../figures';
import { instantLabel } from '../../periods';
import { stores } from '../../stores';
import { releases } from '../../stores/made/datasets';
import { CitationCard, FaceCard, ProtectionCard } from '../ReleaseCards';
import { ApplicationsCard } from './ApplicationsCard';

/** 发布详情: how the making goes, what came of it, who uses it. */
export default observer(function ReleasePage() {
  const { params } = useRouter();
  const load = () => void releases.open(params.id ?? '');
  useLoad(load);
  useUnload(() => releases.close());
  const { release } = releases;

  return (
    <Screen scale={stores.display.scale}>
      <Loaded value={release.value} error={release.error} onRetry={load}>
        {(value) => (
          <>
            <StateNotice release={value} />
            <FaceCard release={value} />
            <ProtectionCard release={value} />
            <ApplicationsCard />
            <DownloadsCard />
            <CitationCard release={value} />
            {value.status === 'ready' && <Withdrawal id={value.id} />}
          </>
        )}
      </Loaded>
    </Screen>
  );
});

function StateNotice({ release: { status, reason, progress } }: { release: DatasetRelease }) {
  if (status === 'building') {
    const read =
      progress && progress.accounts > 0 ? `，已读取 ${formatNumber(progress.accounts)} 个账号` : '';
    return (
      <Notice title={`${progress?.step ?? '正在完成'}${read}`}>
        可以离开本页，稍后会自动继续；中断了也不会重来。
      </Notice>
    );
  }
  if (status === 'refused')
    return (
      <Notice tone="bad" title="没有发布">
        {reason}
      </Notice>
    );
  if (status === 'withdrawn')
    return (
      <Notice tone="warn" title="已撤回">
        {reason}
      </Notice>
    );
  return null;
}

const DownloadsCard = observer(function DownloadsCard() {
  const { rows, hasMore, page } = releases.downloads;
  if (rows.length === 0) return null;
  return (
    <Card title="下载记录" note="每次下载都记入审计日志">
      {rows.map(({ id, at, institution, alias, format }) => (
        <Row
          key={id}
          label={institution}
          note={`${alias} · ${instantLabel(at)}`}
          value={format === 'csv' ? 'CSV' : 'JSON Lines'}
        />
      ))}
      {hasMore && (
        <Action
          text="更多"
          kind="plain"
          waiting={page.loading}
          onPress={() => void releases.downloads.more()}
        />
      )}
    </Card>
  );
});

const Withdrawal = observer(function Withdrawal({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const { error, loading } = releases.withdrawal;
  const withdraw = async () => {
    if (await releases.withdraw(id, reason.trim())) setOpen(false);
  };
  return (
    <Card>
      <Action text="撤回这份数据" kind="secondary" onPress={() => setOpen(true)} />
      <Sheet title="撤回这份数据" open={open} onClose={() => setOpen(false)}>
        <Notice tone="warn" title="撤回后立即不能下载，不能恢复">
          已批准的研究机构会看到“已撤回”和原因。同一周期可以再发布新版。
        </Notice>
        <FieldRow
          id="reason"
          label="原因"
          value={reason}
          placeholder="例如：有三个账号的数据更正"
          maxLength={200}
          long
          error={error?.fields?.reason}
          onInput={setReason}
        />
        {error && !error.fields?.reason && <Notice tone="bad" title={error.message} />}
        <Action
          text={loading ? '正在撤回…' : '撤回'}
          waiting={loading || reason.trim() === ''}
          onPress={() => void withdraw()}
        />
      </Sheet>
    </Card>
  );
});
