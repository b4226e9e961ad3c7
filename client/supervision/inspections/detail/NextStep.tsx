import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Inspection } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { DayRow } from '../../../components/DayRow';
import { FieldRow } from '../../../components/FieldRow';
import { Meter } from '../../../components/Meter';
import { Notice } from '../../../components/Notice';
import { dayAt, dayLabel } from '../../../periods';
import { inspections } from '../../../stores/made/inspections';
import { jobLabels } from '../labels.data';
import { Candidates } from './Candidates';
import { Discard, Discarded } from './Discard';
import { Inspectors } from './Inspectors';

const dayLength = 86_400_000;

interface Props {
  inspection: Inspection;
}

/** What an inspection needs next. */
export const NextStep = observer(function NextStep({ inspection }: Props) {
  const { id, state, job, counts } = inspection;
  const waiting = inspections.stepped.loading;
  if (job) {
    const share = job.total === null ? null : job.done / Math.max(job.total, 1);
    return (
      <Card title={jobLabels[job.kind]} note={`已处理 ${job.done} 个，离开页面也会继续`}>
        <Meter share={share} />
        {inspections.stepped.error && (
          <Notice
            tone="bad"
            title={inspections.stepped.error.message}
            action="继续"
            onAction={() => void inspections.open(id)}
          />
        )}
      </Card>
    );
  }
  switch (state) {
    case 'planned':
      return (
        <Card
          title="下一步：封存种子"
          note="种子是决定抽取结果的随机数：先公布它的摘要并冻结名单，抽取时再公开，谁也不能挑选结果"
        >
          <Refused />
          <Action
            text="封存种子并冻结名单"
            waiting={waiting}
            onPress={() => void inspections.step(id, 'commit')}
          />
          <Discard inspection={inspection} />
        </Card>
      );
    case 'frozen':
      return <Draw inspection={inspection} />;
    case 'drawn':
      return <Assign inspection={inspection} />;
    case 'running':
      return counts.judging + counts.disputed > 0 ? (
        <>
          <Card
            title={`还有 ${counts.judging + counts.disputed} 个账号没有判定`}
            note="两位检查员互不知情，意见不同时由第三位判定；全部判定后即可通报"
          />
          <Inspectors />
        </>
      ) : (
        <Publish inspection={inspection} />
      );
    case 'published':
      return (
        <Card title="通报与办结" note="办结后不再受理申诉，整改和复查仍可继续">
          <Documents id={id} />
          <Action text="办结" kind="plain" waiting={waiting} onPress={() => void close(id)} />
        </Card>
      );
    case 'closed':
      return (
        <Card title="通报">
          <Documents id={id} />
        </Card>
      );
    case 'discarded':
      return <Discarded inspection={inspection} />;
    default:
      return null;
  }
});

function Draw({ inspection }: Props) {
  const [witness, setWitness] = useState('');
  return (
    <Card title="下一步：抽取" note="抽取后公开种子，任何人都可用名单和种子复核">
      <FieldRow
        id="witness"
        label="见证数"
        value={witness}
        placeholder="例如当日开奖号码，或现场报数"
        hint="与封存的种子一起决定结果，抽取前谁也不知道"
        maxLength={60}
        onInput={setWitness}
      />
      <Refused />
      <Action
        text="抽取"
        waiting={inspections.stepped.loading || witness.trim() === ''}
        onPress={() => void draw(inspection.id, witness.trim())}
      />
      <Discard inspection={inspection} />
    </Card>
  );
}

const Assign = observer(function Assign({ inspection }: Props) {
  const [chosen, choose] = useState<string[]>([]);
  return (
    <Card title="下一步：分派检查员" note="至少三位；不会检查自己的单位，彼此不知道看的是哪些账号">
      <Candidates
        chosen={chosen}
        onTap={(id) =>
          choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
        }
      />
      <Refused />
      <Action
        text={
          chosen.length < 3
            ? `已选 ${chosen.length} 位，至少三位`
            : `分派给 ${chosen.length} 位检查员`
        }
        waiting={inspections.stepped.loading || chosen.length < 3}
        onPress={() => void inspections.assign(inspection.id, chosen)}
      />
      <Discard inspection={inspection} />
    </Card>
  );
});

/** Why the last step was not taken, beside the button that took it. */
const Refused = observer(function Refused() {
  const error = inspections.stepped.error ?? inspections.file.error;
  return error && <Notice tone="bad" title={error.message} />;
});

function Publish({ inspection }: Props) {
  const days = inspections.rules.find(inspection.ruleSetId)?.rectificationDays ?? 10;
  const [dueOn, setDue] = useState(dayAt(Date.now() + days * dayLength));
  return (
    <Card title="下一步：通报" note="全部判定完毕；通报后各单位看到自己的结果并开始整改">
      <DayRow
        label="整改期限"
        note={`细则给 ${days} 天`}
        value={dueOn}
        from={dayAt(Date.now() + dayLength)}
        onChoose={setDue}
      />
      <Refused />
      <Action
        text="通报"
        waiting={inspections.stepped.loading}
        onPress={() => void publish(inspection, dueOn)}
      />
    </Card>
  );
}

const Documents = observer(function Documents({ id }: { id: string }) {
  const { busy } = inspections.file;
  return (
    <>
      <Refused />
      <Action
        text={busy ? '正在生成…' : '通报（Word）'}
        waiting={busy}
        onPress={() => void inspections.openBulletin(id, 'docx')}
      />
      <Action
        text="结果清单（Excel）"
        kind="secondary"
        waiting={busy}
        onPress={() => void inspections.openBulletin(id, 'xlsx')}
      />
    </>
  );
});

async function draw(id: string, witness: string): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '抽取后不能重来',
    content: `见证数：${witness}。抽取后公开种子，名单不再改动。`,
    confirmText: '抽取',
  });
  if (confirm) await inspections.draw(id, witness);
}

async function publish({ id, counts }: Inspection, dueOn: string): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '通报后不能撤回',
    content: `${counts.failed} 个账号不合格，${counts.flawed} 个有扣分，须在 ${dayLabel(dueOn)} 前整改。`,
    confirmText: '通报',
  });
  if (confirm) await inspections.publish(id, dueOn);
}

async function close(id: string): Promise<void> {
  const { confirm } = await Taro.showModal({
    title: '办结这次检查？',
    content: '办结后不再受理申诉，整改和复查仍可继续。',
    confirmText: '办结',
  });
  if (confirm) await inspections.step(id, 'close');
}
