import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { AcceptanceDecision, DecidedSettlement } from '../../../../typings/acceptance';
import type { ContractDetail } from '../../../../typings/contracts';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Choices } from '../../../components/Choices';
import { FieldRow } from '../../../components/FieldRow';
import { Footer } from '../../../components/Footer';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { periodLabel } from '../../../periods';
import { stores } from '../../../stores';
import { contracts } from '../../../stores/made/contracts';
import { WaitingNotices } from '../detail/WaitingNotices';
import { kpiLabel, yuan } from '../figures';

const { display } = stores;

/** 验收: the principal decides on one settlement; what is paid follows from the KPIs' rules. */
export default observer(function AcceptPage() {
  const { params } = useRouter();
  const { id = '', period = '' } = params;
  const load = () => void contracts.open(id);
  useLoad(load);
  const { detail } = contracts;
  return (
    <Screen scale={display.scale} footed>
      <Loaded value={detail.value} error={detail.error} onRetry={load}>
        {(value) => {
          const settlement = value.settlements.find((one) => one.period === period);
          return settlement?.over ? (
            <AcceptForm
              key={settlement.checksum}
              detail={value}
              settlement={settlement}
              onReload={load}
            />
          ) : (
            <Notice title="这一期还没有结束，结束后才能验收" />
          );
        }}
      </Loaded>
    </Screen>
  );
});

interface Props {
  detail: ContractDetail;
  settlement: DecidedSettlement;
  onReload: () => void;
}

const AcceptForm = observer(function AcceptForm({ detail, settlement, onReload }: Props) {
  const { dueYuan, deductionYuan, payableYuan, kpis, acceptance, period } = settlement;
  const standard: AcceptanceDecision = deductionYuan > 0 ? 'deducted' : 'accepted';
  const [decision, choose] = useState<AcceptanceDecision>(standard);
  const [reason, write] = useState(deductionsIn(settlement));
  const { loading, error } = contracts.decided;
  const officer = detail.contract.duties.namedOfficer;
  const isRefused = decision === 'refused';
  const needsReason = decision !== 'accepted' || hasOpenQuestions(settlement);
  const deducted = kpis.filter((kpi) => kpi.deductionYuan > 0);

  if (acceptance && acceptance.decision !== 'refused') {
    return <Notice tone="good" title={`${periodLabel(period)}已经验收`} />;
  }
  if (officer === null) {
    return (
      <Notice tone="warn" title="合同没有写明经办人员">
        验收要由合同写明的经办人员负责，请先在合同里写明。
      </Notice>
    );
  }
  const send = async () => {
    if (await contracts.decide(settlement, { decision, reason })) {
      void Taro.showToast({ title: '已记录', icon: 'success' });
      await Taro.navigateBack();
    }
  };
  return (
    <>
      {error && (
        <Notice
          tone="bad"
          title={error.message}
          {...(error.code === 'conflict' && { action: '刷新', onAction: onReload })}
        />
      )}
      <WaitingNotices settlement={settlement} />
      <Card title={periodLabel(period)} note={detail.listing.accountNames.join('、')}>
        <Row label="本期应付" value={yuan(dueYuan)} />
        {deducted.map((kpi) => (
          <Row
            key={`${kpi.kpiId}:${kpi.accountId}:${kpi.period}`}
            label={`扣减：${kpiLabel(kpi.metric)}`}
            note={kpi.text}
            value={`−${yuan(kpi.deductionYuan)}`}
          />
        ))}
        <Row
          label={isRefused ? '暂不支付' : '本期实付'}
          value={yuan(isRefused ? 0 : payableYuan)}
        />
      </Card>
      <Card title="结论" note="扣减由合同的指标规则算出，不能手改；通过后不能再改">
        <Choices
          options={optionsFor(standard)}
          chosen={decision}
          onChoose={(id) => choose(decisionOf(id, standard))}
        />
        <FieldRow
          id="reason"
          label={needsReason ? '理由' : '说明（可不填）'}
          value={reason}
          placeholder={isRefused ? '哪里不符合约定，何时整改好' : ''}
          maxLength={200}
          long
          onInput={write}
        />
        <Row label="经办人员" value={officer} note={detail.contract.acceptor} />
      </Card>
      <Footer>
        <Action
          text={loading ? '正在提交…' : `以经办人员${officer}的名义确认`}
          waiting={loading || (needsReason && reason.trim() === '')}
          onPress={() => void send()}
        />
      </Footer>
    </>
  );
});

function optionsFor(standard: AcceptanceDecision) {
  const accepted =
    standard === 'deducted'
      ? { id: 'deducted', label: '扣减后通过', note: '有指标没有达标，按规则扣减后支付' }
      : { id: 'accepted', label: '通过', note: '没有扣减，全额支付' };
  const refused = { id: 'refused', label: '不通过', note: '暂不支付，整改后可以再次验收' };
  return [accepted, refused];
}

function decisionOf(id: string, standard: AcceptanceDecision): AcceptanceDecision {
  return id === 'refused' ? 'refused' : standard;
}

function hasOpenQuestions({ unknownKpis, disputedKpis }: DecidedSettlement): boolean {
  return unknownKpis.length + disputedKpis.length > 0;
}

/** What the rules deduct for, to start the reason from. */
function deductionsIn({ kpis }: DecidedSettlement): string {
  const texts = kpis.filter(({ deductionYuan }) => deductionYuan > 0).map(({ text }) => text);
  return texts.join('；').slice(0, 200);
}
