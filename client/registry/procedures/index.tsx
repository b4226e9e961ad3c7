import Taro, { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { FilingGap, ProcedureSummary } from '../../../typings/lifecycle';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Loaded } from '../../components/Loaded';
import { PagedList } from '../../components/PagedList';
import { Pills } from '../../components/Pills';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Segments } from '../../components/Segments';
import { Tag } from '../../components/Tag';
import { dayLabel } from '../../periods';
import { stores } from '../../stores';
import { lifecycle } from '../../stores/made/lifecycle';
import { kindLabels, stateTags, stepLabels } from './labels.data';

const { session, display } = stores;

const parts = [
  { id: 'procedures', label: '办理事项' },
  { id: 'gaps', label: '备案缺口' },
];
const listed = { open: '办理中', overdue: '逾期', over: '已办结' };
const gapped = { unfiled: '未备案', pending: '备案中', closed: '已关停' };
type Listed = keyof typeof listed;
type Gapped = keyof typeof gapped;

/** 备案与变更: a supervisor's lists and gaps; for staff, the procedures of their account. */
export default observer(function ProceduresPage() {
  const { params } = useRouter();
  const [part, setPart] = useState(params.part === 'gaps' ? 'gaps' : 'procedures');
  const [list, setList] = useState<Listed>('open');
  const [gap, setGap] = useState<Gapped>('unfiled');
  const isGaps = part === 'gaps';
  const show = (asked: { gaps: boolean; list: Listed; gap: Gapped }) =>
    asked.gaps ? lifecycle.showGaps(asked.gap) : lifecycle.showList(asked.list);
  const load = async () => {
    await Promise.all([session.open(), session.loadMemberships()]);
    if (session.hasRole('supervisor')) await show({ gaps: isGaps, list, gap });
    else if (session.account) await lifecycle.openAccount(session.account.id);
  };
  useDidShow(() => void load());
  useReachBottom(() => void (isGaps ? lifecycle.gaps : lifecycle.list).more());
  if (!session.hasRole('supervisor')) {
    return (
      <Screen scale={display.scale}>
        <OwnAccount onRetry={() => void load()} />
      </Screen>
    );
  }
  return (
    <Screen scale={display.scale}>
      <Segments
        options={parts}
        chosen={part}
        onChoose={(id) => {
          setPart(id);
          void show({ gaps: id === 'gaps', list, gap });
        }}
      />
      {isGaps ? (
        <>
          <Pills
            options={gapped}
            chosen={[gap]}
            onTap={(id) => {
              const chosen = (Object.keys(gapped) as Gapped[]).find((one) => one === id) ?? gap;
              setGap(chosen);
              void lifecycle.showGaps(chosen);
            }}
          />
          <PagedList
            list={lifecycle.gaps}
            none="这一类没有缺口。"
            row={gapRow}
            onRetry={() => void load()}
            sheet={lifecycle.sheet}
            onExport={() => void lifecycle.exportGaps(gap)}
          />
        </>
      ) : (
        <>
          <Pills
            options={listed}
            chosen={[list]}
            onTap={(id) => {
              const chosen = (Object.keys(listed) as Listed[]).find((one) => one === id) ?? list;
              setList(chosen);
              void lifecycle.showList(chosen);
            }}
          />
          <PagedList
            list={lifecycle.list}
            none="现在没有这样的事项。"
            row={procedureRow}
            onRetry={() => void load()}
            sheet={lifecycle.sheet}
            onExport={() => void lifecycle.exportList(list)}
          />
        </>
      )}
    </Screen>
  );
});

function procedureRow(one: ProcedureSummary) {
  const step = one.next ? stepLabels[one.next] : '';
  const due = one.dueOn && one.next ? ` · ${dayLabel(one.dueOn)}前` : '';
  return (
    <Row
      key={one.id}
      label={`${kindLabels[one.kind]} · ${one.accountName}`}
      note={`${one.agencyName} · ${dayLabel(one.appliedOn)} 申请${step && ` · ${step}`}${due}${one.sample ? ' · 示例数据' : ''}`}
      value={one.overdue ? <Tag text="逾期" tone="bad" /> : <Tag {...stateTags[one.state]} />}
      onOpen={() => void Taro.navigateTo({ url: `/registry/procedure/index?id=${one.id}` })}
    />
  );
}

function gapRow(gap: FilingGap) {
  return (
    <Row
      key={`${gap.accountId} ${gap.kind}`}
      label={gap.accountName}
      note={`${gap.agencyName} · ${gap.evidence}${gap.sample ? ' · 示例数据' : ''}`}
      value={gap.overdue ? <Tag text="逾期" tone="bad" /> : undefined}
      onOpen={() => void Taro.navigateTo({ url: `/registry/account/index?id=${gap.accountId}` })}
    />
  );
}

const OwnAccount = observer(function OwnAccount({ onRetry }: { onRetry: () => void }) {
  const { value, error } = lifecycle.ofAccount;
  const { account } = session;
  if (!account) {
    return <Empty title="没有可办的账号" text="主办单位登记账号后，可在这里办理备案与变更。" />;
  }
  return (
    <Loaded value={value} error={error} onRetry={onRetry}>
      {({ procedures, rules, mergedFrom }) => (
        <>
          <Card title={account.name} note={`依据：${rules.source}`}>
            {rules.duties.map((duty) => (
              <Row key={duty} label={duty} />
            ))}
            {mergedFrom.length > 0 && <Row label="并入本号的账号" value={mergedFrom.join('、')} />}
            <Action
              text="提出申请"
              onPress={() => void Taro.navigateTo({ url: '/registry/apply/index' })}
            />
          </Card>
          {procedures.length > 0 && <Card title="办理记录">{procedures.map(procedureRow)}</Card>}
        </>
      )}
    </Loaded>
  );
});
