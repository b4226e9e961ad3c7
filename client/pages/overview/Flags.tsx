import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AnomalyFlag } from '../../../typings/indices';
import type { Account } from '../../../typings/registry';
import { FlagRows } from '../../components/FlagRows';
import { Notice } from '../../components/Notice';
import { Sheet } from '../../components/Sheet';

/** 待核对: figures that a reviewer should look at; they change no score. */
export function Flags({ flags, account }: { flags: AnomalyFlag[]; account: Account }) {
  const [open, setOpen] = useState(false);
  if (flags.length === 0) return null;
  return (
    <View>
      <Notice
        tone="info"
        title={`有 ${flags.length} 处数据建议核对`}
        action="查看"
        onAction={() => setOpen(true)}
      >
        只作提示，不影响分数。
      </Notice>
      <Sheet title="建议核对的数据" open={open} onClose={() => setOpen(false)}>
        <FlagRows flags={flags} account={account} />
      </Sheet>
    </View>
  );
}
