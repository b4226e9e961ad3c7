import Taro, { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ColumnName, OptionalColumn } from '../../../typings/datasets';
import type { RegionScope } from '../../../typings/membership';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { ChoiceRow } from '../../components/ChoiceRow';
import { Footer } from '../../components/Footer';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { dayAt, lastMonth, periodLabel, recentMonths } from '../../periods';
import { stores } from '../../stores';
import { releases } from '../../stores/made/datasets';

const { session, display } = stores;
const groupSizes = { '5': '5 个账号', '10': '10 个账号', '20': '20 个账号' };
const usual: OptionalColumn[] = [
  'communicationIndex',
  'dissemination',
  'service',
  'interaction',
  'articles',
  'reads',
  'followers',
];

/** 发布研究数据: which period, of which scope, with which columns. */
export default observer(function NewReleasePage() {
  useLoad(() => {
    void session.loadMemberships();
    void releases.loadColumns();
  });
  const today = dayAt(Date.now());
  const months = recentMonths(today, 13).slice(1);
  const scopes = supervised();
  const [period, setPeriod] = useState(lastMonth(today));
  const [scopeId, setScope] = useState<string | null>(null);
  const [k, setK] = useState<keyof typeof groupSizes>('5');
  const [chosen, setChosen] = useState<OptionalColumn[]>(usual);
  const { columns, created } = releases;
  const scope = scopes.find(({ id }) => id === scopeId) ?? scopes[0];
  const toggle = (name: OptionalColumn) =>
    setChosen(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  const create = async () => {
    if (!scope) return;
    const asked = { period, scope: scope.scope, columns: chosen, k: Number(k) };
    const id = await releases.create(asked);
    if (id) await Taro.redirectTo({ url: `/research/release/index?id=${id}` });
    else void Taro.pageScrollTo({ scrollTop: 0, duration: 200 });
  };

  return (
    <Screen scale={display.scale} footed>
      {created.error && <Notice tone="bad" title={created.error.message} />}
      <Card title="周期与范围">
        <ChoiceRow
          label="周期"
          labels={Object.fromEntries(months.map((month) => [month, periodLabel(month)]))}
          chosen={period}
          onChoose={setPeriod}
        />
        <ChoiceRow
          label="范围"
          labels={Object.fromEntries(scopes.map(({ id, label }) => [id, label]))}
          chosen={scope?.id ?? null}
          onChoose={setScope}
        />
        <ChoiceRow label="每组至少" labels={groupSizes} chosen={k} onChoose={setK} />
      </Card>
      <Loaded
        value={columns.value}
        error={columns.error}
        onRetry={() => void releases.loadColumns()}
      >
        {({ columns: all }) => (
          <Card
            title={`公布的列 ${chosen.length} 项`}
            note="化名、级别、地域、部门、账号类型总在其中"
          >
            {all
              .flatMap(({ name, ...told }) => (isOptional(name) ? [{ name, ...told }] : []))
              .map(({ name, label, definition }) => (
                <Row
                  key={name}
                  label={label}
                  note={definition}
                  ticked={chosen.includes(name)}
                  onOpen={() => toggle(name)}
                />
              ))}
          </Card>
        )}
      </Loaded>
      <Footer>
        <Action
          text={created.loading ? '正在核对…' : '生成并发布'}
          waiting={created.loading || chosen.length === 0 || !scope}
          onPress={() => void create()}
        />
      </Footer>
    </Screen>
  );
});

const always = new Set<ColumnName>(['id', 'level', 'region', 'department', 'kind']);

function isOptional(name: ColumnName): name is OptionalColumn {
  return !always.has(name);
}

function supervised(): { id: string; label: string; scope: RegionScope }[] {
  return (session.memberships.value?.memberships ?? []).flatMap(({ id, role, label, scope }) =>
    role === 'supervisor' && scope.kind === 'region' ? [{ id, label, scope }] : [],
  );
}
