import { Text, View } from '@tarojs/components';
import type { Attribution } from '../../../typings/insights';
import { Card } from '../../components/Card';
import { Diverging } from '../../components/charts/Diverging';
import { Notice } from '../../components/Notice';
import { formatBrief, formatChange, formatNumber } from '../../figures';
import './index.scss';

/** A difference and the terms that it is made of. */
export function Terms({ attribution }: { attribution: Attribution }) {
  const { from, to, difference, terms, coverageEffect, notes } = attribution;
  const greatest = Math.max(
    ...terms.map(({ effect }) => Math.abs(effect)),
    Math.abs(coverageEffect),
  );
  return (
    <>
      <Card title="总的差别">
        <View className="difference__sum">
          <Text className="difference__value">{formatChange(difference)}</Text>
          <Text className="difference__span">
            {formatNumber(from, 1)} → {formatNumber(to, 1)}
          </Text>
        </View>
      </Card>
      <Card title="来自哪几项" note="各项相加正好等于总的差别">
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
            note="只有一方有的项目，以及由此变动的权重"
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
