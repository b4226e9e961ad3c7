import { useLoad, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { LeftOut, ReviewVerdict } from '../../../../typings/leaderboards';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Empty } from '../../../components/Empty';
import { FieldRow } from '../../../components/FieldRow';
import { FlagRows } from '../../../components/FlagRows';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Sheet } from '../../../components/Sheet';
import { isShut, Shut } from '../../../components/Shut';
import { Skeleton } from '../../../components/Skeleton';
import { Tag } from '../../../components/Tag';
import { stores } from '../../../stores';
import { publishing } from '../../../stores/made/leaderboards';

const { display } = stores;

const verdictTags = {
  accepted: { text: '参加排名', tone: 'good' },
  excluded: { text: '不参加', tone: 'warn' },
} as const;

/** 异常核实: scores in doubt, each looked at by a person before the board is published. */
export default observer(function ReviewPage() {
  const { id = '' } = useRouter().params;
  const [looking, look] = useState<LeftOut | null>(null);
  const load = async () => {
    if (publishing.draft.value?.id !== id) await publishing.open(id);
    await publishing.show('under-review');
  };
  const open = (one: LeftOut) => {
    look(one);
    void publishing.look(one.accountId);
  };
  useLoad(() => void load());
  useReachBottom(() => void publishing.leftOut.more());
  const { leftOut, draft, verdicts } = publishing;
  const { page, rows } = leftOut;
  const error = draft.error ?? page.error;
  if (error && isShut(error)) {
    return (
      <Screen scale={display.scale}>
        <Shut error={error} />
      </Screen>
    );
  }

  return (
    <Screen scale={display.scale}>
      <Notice title="系统只提示可疑之处，是否参加排名由人核实后决定。">
        核实结果要重新汇总后才进入榜单；数据更正以后会重新核实。
      </Notice>
      {error && (
        <Notice tone="bad" title={error.message} action="重试" onAction={() => void load()} />
      )}
      {rows.length > 0 && (
        <Card title={draft.value?.title ?? '待核实'}>
          {rows.map((one) => {
            const verdict = verdicts.get(one.accountId);
            return (
              <Row
                key={one.accountId}
                label={one.name}
                note={`${one.agency} · ${one.text}`}
                value={<Tag {...(verdict ? verdictTags[verdict] : { text: '待核实' })} />}
                onOpen={() => open(one)}
              />
            );
          })}
        </Card>
      )}
      {(page.loading || draft.loading) && (
        <Card>
          <Skeleton lines={rows.length > 0 ? 2 : 5} />
        </Card>
      )}
      {page.value && rows.length === 0 && !page.loading && (
        <Empty title="没有待核实的账号" text="这一期的数据没有发现异常，或都已核实。" />
      )}
      {looking && <Verdict one={looking} onDone={() => look(null)} />}
    </Screen>
  );
});

/** All that is to be looked at of the account, its past and its peers among it. */
const Evidence = observer(function Evidence() {
  const { value, error, loading } = publishing.looked;
  if (loading) return <Skeleton lines={3} />;
  if (error) return <Notice tone="bad" title={error.message} />;
  return value && <FlagRows flagged={value} />;
});

const Verdict = observer(function Verdict({ one, onDone }: { one: LeftOut; onDone: () => void }) {
  const [note, setNote] = useState('');
  const { error, loading } = publishing.reviewing;
  const say = async (verdict: ReviewVerdict) => {
    if (await publishing.review(one.accountId, verdict, note.trim())) onDone();
  };
  const waiting = loading || note.trim() === '';
  return (
    <Sheet title={one.name} open onClose={onDone}>
      <Notice tone="warn" title={one.text} />
      <Evidence />
      <FieldRow
        id="note"
        label="核实说明"
        value={note}
        placeholder="向谁核实、看了什么、结论"
        maxLength={200}
        long
        hint="写明以后才能选择；说明会留存备查"
        error={error?.fields?.note}
        onInput={setNote}
      />
      {error && <Notice tone="bad" title={error.message} />}
      <Action text="数据属实，参加排名" waiting={waiting} onPress={() => void say('accepted')} />
      <Action
        text="本期不参加排名"
        kind="secondary"
        waiting={waiting}
        onPress={() => void say('excluded')}
      />
    </Sheet>
  );
});
