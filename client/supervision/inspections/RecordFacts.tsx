import { View } from '@tarojs/components';
import type { RuleSet } from '../../../typings/inspection-rules';
import type { InspectionRecordDetail } from '../../../typings/inspections';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { Tag } from '../../components/Tag';
import { dayLabel, instantLabel } from '../../periods';
import { Findings, Shown } from './Findings';
import { recordStates, stepLabels } from './labels.data';

interface Props {
  record: InspectionRecordDetail;
  ruleSet: RuleSet | null;
}

/** A record as it stands: account, verdict, what was found, and what happened since. */
export function RecordFacts({ record, ruleSet }: Props) {
  const { account, state, verdict, lastUpdate, dueOn, steps, pictures } = record;
  return (
    <>
      <Card
        title={account.name}
        note={[
          record.platform,
          account.agency,
          record.inspectionTitle,
          ...(record.sample ? ['示例数据'] : []),
        ].join(' · ')}
        aside={<Tag {...recordStates[state]} />}
      >
        <Row label="微信号" value={account.wechatId} />
        <Row label="主管单位" value={account.supervisorUnit ?? '未填'} />
        <Row label="检查时更新日期" value={lastUpdate ? dayLabel(lastUpdate) : '未知'} />
        {verdict && (
          <Row
            label="判定"
            value={`${verdict.qualified ? '合格' : '不合格'}${verdict.points === null ? '' : `，${verdict.points} 分`}`}
          />
        )}
        {dueOn && <Row label="整改期限" value={dayLabel(dueOn)} />}
      </Card>
      <Findings findings={record.findings} ruleSet={ruleSet} pictures={pictures} />
      <Card title="经过">
        {steps.map(({ event, at, text, evidence }) => (
          <View key={`${event}${at}`}>
            <Row label={stepLabels[event]} note={text ?? undefined} value={instantLabel(at)} />
            <Shown evidence={evidence} pictures={pictures} />
          </View>
        ))}
      </Card>
    </>
  );
}
