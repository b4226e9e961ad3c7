import Taro, { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { RegionScope } from '../../../../typings/membership';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { Empty } from '../../../components/Empty';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { Segments } from '../../../components/Segments';
import { dayAt, periodLabel, recentMonths, recentQuarters, recentYears } from '../../../periods';
import { stores } from '../../../stores';
import { reports } from '../../../stores/made/reports';
import { schemeLabels } from '../labels.data';

const { session, display } = stores;

const kinds = [
  { id: 'quarter', label: '季度' },
  { id: 'month', label: '月度' },
  { id: 'year', label: '年度' },
];

/** Periods that are over, newest first. */
function periodsOf(kind: string, today: string): string[] {
  if (kind === 'month') return recentMonths(today, 13).slice(1);
  return kind === 'year' ? recentYears(today, 4).slice(1) : recentQuarters(today, 9).slice(1);
}

/** 编写发展报告: which period, of which scope, by which scheme. */
export default observer(function NewReportPage() {
  useLoad(() => {
    reports.work.clear();
    void session.loadMemberships();
  });
  const today = dayAt(Date.now());
  const [kind, setKind] = useState('quarter');
  const [period, setPeriod] = useState<string | null>(null);
  const [scopeId, setScope] = useState<string | null>(null);
  const [scheme, setScheme] = useState<keyof typeof schemeLabels>('zhengwei-1');
  const periods = periodsOf(kind, today);
  const chosen = period !== null && periods.includes(period) ? period : (periods[0] ?? '');
  const scopes = supervised();
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const { work } = reports;
  const order = async () => {
    if (!scope) return;
    const id = await reports.order({ scope: scope.scope, period: chosen, scheme });
    if (id) await Taro.redirectTo({ url: `/supervision/reports/report/index?id=${id}` });
  };

  if (session.memberships.value && scopes.length === 0) {
    return (
      <Screen scale={display.scale}>
        <Empty title="只有主管部门可以编写报告" text="已发布的报告，请从「我的」中进入。" />
      </Screen>
    );
  }
  return (
    <Screen scale={display.scale}>
      <Card title="周期与范围" note="与上一期比较；没有结束的周期不能编写">
        <Segments options={kinds} chosen={kind} onChoose={setKind} />
        <ChoiceRow
          label="周期"
          labels={Object.fromEntries(periods.map((one) => [one, periodLabel(one)]))}
          chosen={chosen}
          onChoose={setPeriod}
        />
        <ChoiceRow
          label="范围"
          labels={Object.fromEntries(scopes.map(({ id, label }) => [id, label]))}
          chosen={scope?.id ?? null}
          onChoose={setScope}
        />
        <ChoiceRow label="指数方案" labels={schemeLabels} chosen={scheme} onChoose={setScheme} />
      </Card>
      <Card>
        {work.error && <Notice tone="bad" title={work.error.message} />}
        <Action
          text={work.loading ? '正在统计…' : '生成报告'}
          waiting={work.loading || !scope}
          onPress={() => void order()}
        />
      </Card>
    </Screen>
  );
});

function supervised(): { id: string; label: string; scope: RegionScope }[] {
  return (session.memberships.value?.memberships ?? []).flatMap(({ id, role, label, scope }) =>
    role === 'supervisor' && scope.kind === 'region' ? [{ id, label, scope }] : [],
  );
}
