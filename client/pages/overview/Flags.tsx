import { View } from '@tarojs/components';
import { useState } from 'react';
import type { AnomalyFlag } from '../../../typings/indices';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';
import { Tag } from '../../components/Tag';
import { formatBrief } from '../../figures';
import { evidenceLabels } from '../../metrics.data';

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
        {flags.map(({ code, metric, message, severity, evidence }) => (
          <Row
            key={`${code}-${metric}`}
            label={message}
            note={evidenceText(evidence)}
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

/** The numbers that raised a flag, those that have a name here. */
function evidenceText(evidence: AnomalyFlag['evidence']): string | undefined {
  const told = Object.entries(evidence).flatMap(([name, value]) => {
    const label = evidenceLabels[name];
    return label ? [`${label} ${typeof value === 'number' ? formatBrief(value) : value}`] : [];
  });
  return told.length > 0 ? `依据：${told.join('，')}` : undefined;
}
