import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { Inspection } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { DayRow } from '../../../components/DayRow';
import { FieldRow } from '../../../components/FieldRow';
import { Meter } from '../../../components/Meter';
import { Pills } from '../../../components/Pills';
import { roleLabels } from '../../../labels.data';
import { dayAt, dayLabel } from '../../../periods';
import { stores } from '../../../stores';
import { inspections } from '../../../stores/made/inspections';
import { jobLabels } from '../labels.data';

const { members } = stores;
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
      </Card>
    );
  }
  switch (state) {
    case 'planned':
      return (
        <Card title="下一步：封存种子" note="先公布种子的摘要，再冻结名单，谁也不能挑选结果">
          <Action
            text="封存种子并冻结名单"
            waiting={waiting}
            onPress={() => void inspections.step(id, 'commit')}
          />
        </Card>
      );
    case 'frozen':
      return <Draw inspection={inspection} />;
    case 'drawn':
      return <Assign inspection={inspection} />;
    case 'running':
      return counts.judging + counts.disputed > 0 ? (
        <Card
          title="正在检查"
          note={`还有 ${counts.judging + counts.disputed} 个账号没有判定；两位检查员互不知情，意见不同时由第三位判定`}
        />
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
      <Action
        text="抽取"
        waiting={inspections.stepped.loading || witness.trim() === ''}
        onPress={() => void draw(inspection.id, witness.trim())}
      />
    </Card>
  );
}

const Assign = observer(function Assign({ inspection }: Props) {
  const [chosen, choose] = useState<string[]>([]);
  useEffect(() => void members.load(), []);
  const candidates = (members.list.value?.items ?? []).filter(
    ({ role }) => role === 'supervisor' || role === 'staff',
  );
  const options = Object.fromEntries(
    candidates.map(({ id, alias, role, label }) => [
      id,
      `${alias} · ${roleLabels[role]} · ${label}`,
    ]),
  );
  return (
    <Card title="下一步：分派检查员" note="至少三位；不会检查自己的单位，彼此不知道看的是哪些账号">
      <Pills
        options={options}
        chosen={chosen}
        onTap={(id) =>
          choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
        }
      />
      <Action
        text={`分派给 ${chosen.length} 位检查员`}
        waiting={inspections.stepped.loading || chosen.length < 3}
        onPress={() => void inspections.assign(inspection.id, chosen)}
      />
    </Card>
  );
});

function Publish({ inspection }: Props) {
  const days = inspections.ruleSet(inspection.ruleSetId)?.rectificationDays ?? 10;
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
