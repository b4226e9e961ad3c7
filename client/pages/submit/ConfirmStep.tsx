import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import type { Account } from '../../../typings/registry';
import type { Figure } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Estimate } from '../../components/Estimate';
import { Footer } from '../../components/Footer';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { formatBrief } from '../../figures';
import { metricLabels } from '../../metrics.data';
import { dayLabel, periodLabel } from '../../periods';
import { revisionLabel } from '../../scores';
import { stores } from '../../stores';
import { StepHead } from './StepHead';

const { submission } = stores;

/** Everything once more, before it is stored. */
export const ConfirmStep = observer(function ConfirmStep({ account }: { account: Account }) {
  const { period, preview, form, error, busy, basedOnRevision, through } = submission;
  const filed = Object.entries(preview?.figures ?? {}) as [MetricName, Figure][];
  const figures = filed.filter(([metric]) => !form.replaces(metric));
  const { blanks } = form;

  return (
    <View>
      <StepHead account={account} period={period} step={3} />
      {error && (
        <Notice
          tone="bad"
          title={error.message}
          action={error.code === 'conflict' ? '载入最新' : undefined}
          onAction={() => void submission.fill()}
        />
      )}
      <Card>
        <Row label="公众号" value={account.name} />
        <Row label="周期" value={period ? periodLabel(period) : ''} />
        {through.day && <Row label="数据截至" value={dayLabel(through.day)} />}
        {basedOnRevision > 0 && (
          <Row label={revisionLabel(basedOnRevision + 1)} value={submission.reason} />
        )}
      </Card>
      {figures.length > 0 && (
        <Card
          title={
            figures.some(([, { source }]) => source === 'api') ? '来自表格与本系统' : '来自表格'
          }
        >
          {figures.map(([metric, { value, estimated }]) => (
            <Row
              label={metricLabels[metric]}
              value={<Estimate estimated={estimated}>{formatBrief(value)}</Estimate>}
              key={metric}
            />
          ))}
        </Card>
      )}
      {form.summary.length > 0 && (
        <Card
          title="手工填写"
          note={blanks > 0 ? `${blanks} 项未填，按「未知」入库，不按 0 计` : undefined}
        >
          {form.summary.map(({ label, shown, before, estimated }) => (
            <Row
              key={label}
              label={label}
              note={basedOnRevision > 0 && before !== null ? `原为 ${before}` : undefined}
              value={<Estimate estimated={estimated}>{shown}</Estimate>}
            />
          ))}
        </Card>
      )}
      <Footer>
        <Action
          text="返回修改"
          kind="secondary"
          waiting={busy !== null}
          onPress={() => submission.back()}
        />
        <Action
          text={busy === 'submitting' ? '正在提交…' : '确认提交'}
          waiting={busy !== null}
          onPress={() => void submission.submit()}
        />
      </Footer>
    </View>
  );
});
