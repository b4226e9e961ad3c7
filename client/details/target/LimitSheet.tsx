import { useEffect, useState } from 'react';
import type { LeverChange, PlannedFigures } from '../../../typings/insights';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Sheet } from '../../components/Sheet';
import { formatBrief, parseFigure } from '../../figures';
import { stores } from '../../stores';
import { Alongside, alongside } from './Alongside';

const { details } = stores;

interface Props {
  lever: LeverChange | null;
  /** today's value of what the plan changes */
  standing: PlannedFigures;
  onClose: () => void;
  /** the limits were changed */
  onLimit: () => void;
}

/** How far the person thinks that a lever can go; blank leaves it to the usual limit. */
export function LimitSheet({ lever, standing, onClose, onLimit }: Props) {
  const [text, setText] = useState('');
  const limit = lever ? details.limits[lever.metric] : undefined;
  useEffect(() => setText(limit === undefined ? '' : String(limit)), [limit]);
  if (!lever) return null;
  const parsed = parseFigure(text, false);
  const figures = lever.figures ?? {};
  const moving = alongside(figures, [lever.metric]);
  return (
    <Sheet title={lever.label} open onClose={onClose}>
      <FieldRow
        id="limit"
        label="做到多少为限（留空按通常的限度）"
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
      {moving.length > 0 && (
        <Card title="只做这一项时，随之变化的数字">
          <Alongside figures={figures} standing={standing} names={moving} />
        </Card>
      )}
    </Sheet>
  );
}
