import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ProcedureDetail } from '../../../typings/lifecycle';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { FieldRow } from '../../components/FieldRow';
import { Row } from '../../components/Row';
import { copyText } from '../../device/copy';
import { dayAt } from '../../periods';
import { stores } from '../../stores';
import { lifecycle } from '../../stores/made/lifecycle';

const { session } = stores;

/** What this person may do next. */
export const Next = observer(function Next({ detail }: { detail: ProcedureDetail }) {
  const [text, setText] = useState('');
  const waiting = lifecycle.acted.loading;
  const today = dayAt(Date.now());
  const note = text.trim();
  const isSupervisor = session.hasRole('supervisor');
  if (detail.next === 'decide' && isSupervisor) {
    return (
      <Card title="审批">
        <FieldRow
          id="note"
          label="意见"
          value={text}
          placeholder="退回或不批准时必填"
          onInput={setText}
        />
        <Action
          text="批准"
          waiting={waiting}
          onPress={() => void lifecycle.decide({ act: 'approve', note: note || null })}
        />
        <Action
          text="退回修改"
          kind="secondary"
          waiting={waiting || !note}
          onPress={() => void lifecycle.decide({ act: 'return', note })}
        />
        <Action
          text="不批准"
          kind="plain"
          waiting={waiting || !note}
          onPress={() => void lifecycle.decide({ act: 'refuse', note })}
        />
      </Card>
    );
  }
  if (detail.next === 'file' && isSupervisor) {
    return (
      <Card title="备案登记" note="在全国政务新媒体信息报送系统办完后填写">
        <FieldRow id="number" label="备案号" value={text} maxLength={40} onInput={setText} />
        <Action
          text="登记并办结"
          waiting={waiting || !note}
          onPress={() => void lifecycle.file({ act: 'file', on: today, number: note })}
        />
      </Card>
    );
  }
  const isStaff = session.accounts.some(({ id }) => id === detail.accountId);
  if (detail.next === 'apply' && isStaff) return <Revise detail={detail} />;
  if (detail.next === 'notice') {
    return (
      <Card title="公告文稿" note="按申请内容拟好，发布后再点“已发布”">
        <Row label={detail.noticeText ?? ''} />
        <Action
          text="复制公告"
          kind="secondary"
          onPress={() => void copyText(detail.noticeText ?? '', '公告已复制')}
        />
        <FieldRow
          id="link"
          label="公告链接"
          value={text}
          placeholder="https://（没有可不填）"
          maxLength={300}
          onInput={setText}
        />
        <Action
          text="已于今天发布"
          waiting={waiting}
          onPress={() =>
            void lifecycle.report({
              act: 'notice',
              on: today,
              link: note || null,
              text: detail.noticeText ?? '公告',
            })
          }
        />
      </Card>
    );
  }
  if (detail.next === 'carry-out') {
    return (
      <Card title="在微信平台办理" note="办理后登记簿随之更新，不能撤回">
        <Action
          text="已于今天办理"
          waiting={waiting}
          onPress={() => void confirmed(() => lifecycle.report({ act: 'carry-out', on: today }))}
        />
      </Card>
    );
  }
  return null;
});

async function confirmed(act: () => Promise<void>): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '确认已经办理？',
    content: '登记簿会随之更新：变更的写入新内容，合并、关停的账号标为已关停。',
  });
  if (confirm) await act();
}

function Revise({ detail: { id, events } }: { detail: ProcedureDetail }) {
  const [note, setNote] = useState('');
  const returned = events.filter(({ act }) => act === 'return').at(-1);
  const waiting = lifecycle.acted.loading;
  return (
    <Card title="退回修改" note={returned?.note ?? undefined}>
      <Action
        text="修改申请"
        onPress={() => void Taro.navigateTo({ url: `/registry/apply/index?procedureId=${id}` })}
      />
      <FieldRow
        id="withdraw"
        label="不办了？写明原因"
        value={note}
        maxLength={200}
        onInput={setNote}
      />
      <Action
        text="撤回申请"
        kind="plain"
        waiting={waiting || note.trim() === ''}
        onPress={() => void lifecycle.report({ act: 'withdraw', note: note.trim() })}
      />
    </Card>
  );
}
