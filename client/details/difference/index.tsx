import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { Card } from '../../components/Card';
import { Choices } from '../../components/Choices';
import { Empty } from '../../components/Empty';
import { Loaded } from '../../components/Loaded';
import { Row } from '../../components/Row';
import { Segments } from '../../components/Segments';
import { Sheet } from '../../components/Sheet';
import { periodLabel } from '../../periods';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import { OtherAccount } from './OtherAccount';
import { Terms } from './Terms';

const { overview, details } = stores;

function earlierPeriods(): string[] {
  const { subject } = details;
  const periods = overview.overview?.periods ?? [];
  return subject ? periods.filter((period) => period !== subject.period) : [];
}

function usualOther(): string | null {
  const { subject } = details;
  const previous = overview.overview?.previous?.period;
  return previous ?? earlierPeriods().find((period) => subject && period < subject.period) ?? null;
}

function compareUsual(): void {
  const other = usualOther();
  if (other) void details.compareWith(other);
}

/** 变在哪里: the whole difference to another period or another account, told term by term. */
export default observer(function DifferencePage() {
  const [against, turn] = useState<'period' | 'account'>(usualOther() ? 'period' : 'account');
  useLoad(compareUsual);
  return (
    <DetailScreen>
      <Segments
        options={[
          { id: 'period', label: '与另一期比' },
          { id: 'account', label: '与另一个账号比' },
        ]}
        chosen={against}
        onChoose={(id) => {
          details.attribution.clear();
          turn(id === 'account' ? 'account' : 'period');
          if (id === 'period') compareUsual();
        }}
      />
      {against === 'period' ? <OtherPeriod /> : <OtherAccount />}
    </DetailScreen>
  );
});

const OtherPeriod = observer(function OtherPeriod() {
  const [other, setOther] = useState(usualOther);
  const [picking, pick] = useState(false);
  const compare = (period: string | null) => {
    setOther(period);
    if (period) void details.compareWith(period);
  };

  if (!other) {
    return <Empty title="还没有可以比较的一期" text="再填报一期后，这里会逐项说明变化的来源。" />;
  }
  return (
    <>
      <Card>
        <Row label="与哪一期比" value={periodLabel(other)} onOpen={() => pick(true)} />
      </Card>
      <Loaded
        value={details.attribution.value}
        error={details.attribution.error}
        onRetry={() => compare(other)}
      >
        {(attribution) => (
          <Terms
            attribution={attribution}
            from={periodLabel(other)}
            to={periodLabel(details.subject?.period ?? '')}
          />
        )}
      </Loaded>
      <Sheet title="与哪一期比" open={picking} onClose={() => pick(false)}>
        <Choices
          options={earlierPeriods().map((period) => ({ id: period, label: periodLabel(period) }))}
          chosen={other}
          onChoose={(period) => {
            pick(false);
            compare(period);
          }}
        />
      </Sheet>
    </>
  );
});
