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

/** Why it is done; then it begins. */
export const OrderSheet = observer(function OrderSheet({ scheme, onClose }: Props) {
  const [reason, write] = useState('');
  const { ordered } = recomputations;
  const order = async () => {
    if (await recomputations.order(scheme.scheme, reason.trim())) onClose();
  };

  return (
    <Sheet title={`按版本 ${scheme.version} 重算`} open onClose={onClose}>
      <Notice title="全国所有账号的以往各期都会重算">
        所需时间随账号数增长，中途可以离开；实时榜单会边算边变，已发布的榜单不变。
      </Notice>
      <FieldRow
        id="reason"
        label="原因"
        value={reason}
        placeholder="例如：方案换版，新参照值自本月生效"
        hint="单位在「修订记录」里看得到"
        error={ordered.error?.fields?.reason}
        maxLength={100}
        long
        onInput={write}
      />
      {ordered.error && !ordered.error.fields?.reason && (
        <Notice tone="bad" title={ordered.error.message} />
      )}
      <Action
        text={ordered.loading ? '正在开始…' : '开始重算'}
        waiting={ordered.loading || reason.trim() === ''}
        onPress={() => void order()}
      />
    </Sheet>
  );
});
