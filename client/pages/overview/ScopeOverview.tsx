import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { Band, ScopeState, Spread } from '../../../typings/supervision';
import { Card } from '../../components/Card';
import { Choices } from '../../components/Choices';
import { Columns } from '../../components/Columns';
import { Delta } from '../../components/Delta';
import { Loaded } from '../../components/Loaded';
import { Meter } from '../../components/Meter';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';
import { formatNumber } from '../../figures';
import { dayLabel, periodLabel } from '../../periods';
import { stores } from '../../stores';
import './ScopeOverview.scss';

const { scope } = stores;

const open = (url: string) => void Taro.navigateTo({ url });

/** 监管概览: for a supervisor who runs no account, the state of the scope. */
export const ScopeOverview = observer(function ScopeOverview() {
  useEffect(() => void scope.load(), []);
  const { value, error } = scope.state;
  return (
    <Loaded value={value} error={error} onRetry={() => void scope.load()}>
      {(state) => <State state={state} />}
    </Loaded>
  );
});

function State({ state }: { state: ScopeState }) {
  const [picking, pick] = useState(false);
  const { accounts, previousAccounts, index, previousIndex, changes, scopes } = state;
  const changed = index && previousIndex ? index.median - previousIndex.median : null;
  return (
    <Columns
      aside={
        <Card
          title={state.label}
          note={[
            periodLabel(state.period),
            state.schemeName,
            ...(state.registered?.isSample ? ['示例数据'] : []),
            ...(state.notice ? [state.notice] : []),
          ].join(' · ')}
        >
          {scopes.length > 1 && <Row label="换一个管辖范围" onOpen={() => pick(true)} />}
          <Registered state={state} />
          <Row
            label="有指数的账号"
            note={`上月 ${formatNumber(previousAccounts)} 个`}
            value={`${formatNumber(accounts)} 个`}
            onOpen={() => open('/registry/accounts/index')}
          />
          <Row
            label="指数中位数"
            note={medianNote(index)}
            value={index ? formatNumber(index.median, 1) : '—'}
          />
          {index && <Row label="比上月中位数" value={<Delta change={changed} />} />}
          <Row
            label="与自己上月比"
            note="只算两个月都有指数的账号"
            value={`升 ${changes.up} · 平 ${changes.level} · 降 ${changes.down}`}
          />
        </Card>
      }
    >
      {accounts > 0 && <Bands bands={state.bands} accounts={accounts} />}
      <Due state={state} />
      <Ending state={state} />
      <Sheet title="管辖范围" open={picking} onClose={() => pick(false)}>
        <Choices
          options={scopes}
          chosen={state.id}
          onChoose={(id) => {
            pick(false);
            void scope.choose(id);
          }}
        />
      </Sheet>
    </Columns>
  );
}

/** How many the registry has, and how many of them told nothing of the month. */
function Registered({ state: { registered, accounts, period } }: { state: ScopeState }) {
  if (!registered) return <Row label="登记在用的账号" value="正在统计" />;
  const { active, closed, unfiled, countedOn } = registered;
  return (
    <>
      <Row
        label="登记在用的账号"
        note={`另有已关停 ${formatNumber(closed)} 个 · ${dayLabel(countedOn)}统计`}
        value={`${formatNumber(active)} 个`}
      />
      <Row
        label="本期还没有指数"
        note={`${periodLabel(period)}未填报，或数据不足`}
        value={`${formatNumber(Math.max(active - accounts, 0))} 个`}
      />
      {unfiled > 0 && (
        <Row
          label="未办结备案"
          note="未备案与备案中"
          value={`${formatNumber(unfiled)} 个`}
          onOpen={() => open('/registry/procedures/index?part=gaps')}
        />
      )}
    </>
  );
}

function Ending({ state: { ending, moreEnding } }: { state: ScopeState }) {
  if (ending.length === 0) return null;
  return (
    <Card title="合同将到期" note="两个月内到期，早的在前">
      {ending.map(({ contractId, name, vendorName, endsOn }) => (
        <Row
          key={contractId}
          label={name}
          note={vendorName}
          value={`${dayLabel(endsOn)}到期`}
          onOpen={() => open(`/supervision/contracts/detail/index?id=${contractId}`)}
        />
      ))}
      {moreEnding && <Row label="全部合同" onOpen={() => open('/supervision/contracts/index')} />}
    </Card>
  );
}

function medianNote(index: Spread | null): string {
  if (!index) return '有指数的账号不足 5 个，不显示中位数';
  return `95% 区间 ${formatNumber(index.low, 1)} 至 ${formatNumber(index.high, 1)}`;
}

function Bands({ bands, accounts }: { bands: Band[]; accounts: number }) {
  return (
    <Card title="指数分布" note="每段的账号数，括号内为上月">
      {bands.map(({ from, to, accounts: count, previous }) => (
        <View className="band" key={from}>
          <View className="band__label">{to === null ? `${from} 以上` : `${from}–${to}`}</View>
          <View className="band__meter">
            <Meter share={count / accounts} />
          </View>
          <View className="band__count">
            {formatNumber(count)}（{formatNumber(previous)}）
          </View>
        </View>
      ))}
    </Card>
  );
}

function Due({ state: { due, moreDue } }: { state: ScopeState }) {
  if (due.length === 0) {
    return (
      <Card title="更新时限">
        <Row label="没有账号在三天内到期" />
      </Card>
    );
  }
  return (
    <Card title="更新时限" note="三天内到期或已超期，最急的在前">
      {due.map(({ accountId, name, lastPublished }) => (
        <Row
          key={accountId}
          label={name}
          note={`最近发文 ${dayLabel(lastPublished)}`}
          onOpen={() => open(`/registry/account/index?id=${accountId}`)}
        />
      ))}
      {moreDue && (
        <Row label="全部更新预警" onOpen={() => open('/supervision/inspections/forecast/index')} />
      )}
    </Card>
  );
}
