import { useEffect, useState } from 'react';
import type { LeverChange } from '../../../typings/insights';
import { Action } from '../../components/Action';
import { FieldRow } from '../../components/FieldRow';
import { Sheet } from '../../components/Sheet';
import { formatBrief, parseFigure } from '../../figures';
import { stores } from '../../stores';

const { details } = stores;

interface Props {
  lever: LeverChange | null;
  onClose: () => void;
  /** the limits were changed */
  onLimit: () => void;
}

/** How far the person thinks that a lever can go; blank leaves it to the usual limit. */
export function LimitSheet({ lever, onClose, onLimit }: Props) {
  const [text, setText] = useState('');
  const standing = lever ? details.limits[lever.metric] : undefined;
  useEffect(() => setText(standing === undefined ? '' : String(standing)), [standing]);
  if (!lever) return null;
  const parsed = parseFigure(text, false);
  return (
    <Sheet title={lever.label} open onClose={onClose}>
      <FieldRow
        id="limit"
        label="最多做到（留空为通常的限度）"
        value={text}
        numeric
        maxLength={12}
        unit={details.unitOf(lever.metric) ?? undefined}
        placeholder={`现在是 ${formatBrief(lever.from)}`}
        error={parsed.ok ? undefined : parsed.message}
        onInput={setText}
      />
      <Action
        text="按这个限度重算"
        waiting={!parsed.ok}
        onPress={() => {
          if (!parsed.ok) return;
          details.limit(lever.metric, parsed.value);
          onClose();
          onLimit();
        }}
      />
    </Sheet>
  );
}
