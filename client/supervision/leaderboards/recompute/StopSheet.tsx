import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { SchemeRecomputation } from '../../../../typings/recomputation';
import { Action } from '../../../components/Action';
import { FieldRow } from '../../../components/FieldRow';
import { Notice } from '../../../components/Notice';
import { Sheet } from '../../../components/Sheet';
import { recomputations } from '../../../stores/made/leaderboards';

interface Props {
  scheme: SchemeRecomputation;
  onClose: () => void;
}

/** What stays when it is called off, and why it is; then it stops. */
export const StopSheet = observer(function StopSheet({ scheme, onClose }: Props) {
  const [reason, write] = useState('');
  const { stopped } = recomputations;
  const stop = async () => {
    if (await recomputations.stop(scheme.scheme, reason.trim())) onClose();
  };

  return (
    <Sheet title={`停止版本 ${scheme.version} 的重算`} open onClose={onClose}>
      <Notice tone="warn" title="停下以后，以往各期会新旧版本并存">
        已写下的新分数保留并计入榜单，没有算到的仍是原来的分数。以后可以再重算一次来补齐。
      </Notice>
      <FieldRow
        id="stop-reason"
        label="原因"
        value={reason}
        placeholder="例如：参照值有误，更正后再算"
        hint="记入操作记录"
        error={stopped.error?.fields?.reason}
        maxLength={100}
        long
        onInput={write}
      />
      {stopped.error && !stopped.error.fields?.reason && (
        <Notice tone="bad" title={stopped.error.message} />
      )}
      <Action
        text={stopped.loading ? '正在停止…' : '确认停止'}
        waiting={stopped.loading || reason.trim() === ''}
        onPress={() => void stop()}
      />
    </Sheet>
  );
});
