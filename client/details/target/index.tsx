import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { LeverChange, TargetPlan } from '../../../typings/insights';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Segments } from '../../components/Segments';
import { formatBrief, formatNumber, parseFigure } from '../../figures';
import { decimalsOf } from '../../scores';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import { Alongside, alongside, changeText } from './Alongside';
import { LimitSheet } from './LimitSheet';

const { overview, details } = stores;

interface Goal {
  id: string;
  label: string;
  value: number;
}

function goals(): Goal[] {
  const shown = overview.overview;
  const value = shown?.score?.value ?? null;
  if (value === null) return [];
  const { nextDecile, median } = shown?.standing ?? {};
  const offered: Goal[] = [];
  if (nextDecile) offered.push({ id: 'decile', label: '上一个台阶', value: nextDecile.value });
  if (median != null && median > value) {
    offered.push({ id: 'median', label: '同组中位数', value: median });
  }
  offered.push({ id: 'tenth', label: '提高一成', value: value * 1.1 });
  return offered;
}

/** 怎样提高: what each lever alone would have to reach, and the best mix of them. */
export default observer(function TargetPage() {
  const [offered] = useState(goals);
  const [chosen, choose] = useState(offered[0]?.id ?? 'own');
  const [own, setOwn] = useState('');
  const parsed = parseFigure(own, false);
  const plan = (id: string) => {
    choose(id);
    const goal = offered.find((one) => one.id === id);
    if (goal) void details.planFor(goal.value);
    else details.target.clear();
  };
  useLoad(() => {
    void details.loadMetrics();
    plan(chosen);
  });

  return (
    <DetailScreen>
      <Segments
        options={[...offered, { id: 'own', label: '自定' }].map(({ id, label }) => ({ id, label }))}
        chosen={chosen}
        onChoose={plan}
      />
      {chosen === 'own' && (
        <Card>
          <FieldRow
            id="target"
            label="想达到多少分"
            value={own}
            numeric
            maxLength={8}
            error={parsed.ok ? undefined : parsed.message}
            onInput={setOwn}
          />
          <Action
            text="算一算"
            kind="secondary"
            waiting={!parsed.ok || parsed.value === null}
            onPress={() => {
              if (parsed.ok && parsed.value !== null) void details.planFor(parsed.value);
            }}
          />
        </Card>
      )}
      {(chosen !== 'own' || details.target.value || details.target.loading) && (
        <Loaded
          value={details.target.value}
          error={details.target.error}
          onRetry={() => plan(chosen)}
        >
          {(target) => <Plan plan={target} onLimit={() => void details.planFor(target.target)} />}
        </Loaded>
      )}
    </DetailScreen>
  );
});

const Plan = observer(function Plan({ plan, onLimit }: { plan: TargetPlan; onLimit: () => void }) {
  const {
    current,
    target,
    reached,
    single,
    mix,
    mixReaches,
    mixFigures,
    standing,
    withheld,
    note,
  } = plan;
  const moving = alongside(
    mixFigures,
    mix.map(({ metric }) => metric),
  );
  const [limiting, setLimiting] = useState<LeverChange | null>(null);
  const decimals = decimalsOf(target);
  const told = (value: number) => formatNumber(value, decimals);
  if (note !== null) return <Notice tone="warn" title={note} />;
  if (reached) return <Notice tone="good" title={`已经达到 ${told(target)} 分`} />;
  return (
    <>
      <Card
        title={`${told(current)} → ${told(target)} 分`}
        note={`合起来做，预计达到 ${told(mixReaches)} 分`}
      >
        {mix.map(({ metric, label, from, to }) => (
          <Row key={metric} label={label} note={changeText(metric, from, to)} />
        ))}
        {mixReaches < target && (
          <Notice tone="warn" title="合起来也还差一点，可以先定近一些的目标" />
        )}
      </Card>
      {moving.length > 0 && (
        <Card title="随之变化的数字" note="按现在的比例一起变，不必也不应单独去做">
          <Alongside figures={mixFigures} standing={standing} names={moving} />
        </Card>
      )}
      <Card
        title="只做一项的话"
        note="从最容易的排起；点一项可以设定做到多少为限，合起来的做法随之重算"
      >
        {single.map((lever) => (
          <Row
            key={lever.metric}
            label={lever.label}
            note={`${leverText(lever)}。${noteOn(lever)}`}
            onOpen={() => setLimiting(lever)}
          />
        ))}
      </Card>
      <LimitSheet
        lever={limiting}
        standing={standing}
        onClose={() => setLimiting(null)}
        onLimit={onLimit}
      />
      {withheld.length > 0 && (
        <Notice title="有些办法不列出">
          不单独追求{withheld.join('、')}：容易变成刷数据，也不合规定。
        </Notice>
      )}
    </>
  );
});

function noteOn({ metric, advice }: LeverChange): string {
  const most = details.limits[metric];
  return most === undefined ? `${advice}。` : `您设的限度 ${formatBrief(most)}。${advice}。`;
}

function leverText({ metric, from, to, reaches }: LeverChange): string {
  return to === null
    ? `最多到 ${formatNumber(reaches, decimalsOf(reaches))} 分`
    : changeText(metric, from, to);
}
