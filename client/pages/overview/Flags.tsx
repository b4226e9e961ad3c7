import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AnomalyFlag } from '../../../typings/indices';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';
import { Tag } from '../../components/Tag';

/** 待核对: figures that a reviewer should look at; they change no score. */
export function Flags({ flags }: { flags: AnomalyFlag[] }) {
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
        {flags.map(({ code, metric, message, severity }) => (
          <Row
            key={`${code}-${metric}`}
            label={message}
            value={
              <Tag
                tone={severity === 'warning' ? 'warn' : 'plain'}
                text={severity === 'warning' ? '重点' : '一般'}
              />
            }
          />
        ))}
      </Sheet>
    </View>
  );
}
