import { Text, View } from '@tarojs/components';
import type { Attribution, AttributionTerm } from '../../../typings/insights';
import { Card } from '../../components/Card';
import { Diverging } from '../../components/charts/Diverging';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { formatChange, formatNumber, formatQuantity } from '../../figures';
import { decimalsOf } from '../../scores';
import './index.scss';

interface Props {
  attribution: Attribution;
  /** what the two scores are of: a period or an account */
  from: string;
  to: string;
}

const told = 3;

/** A difference and the terms that it is made of. */
export function Terms({ attribution, from, to }: Props) {
  const { difference, terms, coverageEffect, notes } = attribution;
  const decimals = decimalsOf(Math.max(attribution.from, attribution.to));
  const known = terms.filter((term) => term.from !== null || term.to !== null);
  const unknown = terms.filter((term) => !known.includes(term));
  const greatest = Math.max(
    ...terms.map(({ effect }) => Math.abs(effect)),
    Math.abs(coverageEffect),
  );
  return (
    <>
      <Card title="总的差别" note={`${from} → ${to}`}>
        <View className="difference__sum">
          <Text className="difference__value">{formatChange(difference, decimals)}</Text>
          <Text className="difference__span">
            {formatNumber(attribution.from, decimals)} → {formatNumber(attribution.to, decimals)}
          </Text>
        </View>
        <Drivers label="主要拉高" terms={known.filter(({ effect }) => effect >= 0.005)} />
        <Drivers label="主要拉低" terms={known.filter(({ effect }) => effect <= -0.005)} />
      </Card>
      <Card title="来自哪几项" note="各项相加正好等于总的差别">
        {known.map(({ key, label, effect, quantity, estimated }) => (
          <Diverging
            key={key}
            label={label}
            mark={estimated ? '估算' : undefined}
            note={`${formatQuantity(quantity.from, quantity.unit)} → ${formatQuantity(quantity.to, quantity.unit)}`}
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
        {unknown.length > 0 && (
          <Row label="两边都没有数据" note={unknown.map(({ label }) => label).join('、')} />
        )}
      </Card>
      {notes.map((note) => (
        <Notice key={note} title={note} />
      ))}
    </>
  );
}

/** The terms that moved the score most, one way. */
function Drivers({ label, terms }: { label: string; terms: AttributionTerm[] }) {
  if (terms.length === 0) return null;
  const named = terms.slice(0, told).map((term) => `${term.label} ${formatChange(term.effect, 2)}`);
  return <Row label={label} note={named.join(' · ')} />;
}
