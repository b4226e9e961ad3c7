import { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { InspectionRecordDetail } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { DayRow } from '../../../components/DayRow';
import { FieldRow } from '../../../components/FieldRow';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { dayAt } from '../../../periods';
import { stores } from '../../../stores';
import { inspectionRecord } from '../../../stores/made/inspections';
import { RecordFacts } from '../RecordFacts';

const { display } = stores;
const dayLength = 86_400_000;
const daysGiven = 7;

/** 检查记录, as the supervisor decides on it. */
export default observer(function RecordPage() {
  const id = useRouter().params.id ?? '';
  useDidShow(() => void inspectionRecord.open(id));
  const { record, rules } = inspectionRecord;
  return (
    <Screen scale={display.scale}>
      <Loaded
        value={record.value}
        error={record.error}
        onRetry={() => void inspectionRecord.open(id)}
      >
        {(one) => (
          <>
            <RecordFacts record={one} ruleSet={rules.find(one.ruleSetId)} />
            <Decision record={one} />
          </>
        )}
      </Loaded>
    </Screen>
  );
});

const Decision = observer(function Decision({ record }: { record: InspectionRecordDetail }) {
  const [text, setText] = useState('');
  const [dueOn, setDue] = useState(dayAt(Date.now() + daysGiven * dayLength));
  const { id, state } = record;
  const { decided, notice } = inspectionRecord;
  const waiting = decided.loading || text.trim() === '';
  const error = decided.error ?? notice.error;
  const refused = error && <Notice tone="bad" title={error.message} />;
  if (state === 'appealed') {
    return (
      <Card title="处理申诉" note="维持判定时，处理申诉的天数补回到整改期限">
        <FieldRow
          id="text"
          label="理由"
          value={text}
          placeholder="依据哪条规定、核实了什么；单位会看到"
          maxLength={500}
          long
          onInput={setText}
        />
        {refused}
        <Action
          text="申诉成立，撤销判定"
          kind="secondary"
          waiting={waiting}
          onPress={() => void inspectionRecord.decideAppeal(id, false, text)}
        />
        <Action
          text="维持判定，继续整改"
          waiting={waiting}
          onPress={() => void inspectionRecord.decideAppeal(id, true, text)}
        />
      </Card>
    );
  }
  if (state === 'answered') {
    return (
      <Card title="复查">
        <FieldRow
          id="text"
          label="复查意见"
          value={text}
          placeholder="看了什么、是否整改到位；单位会看到"
          maxLength={500}
          long
          onInput={setText}
        />
        <DayRow
          label="未通过时的新期限"
          note={decided.error?.fields?.dueOn}
          value={dueOn}
          from={dayAt(Date.now() + dayLength)}
          onChoose={setDue}
        />
        {refused}
        <Action
          text="通过"
          waiting={waiting}
          onPress={() => void inspectionRecord.recheck(id, { accepted: true, text })}
        />
        <Action
          text="未通过，重新整改"
          kind="secondary"
          waiting={waiting}
          onPress={() => void inspectionRecord.recheck(id, { accepted: false, text, dueOn })}
        />
      </Card>
    );
  }
  if (record.dueOn === null) return null;
  return (
    <Card>
      {refused}
      <Action
        text={notice.busy ? '正在生成…' : '整改通知（Word）'}
        kind="secondary"
        waiting={notice.busy}
        onPress={() => void inspectionRecord.openNotice(id)}
      />
    </Card>
  );
});
