import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Inspection } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { FieldRow } from '../../../components/FieldRow';
import { Notice } from '../../../components/Notice';
import { Sheet } from '../../../components/Sheet';
import { instantLabel } from '../../../periods';
import { inspections } from '../../../stores/made/inspections';

interface Props {
  inspection: Inspection;
}

/** 作废: gives up an inspection that nobody inspects yet, with the reason. */
export function Discard({ inspection }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Action text="作废这次检查" kind="plain" onPress={() => setOpen(true)} />
      {open && <Confirm inspection={inspection} onDone={() => setOpen(false)} />}
    </>
  );
}

const Confirm = observer(function Confirm({
  inspection: { id, seed, sample },
  onDone,
}: Props & { onDone: () => void }) {
  const [reason, setReason] = useState('');
  const { error, loading } = inspections.stepped;
  const discard = async () => {
    if (await inspections.discard(id, reason.trim())) onDone();
  };
  return (
    <Sheet title="作废这次检查" open onClose={onDone}>
      <Notice tone="warn" title="作废后不能恢复">
        {seed && sample
          ? `已抽取的 ${sample.size} 个账号、种子和理由仍留在检查记录中，供人核验；重新检查须另建。`
          : '名称和理由仍留在检查记录中；重新检查须另建。'}
      </Notice>
      <FieldRow
        id="reason"
        label="理由"
        value={reason}
        placeholder="例如：范围选错，另建检查"
        error={error?.fields?.reason}
        maxLength={200}
        long
        onInput={setReason}
      />
      {error && <Notice tone="bad" title={error.message} />}
      <Action
        text={loading ? '正在作废…' : '确认作废'}
        waiting={loading || reason.trim() === ''}
        onPress={() => void discard()}
      />
    </Sheet>
  );
});

/** Why there is nothing more to do. */
export function Discarded({ inspection: { discarded } }: Props) {
  return (
    discarded && (
      <Card title="已作废" note={instantLabel(discarded.at)}>
        <Notice title="理由">{discarded.reason}</Notice>
      </Card>
    )
  );
}
