import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { DueRecord } from '../../../../typings/inspections';
import { PagedList } from '../../../components/PagedList';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Segments } from '../../../components/Segments';
import { Tag } from '../../../components/Tag';
import { dayLabel } from '../../../periods';
import { stores } from '../../../stores';
import { rectifications } from '../../../stores/made/inspections';
import type { DueKind } from '../../../stores/rectifications';
import { daysLeftTag } from '../days-left';
import { recordStates } from '../labels.data';

const { display } = stores;
const kinds: { id: DueKind; label: string; none: string }[] = [
  { id: 'overdue', label: '已逾期', none: '没有逾期未整改的账号。' },
  { id: 'upcoming', label: '整改中', none: '没有正在整改的账号。' },
  { id: 'answered', label: '待复查', none: '没有等待复查的账号。' },
  { id: 'appealed', label: '申诉中', none: '没有等待处理的申诉。' },
];

/** 整改台账: over all inspections, the earliest day first. */
export default observer(function DuePage() {
  useDidShow(() => void rectifications.show(rectifications.kind));
  useReachBottom(() => void rectifications.list.more());
  const { list, sheet, kind } = rectifications;
  const chosen = kinds.find(({ id }) => id === kind);
  return (
    <Screen scale={display.scale}>
      <Segments
        options={kinds}
        chosen={kind}
        onChoose={(id) => {
          const next = kinds.find((one) => one.id === id)?.id ?? 'overdue';
          void rectifications.show(next);
        }}
      />
      <PagedList
        list={list}
        title={chosen?.label}
        note="各次检查合在一起，期限早的在前"
        none={chosen?.none ?? ''}
        row={(record) => <DueRow key={record.id} record={record} />}
        onRetry={() => void rectifications.show(kind)}
        sheet={sheet}
        onExport={() => void rectifications.export(kind)}
      />
    </Screen>
  );
});

function DueRow({ record }: { record: DueRecord }) {
  const { account, inspectionTitle, dueOn, daysLeft, state, sample } = record;
  const tag = state === 'rectifying' && daysLeft !== null ? daysLeftTag(daysLeft) : null;
  return (
    <Row
      label={account.name}
      note={[
        account.agency,
        inspectionTitle,
        ...(dueOn ? [`期限 ${dayLabel(dueOn)}`] : []),
        ...(sample ? ['示例数据'] : []),
      ].join(' · ')}
      value={<Tag {...(tag ?? recordStates[state])} />}
      onOpen={() =>
        void Taro.navigateTo({ url: `/supervision/inspections/record/index?id=${record.id}` })
      }
    />
  );
}
