import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { InspectionRecordDetail, RecordState } from '../../../../../typings/inspections';
import { Action } from '../../../../components/Action';
import { Card } from '../../../../components/Card';
import { FieldRow } from '../../../../components/FieldRow';
import { Loaded } from '../../../../components/Loaded';
import { Notice } from '../../../../components/Notice';
import { Screen } from '../../../../components/Screen';
import { pickPictures } from '../../../../device/pick-pictures';
import { stores } from '../../../../stores';
import { ownInspections } from '../../../../stores/made/inspections';
import { RecordFacts } from '../../RecordFacts';

const { display } = stores;
const mostPictures = 9;

/** What an agency has sent, and who is to act on it now. */
const waits: Partial<Record<RecordState, string>> = {
  answered: '整改情况已提交，等待主管部门复查。',
  appealed: '申诉已提交，等待主管部门处理；处理以前不计逾期。',
};

/** 检查结果 of one's own account: what was found, and the way to answer it. */
export default observer(function OwnRecordPage() {
  const id = useRouter().params.id ?? '';
  useLoad(() => void ownInspections.open(id));
  const { record, rules } = ownInspections;
  return (
    <Screen scale={display.scale}>
      <Loaded
        value={record.value}
        error={record.error}
        onRetry={() => void ownInspections.open(id)}
      >
        {(one) => (
          <>
            <RecordFacts record={one} ruleSet={rules.find(one.ruleSetId)} />
            {one.state === 'rectifying' && <Reply record={one} />}
            {waits[one.state] && <Notice title={waits[one.state] ?? ''} />}
          </>
        )}
      </Loaded>
    </Screen>
  );
});

const Reply = observer(function Reply({ record }: { record: InspectionRecordDetail }) {
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const { sent, pictures } = ownInspections;
  const waiting = sent.loading || text.trim() === '';
  const add = async () => {
    await pictures.add(await pickPictures(mostPictures - pictures.fileIds.length));
  };
  return (
    <Card title="整改或申诉" note="写明做了什么，附上链接或截图">
      {pictures.error && <Notice tone="bad" title={pictures.error.message} />}
      <FieldRow
        id="text"
        label="说明"
        value={text}
        placeholder="例如：已于今日更新，并安排专人每周发布"
        maxLength={500}
        long
        onInput={setText}
      />
      <FieldRow
        id="link"
        label="链接"
        value={link}
        placeholder="https://，没有可留空"
        maxLength={400}
        error={sent.error?.fields?.['proof.link']}
        onInput={setLink}
      />
      <Action
        text={pictures.fileIds.length > 0 ? `图片 ${pictures.fileIds.length} 张，再加` : '加图片'}
        kind="secondary"
        onPress={() => void add()}
      />
      {sent.error && <Notice tone="bad" title={sent.error.message} />}
      <Action
        text={sent.loading ? '正在提交…' : '提交整改情况'}
        waiting={waiting}
        onPress={() => void ownInspections.send('answer', text, link)}
      />
      {record.inspectionState !== 'closed' && (
        <Action
          text="对判定有异议，申诉"
          kind="plain"
          waiting={waiting}
          onPress={() => void ownInspections.send('appeal', text, link)}
        />
      )}
    </Card>
  );
});
