import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ContractDetail } from '../../../../typings/contracts';
import type { KpiMetric, KpiState } from '../../../../typings/kpis';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { FieldRow } from '../../../components/FieldRow';
import { Footer } from '../../../components/Footer';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { parseFigure } from '../../../figures';
import { periodLabel } from '../../../periods';
import { stores } from '../../../stores';
import { contracts } from '../../../stores/made/contracts';
import { isPercent, kpiLabel } from '../figures';

const { display } = stores;

/** 自报数据: the vendor's own figures of one period, beside the principal's. */
export default observer(function ReportPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  useLoad(() => void contracts.open(id));
  const { detail } = contracts;
  return (
    <Screen scale={display.scale} footed>
      <Loaded value={detail.value} error={detail.error} onRetry={() => void contracts.open(id)}>
        {(value) => <ReportForm detail={value} />}
      </Loaded>
    </Screen>
  );
});

const ReportForm = observer(function ReportForm({ detail }: { detail: ContractDetail }) {
  const states = detail.settlements.flatMap(({ kpis }) => kpis);
  const periods = periodsOf(states);
  const [period, setPeriod] = useState(firstAsked(states) ?? Object.keys(periods).at(0) ?? null);
  const [accountId, setAccount] = useState(detail.accounts[0]?.id ?? '');
  const [text, setText] = useState<{ [K in KpiMetric]?: string }>({});
  const { reported } = contracts;
  const asked = states.filter((kpi) => kpi.period === period && kpi.accountId === accountId);
  const metrics = [...new Set(asked.map(({ metric }) => metric))];
  const before = detail.reports.find((one) => one.period === period && one.accountId === accountId);
  const isBad = metrics.some((metric) => !parseFigure(text[metric] ?? '', false).ok);
  const isEmpty = metrics.every((metric) => (text[metric] ?? '').trim() === '');

  const send = async () => {
    if (period === null) return;
    const figures = Object.fromEntries(
      metrics.map((metric) => [metric, readFigure(metric, text[metric] ?? '')]),
    );
    if (await contracts.report(accountId, period, figures)) {
      void Taro.showToast({ title: '已报', icon: 'success' });
      await Taro.navigateBack();
    }
  };

  if (period === null) return <Notice title="合同还没有开始的考核周期，开始后再报" />;
  return (
    <>
      {reported.error && <Notice tone="bad" title={reported.error.message} />}
      <Card>
        <ChoiceRow label="周期" labels={periods} chosen={period} onChoose={setPeriod} />
        {detail.accounts.length > 1 && (
          <ChoiceRow
            label="账号"
            labels={Object.fromEntries(detail.accounts.map(({ id, name }) => [id, name]))}
            chosen={accountId}
            onChoose={setAccount}
          />
        )}
      </Card>
      {before && <Notice title={`这一期已报过 ${before.revision} 次，再报会另存一版`} />}
      <Card title="本单位统计的数字" note="不知道的留空">
        {metrics.map((metric) => {
          const parsed = parseFigure(text[metric] ?? '', false);
          return (
            <FieldRow
              key={metric}
              id={metric}
              label={kpiLabel(metric)}
              unit={isPercent(metric) ? '%' : undefined}
              value={text[metric] ?? ''}
              numeric
              maxLength={14}
              error={parsed.ok ? undefined : parsed.message}
              onInput={(typed) => setText({ ...text, [metric]: typed })}
            />
          );
        })}
      </Card>
      <Footer>
        <Action
          text={reported.loading ? '正在提交…' : '提交'}
          waiting={reported.loading || isBad || isEmpty}
          onPress={() => void send()}
        />
      </Footer>
    </>
  );
});

/** The newest period that is over: what a vendor comes to report. */
function firstAsked(states: KpiState[]): string | null {
  const over = states.filter(({ state }) => state !== 'running');
  return (
    over.reduce<KpiState | null>(
      (newest, one) => (newest && newest.endsOn >= one.endsOn ? newest : one),
      null,
    )?.period ?? null
  );
}

function periodsOf(states: KpiState[]): Record<string, string> {
  const newest = [...states].sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
  return Object.fromEntries(newest.map(({ period }) => [period, periodLabel(period)]));
}

function readFigure(metric: KpiMetric, text: string): number | null {
  const parsed = parseFigure(text, false);
  if (!parsed.ok || parsed.value === null) return null;
  return isPercent(metric) ? parsed.value / 100 : parsed.value;
}
