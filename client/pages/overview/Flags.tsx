import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Overview } from '../../../typings/overview';
import { FlagRows } from '../../components/FlagRows';
import { Notice } from '../../components/Notice';
import { Sheet } from '../../components/Sheet';
import { notComparedText } from '../../peer-comparison';

/** 待核对: figures that a reviewer should look at; they change no score. */
export function Flags({ overview }: { overview: Overview }) {
  const [open, setOpen] = useState(false);
  const { kind, flags, peerComparison } = overview;
  if (flags.length === 0) {
    const notCompared = peerComparison && notComparedText({ kind, peerComparison });
    return notCompared ? <Notice title="没有发现要核对的数据">{notCompared}。</Notice> : null;
  }
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
        <FlagRows flagged={overview} />
      </Sheet>
    </View>
  );
}
