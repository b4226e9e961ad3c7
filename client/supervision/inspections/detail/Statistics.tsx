import { observer } from 'mobx-react-lite';
import type { Inspection } from '../../../../typings/inspections';
import { Card } from '../../../components/Card';
import { Delta } from '../../../components/Delta';
import { Row } from '../../../components/Row';
import { formatShare } from '../../../figures';
import { departmentLabels, levelLabels } from '../../../labels.data';
import { inspections } from '../../../stores/made/inspections';

const problemsShown = 8;

/** Pass rate against the last time, the reasons, and where they lie. */
export const Statistics = observer(function Statistics({ inspection }: { inspection: Inspection }) {
  const { statistics, previous, ruleSetId, regionNames } = inspection;
  if (!statistics) return null;
  const { passRate, inspected, failed, flawed, rechecked, stillFailing } = statistics;
  const before = previous?.passRate ?? null;
  const change = passRate === null || before === null ? null : (passRate - before) * 100;
  const rules = inspections.rules.find(ruleSetId)?.rules ?? [];
  return (
    <>
      <Card title="合格率" note="只按随机抽取的账号计算">
        <Row
          label={formatShare(passRate, 1)}
          note={`抽查 ${inspected} 个，不合格 ${failed} 个${flawed > 0 ? `，有扣分 ${flawed} 个` : ''}`}
          value={<Delta change={change} than="比上次（百分点）" />}
        />
        {rechecked > 0 && (
          <Row label="复查上次不合格" value={`${rechecked} 个，仍不合格 ${stillFailing} 个`} />
        )}
        {statistics.byProblem.slice(0, problemsShown).map(({ ruleId, accounts }) => (
          <Row
            key={ruleId}
            label={rules.find(({ id }) => id === ruleId)?.label ?? '…'}
            value={`${accounts} 个`}
          />
        ))}
      </Card>
      {statistics.byRegion.length > 1 && (
        <Card title="按地域" note="不合格多的在前">
          {[...statistics.byRegion]
            .sort((one, other) => other.failed - one.failed)
            .map((tally) => (
              <Row
                key={tally.key}
                label={regionNames[tally.key] ?? tally.key}
                note={`抽查 ${tally.inspected} 个，不合格 ${tally.failed} 个`}
                value={formatShare(1 - tally.failed / tally.inspected, 1)}
              />
            ))}
        </Card>
      )}
      <Card title="按级别和系统">
        {statistics.byLevel.map((tally) => (
          <Row
            key={tally.key}
            label={levelLabels[tally.key as keyof typeof levelLabels]}
            value={`${tally.inspected} 个，不合格 ${tally.failed} 个`}
          />
        ))}
        {statistics.byDepartment
          .filter((tally) => tally.failed > 0)
          .slice(0, problemsShown)
          .map((tally) => (
            <Row
              key={tally.key}
              label={departmentLabels[tally.key as keyof typeof departmentLabels]}
              value={`${tally.inspected} 个，不合格 ${tally.failed} 个`}
            />
          ))}
      </Card>
    </>
  );
});
