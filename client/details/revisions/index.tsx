import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { StoredScore } from '../../../typings/overview';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';
import { formatChange, formatNumber, formatShare } from '../../figures';
import { instantLabel } from '../../periods';
import { decimalsOf, revisionLabel, shownPart } from '../../scores';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';

const { details, overview } = stores;

/** 修订记录: every score that this period had, and why it changed; none is ever overwritten. */
export default observer(function RevisionsPage() {
  const [open, setOpen] = useState<number | null>(null);
  useLoad(() => void details.loadDetail());
  const look = (revision: number) => {
    setOpen(revision);
    void details.loadRevision(revision);
  };

  return (
    <DetailScreen>
      <Loaded
        value={details.detail.value}
        error={details.detail.error}
        onRetry={() => void details.loadDetail()}
      >
        {({ revisions }) => (
          <Card title={`共 ${revisions.length} 次`} note="旧的分数一直可以查看，不会被覆盖">
            {revisions.map(({ revision, value, reason, computedAt }, at) => (
              <Row
                key={revision}
                label={`第 ${revision} 次 · ${instantLabel(computedAt)}`}
                note={revisionNote(revision, reason, changeFrom(revisions[at + 1]?.value, value))}
                value={value === null ? '数据不足' : formatNumber(value, decimalsOf(value))}
                onOpen={() => look(revision)}
              />
            ))}
          </Card>
        )}
      </Loaded>
      <Sheet title={`第 ${open} 次`} open={open !== null} onClose={() => setOpen(null)}>
        <Loaded
          value={details.revision.value}
          error={details.revision.error}
          onRetry={() => open !== null && look(open)}
        >
          {(score) => <Revision score={score} />}
        </Loaded>
      </Sheet>
    </DetailScreen>
  );
});

function changeFrom(earlier: number | null | undefined, value: number | null): string | null {
  if (earlier == null || value === null) return null;
  return `比上一次 ${formatChange(value - earlier, decimalsOf(value))}`;
}

function revisionNote(revision: number, reason: string | undefined, change: string | null) {
  const why = reason ?? (revision === 1 ? '首次计算' : '重新计算');
  return change === null ? why : `${why}，${change}`;
}

function schemeText({ scheme, version }: StoredScore): string {
  const index = overview.overview?.index;
  const name = index?.scheme === scheme ? index.schemeName : scheme;
  return `${name} · 版本 ${version}`;
}

function Revision({ score }: { score: StoredScore }) {
  const estimate = score.rules.find(({ code }) => code === 'estimated');
  return (
    <>
      <Row label="总分" value={formatNumber(score.value, decimalsOf(score.value))} />
      {Object.entries(score.parts).map(([key, part]) => (
        <Row
          key={key}
          label={part.label}
          value={part.value === null ? '数据不足' : formatNumber(shownPart(part), 1)}
        />
      ))}
      <Row label="数据覆盖" value={formatShare(score.coverage)} />
      <Row label="依据的数据" value={revisionLabel(score.submissionRevision)} />
      <Row label="方案" value={schemeText(score)} />
      {estimate && <Row label="含估算" note={estimate.message} />}
    </>
  );
}
