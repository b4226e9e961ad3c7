import { Text, View } from '@tarojs/components';
import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Attribution } from '../../../typings/indices';
import { Card } from '../../components/Card';
import { Choices } from '../../components/Choices';
import { Diverging } from '../../components/charts/Diverging';
import { Empty } from '../../components/Empty';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';
import { formatBrief, formatChange, formatNumber } from '../../figures';
import { periodLabel } from '../../periods';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import './index.scss';

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

/** 变在哪里: the whole difference to another period, told term by term. */
export default observer(function DifferencePage() {
  const [other, setOther] = useState(usualOther);
  const [picking, pick] = useState(false);
  const compare = (period: string | null) => {
    setOther(period);
    if (period) void details.compareWith(period);
  };
  useLoad(() => compare(usualOther()));

  if (!other) {
    return (
      <DetailScreen>
        <Empty title="还没有可以比较的一期" text="再填报一期后，这里会逐项说明变化的来源。" />
      </DetailScreen>
    );
  }
  return (
    <DetailScreen>
      <Card>
        <Row label="与哪一期比" value={periodLabel(other)} onOpen={() => pick(true)} />
      </Card>
      <Loaded
        value={details.attribution.value}
        error={details.attribution.error}
        onRetry={() => compare(other)}
      >
        {(attribution) => <Terms attribution={attribution} />}
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
    </DetailScreen>
  );
});

function Terms({ attribution }: { attribution: Attribution }) {
  const { from, to, difference, terms, coverageEffect, notes } = attribution;
  const greatest = Math.max(
    ...terms.map(({ effect }) => Math.abs(effect)),
    Math.abs(coverageEffect),
  );
  return (
    <>
      <Card title="总的变化">
        <View className="difference__sum">
          <Text className="difference__value">{formatChange(difference)}</Text>
          <Text className="difference__span">
            {formatNumber(from, 1)} → {formatNumber(to, 1)}
          </Text>
        </View>
      </Card>
      <Card title="来自哪几项" note="各项相加正好等于总的变化">
        {terms.map(({ key, label, effect, from: before, to: now }) => (
          <Diverging
            key={key}
            label={label}
            note={`${formatBrief(before)} → ${formatBrief(now)}`}
            value={effect}
            greatest={greatest}
          />
        ))}
        {coverageEffect !== 0 && (
          <Diverging
            label="数据多少的影响"
            note="只有一期有的项目，以及由此变动的权重"
            value={coverageEffect}
            greatest={greatest}
          />
        )}
      </Card>
      {notes.map((note) => (
        <Notice key={note} title={note} />
      ))}
    </>
  );
}
