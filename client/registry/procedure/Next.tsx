import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ProcedureDetail } from '../../../typings/lifecycle';
import type { Day } from '../../../typings/vocabulary';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { DayRow } from '../../components/DayRow';
import { FieldRow } from '../../components/FieldRow';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { copyText } from '../../device/copy';
import { dayAt, longDayLabel } from '../../periods';
import { stores } from '../../stores';
import { lifecycle } from '../../stores/made/lifecycle';
import { canWithdraw, firstDay } from './offers';

const { session } = stores;

interface Props {
  detail: ProcedureDetail;
}

/** What this person may do next. */
export const Next = observer(function Next({ detail }: Props) {
  const isSupervisor = session.hasRole('supervisor');
  const isStaff = session.accounts.some(({ id }) => id === detail.accountId);
  return (
    <>
      {detail.next === 'decide' && isSupervisor && <Decide />}
      {detail.next === 'notice' && <Announce detail={detail} />}
      {detail.next === 'carry-out' && <CarryOut detail={detail} />}
      {detail.next === 'file' && isSupervisor && <FileIt detail={detail} />}
      {isStaff && canWithdraw(detail) && <GiveUp detail={detail} />}
    </>
  );
});

const Decide = observer(function Decide() {
  const [text, setText] = useState('');
  const waiting = lifecycle.acted.loading;
  const note = text.trim();
  return (
    <Card title="审批">
      <FieldRow
        id="note"
        label="意见"
        value={text}
        placeholder="退回或不批准时必填"
        maxLength={200}
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
});

const Announce = observer(function Announce({ detail }: Props) {
  const [link, setLink] = useState('');
  const [on, setDay] = useState(() => dayAt(Date.now()));
  const text = detail.noticeText ?? '公告';
  return (
    <Card title="公告文稿" note="按申请内容拟好，发布后再登记">
      <Row label={text} />
      <Action text="复制公告" kind="secondary" onPress={() => void copyText(text, '公告已复制')} />
      <DoneOn label="发布日期" note="公告期从这一天算起" detail={detail} on={on} set={setDay} />
      <FieldRow
        id="link"
        label="公告链接"
        value={link}
        placeholder="https://（没有可不填）"
        maxLength={300}
        onInput={setLink}
      />
      <Action
        text="已发布公告"
        waiting={lifecycle.acted.loading}
        onPress={() =>
          void lifecycle.report({ act: 'notice', on, link: link.trim() || null, text })
        }
      />
    </Card>
  );
});

const CarryOut = observer(function CarryOut({ detail }: Props) {
  const [on, setDay] = useState(() => dayAt(Date.now()));
  const first = firstDay(detail);
  if (first && first > dayAt(Date.now())) {
    return <Notice title={`公告期未满，${longDayLabel(first)}起在微信平台办理`} />;
  }
  return (
    <Card title="在微信平台办理" note="办理后登记簿随之更新，不能撤回">
      <DoneOn label="办理日期" detail={detail} on={on} set={setDay} />
      <Action
        text="已办理"
        waiting={lifecycle.acted.loading}
        onPress={() => void confirmed(() => lifecycle.report({ act: 'carry-out', on }))}
      />
    </Card>
  );
});

const FileIt = observer(function FileIt({ detail }: Props) {
  const [text, setText] = useState('');
  const [on, setDay] = useState(() => dayAt(Date.now()));
  const number = text.trim();
  return (
    <Card title="备案登记" note="在全国政务新媒体信息报送系统办完后填写">
      <DoneOn label="登记日期" detail={detail} on={on} set={setDay} />
      <FieldRow id="number" label="备案号" value={text} maxLength={40} onInput={setText} />
      <Action
        text="登记并办结"
        waiting={lifecycle.acted.loading || !number}
        onPress={() => void lifecycle.file({ act: 'file', on, number })}
      />
    </Card>
  );
});

interface DoneOnProps extends Props {
  label: string;
  note?: string;
  on: Day;
  set: (day: Day) => void;
}

/** The day that a step was done, which need not be the day that it is told. */
function DoneOn({ label, note, detail, on, set }: DoneOnProps) {
  const to = dayAt(Date.now());
  return (
    <DayRow label={label} note={note} value={on} from={firstDay(detail)} to={to} onChoose={set} />
  );
}

async function confirmed(act: () => Promise<void>): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '确认已经办理？',
    content: '登记簿会随之更新：变更的写入新内容，合并、关停的账号标为已关停。',
  });
  if (confirm) await act();
}

const GiveUp = observer(function GiveUp({ detail: { id, next, events } }: Props) {
  const [note, setNote] = useState('');
  const returned = next === 'apply' ? events.filter(({ act }) => act === 'return').at(-1) : null;
  const isUndecided = next === 'apply' || next === 'decide';
  return (
    <Card
      title={returned ? '退回修改' : isUndecided ? '等待主管部门审批' : '不再办理'}
      note={returned?.note ?? undefined}
    >
      {isUndecided && (
        <Action
          text="修改申请"
          kind={returned ? 'primary' : 'secondary'}
          onPress={() => void Taro.navigateTo({ url: `/registry/apply/index?procedureId=${id}` })}
        />
      )}
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
        waiting={lifecycle.acted.loading || note.trim() === ''}
        onPress={() => void lifecycle.report({ act: 'withdraw', note: note.trim() })}
      />
    </Card>
  );
});
