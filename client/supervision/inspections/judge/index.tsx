import { View } from '@tarojs/components';
import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ApiError } from '../../../../typings/answer';
import type { Assignment } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { DayRow } from '../../../components/DayRow';
import { FieldRow } from '../../../components/FieldRow';
import { Footer } from '../../../components/Footer';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Pills } from '../../../components/Pills';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Sheet } from '../../../components/Sheet';
import { copyText } from '../../../device/copy';
import { pickPictures } from '../../../device/pick-pictures';
import { dayAt, dayLabel } from '../../../periods';
import { stores } from '../../../stores';
import { inspecting } from '../../../stores/made/inspections';
import { Shown } from '../Findings';
import { Leads } from './Leads';

const { display } = stores;
const mostPictures = 9;

/** 逐项判定: one account, one inspector, no more than a minute. */
export default observer(function JudgePage() {
  const id = useRouter().params.id ?? '';
  useLoad(() => void inspecting.open(id));
  const { assignment, judged } = inspecting;
  return (
    <Screen scale={display.scale} footed>
      {judged.error && (
        <Notice tone="bad" title={judged.error.message}>
          {detailOf(judged.error)}
        </Notice>
      )}
      <Loaded
        value={assignment.value}
        error={assignment.error}
        onRetry={() => void inspecting.open(id)}
      >
        {(one) => (
          <>
            <Subject assignment={one} />
            <Automatic assignment={one} />
            <Leads assignment={one} />
            <Others />
            <Footer>
              <Action
                text={
                  judged.loading
                    ? '正在提交…'
                    : inspecting.chosen.length === 0
                      ? '没有问题，提交'
                      : `有 ${inspecting.chosen.length} 项，提交`
                }
                waiting={judged.loading}
                onPress={() => void submit()}
              />
            </Footer>
          </>
        )}
      </Loaded>
    </Screen>
  );
});

const Subject = observer(function Subject({ assignment }: { assignment: Assignment }) {
  const { account, lastUpdate, inspectionDay, recheck } = assignment;
  return (
    <Card
      title={account.name}
      note={[account.agency, ...(recheck ? ['上次检查不合格，这次复查'] : [])].join(' · ')}
    >
      <Row
        label="微信号"
        value={account.wechatId}
        onOpen={() => void copyText(account.wechatId, '微信号已复制，可在微信里搜索')}
      />
      <Row
        label="已知最近发文"
        note={`检查日 ${dayLabel(inspectionDay)}`}
        value={lastUpdate ? dayLabel(lastUpdate) : '未知'}
      />
      <DayRow
        label="我看到的最近发文日"
        note={inspecting.judged.error?.fields?.['judgement.lastPublished'] ?? '没有核看，就不用选'}
        value={inspecting.lastPublished || null}
        to={dayAt(Date.now())}
        onChoose={(day) => inspecting.type('lastPublished', day)}
      />
      {inspecting.lastPublished !== '' && (
        <Row label="没有核看，去掉日期" onOpen={() => inspecting.type('lastPublished', '')} />
      )}
    </Card>
  );
});

const Automatic = observer(function Automatic({ assignment }: { assignment: Assignment }) {
  const { ruleSet, chosen } = inspecting;
  if (assignment.automatic.length === 0) return null;
  return (
    <Card title="数据提示" note="核对后保留或取消">
      {assignment.automatic.map(({ ruleId, evidence }) => {
        const rule = ruleSet?.rules.find((one) => one.id === ruleId);
        return (
          <View key={ruleId}>
            <Row label={rule?.label ?? ruleId} note={rule?.wording} />
            <Shown evidence={evidence} pictures={{}} />
            <Pills
              options={{ [ruleId]: '属实' }}
              chosen={chosen}
              onTap={(id) => inspecting.toggle(id)}
            />
          </View>
        );
      })}
    </Card>
  );
});

const Others = observer(function Others() {
  const { others, chosen, pictures } = inspecting;
  const [explained, explain] = useState(false);
  const own = chosen.some((id) => others.some((rule) => rule.id === id));
  return (
    <Card title="另外发现" note="没有就不选">
      <Row label="各项怎样认定" note="细则原文与依据" onOpen={() => explain(true)} />
      <Sheet title="各项怎样认定" open={explained} onClose={() => explain(false)}>
        {others.map(({ id, label, wording, source }) => (
          <Row key={id} label={label} note={`${wording}（${source}）`} />
        ))}
      </Sheet>
      <Pills
        options={Object.fromEntries(others.map(({ id, label }) => [id, label]))}
        chosen={chosen}
        onTap={(id) => inspecting.toggle(id)}
      />
      {own && (
        <>
          <FieldRow
            id="link"
            label="文章链接"
            value={inspecting.link}
            placeholder="https://mp.weixin.qq.com/…"
            hint="链接或截图至少有一样"
            maxLength={400}
            onInput={(text) => inspecting.type('link', text)}
          />
          <FieldRow
            id="note"
            label="说明"
            value={inspecting.note}
            maxLength={300}
            long
            onInput={(text) => inspecting.type('note', text)}
          />
          {pictures.error && <Notice tone="bad" title={pictures.error.message} />}
          <Action
            text={
              pictures.fileIds.length > 0 ? `截图 ${pictures.fileIds.length} 张，再加` : '加截图'
            }
            kind="secondary"
            onPress={() => void addPictures()}
          />
        </>
      )}
    </Card>
  );
});

/** What a refusal says of a field, where it says more than its message. */
function detailOf({ message, fields }: ApiError): string | undefined {
  return Object.values(fields ?? {}).find((text) => text !== message);
}

async function addPictures(): Promise<void> {
  const { pictures } = inspecting;
  await pictures.add(await pickPictures(mostPictures - pictures.fileIds.length));
}

async function submit(): Promise<void> {
  const judged = await inspecting.judge();
  if (!judged) {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
    return;
  }
  if (judged.nextId) {
    await inspecting.open(judged.nextId);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    return;
  }
  await Taro.navigateBack();
}
