import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Day, PeriodId, PeriodKind } from '../../../typings/vocabulary';
import { Action } from '../../components/Action';
import { Choices } from '../../components/Choices';
import { DayRow } from '../../components/DayRow';
import { Notice } from '../../components/Notice';
import { Pills } from '../../components/Pills';
import { periodKindLabels } from '../../labels.data';
import {
  dayLabel,
  periodLabel,
  recentMonths,
  recentQuarters,
  recentWeeks,
  recentYears,
} from '../../periods';

interface Option {
  id: PeriodId;
  label: string;
  note?: string;
}

const plain = (id: PeriodId): Option => ({ id, label: periodLabel(id) });

/** The periods of each kind that have begun, newest first; a custom one is chosen by its days. */
const offers: Record<Exclude<PeriodKind, 'custom'>, (today: Day) => Option[]> = {
  week: (today) =>
    recentWeeks(today, 16).map(({ id, from, to }) => ({
      ...plain(id),
      note: `${dayLabel(from)}（周日）至${dayLabel(to)}（周六）`,
    })),
  month: (today) => recentMonths(today, 18).map(plain),
  quarter: (today) => recentQuarters(today, 8).map(plain),
  year: (today) => recentYears(today, 3).map(plain),
};

const composed = '没有单独填报的季和年，会由已填报的各月合成，一般不用再填。';

function kindOf(period: PeriodId | null): PeriodKind {
  if (period?.includes('..')) return 'custom';
  if (period?.includes('W')) return 'week';
  if (period?.includes('Q')) return 'quarter';
  return period?.length === 4 ? 'year' : 'month';
}

interface Props {
  chosen: PeriodId | null;
  today: Day;
  onChoose: (period: PeriodId) => void;
}

/** Which period to file: a week, a month, a quarter, a year, or from one day to another. */
export function PeriodChoices({ chosen, today, onChoose }: Props) {
  const [kind, setKind] = useState(() => kindOf(chosen));
  return (
    <View>
      <Pills
        options={periodKindLabels}
        chosen={[kind]}
        onTap={(id) => {
          const found = (Object.keys(periodKindLabels) as PeriodKind[]).find((one) => one === id);
          if (found) setKind(found);
        }}
      />
      {(kind === 'quarter' || kind === 'year') && <Notice title={composed} />}
      {kind === 'custom' ? (
        <CustomPeriod today={today} onChoose={onChoose} />
      ) : (
        <Choices options={marked(offers[kind](today))} chosen={chosen} onChoose={onChoose} />
      )}
    </View>
  );
}

/** The newest of each kind is still running. */
function marked([newest, ...others]: Option[]): Option[] {
  if (!newest) return others;
  const running = '还没结束，之后可以更正';
  return [{ ...newest, note: newest.note ? `${newest.note}，${running}` : running }, ...others];
}

function CustomPeriod({ today, onChoose }: Omit<Props, 'chosen'>) {
  const [from, setFrom] = useState(`${today.slice(0, 7)}-01`);
  const [to, setTo] = useState(today);
  return (
    <View>
      <DayRow label="第一天" value={from} to={today} onChoose={setFrom} />
      <DayRow label="最后一天" value={to} to={today} onChoose={setTo} />
      {to < from && <Notice tone="warn" title="最后一天不能早于第一天" />}
      <Action text="就填这一段" waiting={to < from} onPress={() => onChoose(`${from}..${to}`)} />
    </View>
  );
}
