import Taro, { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { RegionScopeInput } from '../../../../typings/inspections';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { ChoiceRow } from '../../../components/ChoiceRow';
import { DayRow } from '../../../components/DayRow';
import { Empty } from '../../../components/Empty';
import { FieldRow } from '../../../components/FieldRow';
import { Footer } from '../../../components/Footer';
import { Notice } from '../../../components/Notice';
import { Screen } from '../../../components/Screen';
import { goBack } from '../../../device/go-back';
import { parseFigure } from '../../../figures';
import { dayAt } from '../../../periods';
import { stores } from '../../../stores';
import { inspections } from '../../../stores/made/inspections';
import { ScopeRows } from '../../ScopeRows';

const { session, display } = stores;

/** 新建检查: by which rules, over what, on which day, and how large a share. */
export default observer(function NewInspectionPage() {
  const today = dayAt(Date.now());
  const [title, setTitle] = useState(`${today.slice(0, 4)}年政务新媒体检查`);
  const [scopeId, setScopeId] = useState<string | null>(null);
  const [narrowed, narrow] = useState<RegionScopeInput | null>(null);
  const [ruleSetId, setRules] = useState('national-2019');
  const [day, setDay] = useState(today);
  const [percent, setPercent] = useState('20');
  useLoad(() => {
    void inspections.rules.load();
    void session.loadMemberships();
  });
  const scopes = supervised();
  const chosen = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const scope = narrowed ?? chosen?.scope;
  const sets = inspections.rules.all.filter((set) =>
    (scope?.regionPrefix ?? '').startsWith(set.regionPrefix),
  );
  const set = sets.find(({ id }) => id === ruleSetId) ?? sets[0];
  const share = parseFigure(percent, false);
  const { stepped, rules } = inspections;
  const { fields } = stepped.error ?? {};
  const create = async () => {
    if (!scope || !set || !share.ok || share.value === null) return;
    const planned = await inspections.plan({
      title,
      ruleSetId: set.id,
      scope,
      inspectionDay: day,
      share: share.value / 100,
    });
    if (planned) {
      await Taro.redirectTo({ url: `/supervision/inspections/detail/index?id=${planned.id}` });
    }
  };

  if (session.memberships.value && scopes.length === 0) {
    return (
      <Screen scale={display.scale}>
        <Empty
          title="只有主管部门可以新建检查"
          text="受邀判定其他单位的账号，请从「我的检查任务」进入。"
          action="返回"
          onAction={() => void goBack()}
        />
      </Screen>
    );
  }

  return (
    <Screen scale={display.scale} footed>
      {stepped.error && <Notice tone="bad" title={stepped.error.message} />}
      {rules.asked.error && (
        <Notice
          tone="bad"
          title={rules.asked.error.message}
          action="重试"
          onAction={() => void inspections.rules.load()}
        />
      )}
      <Card>
        <FieldRow
          id="title"
          label="检查名称"
          value={title}
          maxLength={60}
          error={fields?.title}
          onInput={setTitle}
        />
        <ChoiceRow
          label="监管范围"
          labels={Object.fromEntries(scopes.map(({ id, label }) => [id, label]))}
          chosen={chosen?.id ?? null}
          onChoose={(id) => {
            setScopeId(id);
            narrow(null);
          }}
        />
        {chosen && scope && <ScopeRows scope={scope} within={chosen.scope} onChange={narrow} />}
        <ChoiceRow
          label="检查细则"
          labels={Object.fromEntries(sets.map(({ id, name }) => [id, name]))}
          chosen={set?.id ?? null}
          onChoose={setRules}
        />
        {set?.notice && <Notice title={set.notice} />}
        <DayRow
          label="检查日"
          note={fields?.inspectionDay ?? '更新天数算到这一天'}
          value={day}
          from={dayAt(Date.now())}
          onChoose={setDay}
        />
        <FieldRow
          id="share"
          label="抽查比例"
          value={percent}
          unit="%"
          numeric
          hint="在级别、系统、地域各层内按比例抽取；上次不合格的账号另外全部复查"
          error={fields?.share ?? (share.ok ? undefined : share.message)}
          onInput={setPercent}
        />
      </Card>
      <Footer>
        <Action text="取消" kind="secondary" onPress={() => void Taro.navigateBack()} />
        <Action
          text={stepped.loading ? '正在建立…' : '建立检查'}
          waiting={stepped.loading || !scope || !set || !share.ok || share.value === null}
          onPress={() => void create()}
        />
      </Footer>
    </Screen>
  );
});

function supervised(): { id: string; label: string; scope: RegionScopeInput }[] {
  return (session.memberships.value?.memberships ?? []).flatMap(({ id, role, label, scope }) =>
    role === 'supervisor' && scope.kind === 'region' ? [{ id, label, scope }] : [],
  );
}
