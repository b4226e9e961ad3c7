import { Picker, View } from '@tarojs/components';
import type { Day } from '../../typings/vocabulary';
import { longDayLabel } from '../periods';
import { Row } from './Row';

interface Props {
  label: string;
  note?: string;
  /** null when none is chosen */
  value: Day | null;
  /** first and last day to choose from */
  from?: Day;
  to?: Day;
  onChoose: (day: Day) => void;
}

/** A day, chosen from the platform's own wheel. */
export function DayRow({ label, note, value, from = '2012-01-01', to, onChoose }: Props) {
  return (
    <View className="row-holder">
      <Picker
        mode="date"
        value={value ?? to ?? from}
        start={from}
        end={to ?? '2100-12-31'}
        onChange={(event) => onChoose(event.detail.value)}
      >
        <Row label={label} note={note} value={value ? longDayLabel(value) : '请选择'} opens />
      </Picker>
    </View>
  );
}
