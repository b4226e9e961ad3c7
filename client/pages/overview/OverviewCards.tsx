import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Overview, StoredScore } from '../../../typings/overview';
import { Card } from '../../components/Card';
import { Trend } from '../../components/charts/Trend';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { periodKindLabels } from '../../labels.data';
import { inputLabel } from '../../metrics.data';
import { periodLabel } from '../../periods';
import { decimalsOf } from '../../scores';
import { stores } from '../../stores';
import { Flags } from './Flags';
import { Forces } from './Forces';
import { FreshnessCard } from './FreshnessCard';
import { StandingCard } from './StandingCard';

const { session, overview: store, details } = stores;
const staleAfterDays = 45;

function open(page: string): void {
  if (!store.subject) return;
  details.about(store.subject);
  openPage(page);
}

/** A page that speaks of no score. */
function openPage(page: string): void {
  void Taro.navigateTo({ url: `/details/${page}` });
}

function fileFigures(): void {
  void Taro.switchTab({ url: '/pages/submit/index' });
}

function composedText(rules: StoredScore['rules']): string {
  return rules.find(({ code }) => code === 'composed')?.message ?? '由各月合成';
}

/** What to fill in so that the score can be told. */
function insufficientText({ rules, missing }: StoredScore): string {
  const reason = rules.find(({ code }) => code === 'below-minimum')?.message;
  const named = missing.flatMap((name) => (name === 'days' ? [] : inputLabel(name))).join('、');
  return `${reason ? `${reason}。` : ''}请补填：${named}。缺的数据不按 0 计，补齐后自动重算。`;
}

/** Everything under the number. */
export const OverviewCards = observer(function OverviewCards({ overview }: { overview: Overview }) {
  const { score, previous, trend, figuresAgeDays } = overview;
  const insufficient = score?.status === 'insufficient';
  const onlyReads = session.memberships.value !== null && !session.hasRole('staff');
  const filing = (action: string) => (onlyReads ? {} : { action, onAction: fileFigures });

  return (
    <>
      {overview.refusal && (
        <Notice
          tone="warn"
          title={overview.refusal}
          action="换方案"
          onAction={() => open('scheme/index')}
        />
      )}
      {score ? (
        <Forces
          score={score}
          previous={previous}
          onOpen={(part) => open(`explanation/index?part=${part}`)}
        />
      ) : (
        !overview.refusal && (
          <Card title="这个账号还没有数据">
            {onlyReads ? (
              <Notice title="主办单位填报后，这里显示传播指数" />
            ) : (
              <Notice title="填报一期数据，就能看到传播指数" action="去填报" onAction={fileFigures}>
                可以上传公众号后台导出的表格，也可以直接填表。
              </Notice>
            )}
          </Card>
        )
      )}
      {score?.composedOf && <Notice title={composedText(score.rules)} />}
      {insufficient && (
        <Notice tone="warn" title="数据不足，暂不计分" {...filing('去补填')}>
          {insufficientText(score)}
        </Notice>
      )}
      {figuresAgeDays !== null && figuresAgeDays > staleAfterDays && (
        <Notice tone="warn" title="数据较旧" {...filing('去填报')}>
          最近一次数据是 {figuresAgeDays} 天前的，请填报新的一期。
        </Notice>
      )}
      <Flags overview={overview} />
      <FreshnessCard freshness={overview.freshness} today={overview.today} />
      {trend.length > 1 && (
        <Card title={`走势（按${periodKindLabels[overview.kind]}）`}>
          <Trend
            values={trend.map(({ period, value, note }) => ({
              label: periodLabel(period),
              value,
              note,
            }))}
            decimals={decimalsOf(score?.value ?? null)}
          />
        </Card>
      )}
      {overview.standing && (
        <StandingCard
          standing={overview.standing}
          account={overview.account}
          value={score?.value ?? null}
          onOpen={() => open('peers/index')}
        />
      )}
      {!score && (
        <Card title="先看看">
          <Row
            label="指标释义"
            note="要填的每项是什么、在哪里看"
            onOpen={() => openPage('metrics/index')}
          />
          <Row
            label="群众评价"
            note="扫码评价的结果和评价码"
            onOpen={() => openPage(`feedback/index?accountId=${overview.account.id}`)}
          />
        </Card>
      )}
      {score && (
        <Card title="进一步了解">
          {score.value !== null && (
            <Row label="与另一期或另一账号相比" onOpen={() => open('difference/index')} />
          )}
          {score.value !== null && (
            <Row
              label="怎样提高"
              note="每项要做到多少，合起来怎么做"
              onOpen={() => open('target/index')}
            />
          )}
          <Row label="本期预测" onOpen={() => open('forecast/index')} />
          <Row
            label="群众评价"
            note="扫码评价的结果和评价码"
            onOpen={() => open(`feedback/index?accountId=${overview.account.id}`)}
          />
          <Row label="修订记录" onOpen={() => open('revisions/index')} />
          <Row
            label="指数方案与算法"
            note={`现在是${overview.index.schemeName}，可换成别的方案`}
            onOpen={() => open('scheme/index')}
          />
          <Row label="指标释义" note="每项是什么、在哪里看" onOpen={() => open('metrics/index')} />
        </Card>
      )}
    </>
  );
});
