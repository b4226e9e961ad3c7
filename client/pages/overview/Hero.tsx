import { Text, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Overview } from '../../../typings/overview';
import { Choices } from '../../components/Choices';
import { Delta } from '../../components/Delta';
import { Facts } from '../../components/Facts';
import { Pills } from '../../components/Pills';
import { Sheet } from '../../components/Sheet';
import { formatNumber, formatShare } from '../../figures';
import { kindLabels, levelLabels, periodKindLabels } from '../../labels.data';
import { periodLabel } from '../../periods';
import { changeOf, decimalsOf } from '../../scores';
import { stores } from '../../stores';
import './Hero.scss';

const { session, overview: store } = stores;

/** Whose number, of which period, and the number. */
export const Hero = observer(function Hero({ overview }: { overview: Overview }) {
  const [picking, pick] = useState<'account' | 'period' | null>(null);
  const { account, score, previous } = overview;
  const { agency } = account;
  const several = session.accounts.length > 1;
  const value = score?.value ?? null;

  return (
    <View className="hero">
      <View
        className="hero__account"
        hoverClass={several ? 'pressed' : 'none'}
        ariaRole={several ? 'button' : undefined}
        onClick={() => several && pick('account')}
      >
        <View className="hero__names">
          <View className="hero__name">
            {account.name}
            {several && <Text className="hero__more"> ▾</Text>}
          </View>
          <View className="hero__agency">
            <Facts
              line={[agency.name, levelLabels[agency.level], kindLabels[account.kind]].join(' · ')}
            />
          </View>
        </View>
        {account.sample && <Text className="hero__mark">示例数据</Text>}
      </View>

      <View className="hero__line">
        <Text className="hero__what">{overview.index.label}</Text>
        {overview.periods.length > 0 && (
          <View
            className="hero__period"
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => pick('period')}
          >
            {periodLabel(overview.period)} ▾
          </View>
        )}
      </View>

      <View className="hero__score">
        {value === null ? (
          <Text className="hero__insufficient">{insufficientText(overview)}</Text>
        ) : (
          <Text className="hero__value">{formatNumber(value, decimalsOf(value))}</Text>
        )}
        {value !== null && <Delta change={changeOf(score, previous)} than="较上期" inverse />}
      </View>

      <View className="hero__facts">
        {score && <Text className="hero__fact">数据覆盖 {formatShare(score.coverage)}</Text>}
        {overview.figuresAgeDays !== null && (
          <Text className="hero__fact">{ageText(overview.figuresAgeDays)}</Text>
        )}
        {score?.composedOf && (
          <Text className="hero__fact">由 {score.composedOf.months.length} 个月合成</Text>
        )}
        <Text className="hero__fact">{overview.index.notice ?? '考核口径，不含人气指标'}</Text>
      </View>

      <Sheet title="选择公众号" open={picking === 'account'} onClose={() => pick(null)}>
        <Choices
          options={session.accounts.map(({ id, name, agency }) => ({
            id,
            label: name,
            note: agency.name,
          }))}
          chosen={account.id}
          onChoose={(id) => {
            pick(null);
            session.select(id);
            void store.open(id);
          }}
        />
      </Sheet>
      <Sheet title="选择周期" open={picking === 'period'} onClose={() => pick(null)}>
        {overview.kinds.length > 1 && (
          <Pills
            options={Object.fromEntries(
              overview.kinds.map((kind) => [kind, periodKindLabels[kind]]),
            )}
            chosen={[overview.kind]}
            onTap={(id) => {
              const kind = overview.kinds.find((one) => one === id);
              if (kind) void store.chooseKind(kind);
            }}
          />
        )}
        <Choices
          options={overview.periods.map((period) => ({ id: period, label: periodLabel(period) }))}
          chosen={overview.period}
          onChoose={(period) => {
            pick(null);
            void store.choosePeriod(period);
          }}
        />
      </Sheet>
    </View>
  );
});

function insufficientText({ score, refusal }: Overview): string {
  if (refusal) return '口径不符';
  return score ? '数据不足' : '暂无数据';
}

function ageText(days: number): string {
  return days <= 0 ? '数据截至今天' : `数据截至 ${days} 天前`;
}
