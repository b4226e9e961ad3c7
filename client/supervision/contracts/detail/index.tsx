import { View } from '@tarojs/components';
import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ContractDetail } from '../../../../typings/contracts';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Loaded } from '../../../components/Loaded';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Screen } from '../../../components/Screen';
import { Tag } from '../../../components/Tag';
import { formatShare } from '../../../figures';
import { stores } from '../../../stores';
import { contracts } from '../../../stores/made/contracts';
import { spanText, yuan } from '../figures';
import {
  alertTones,
  gradeLabels,
  procurementLabels,
  scopeLabels,
  settlementLabels,
  stages,
} from '../labels.data';
import { DutiesCard } from './DutiesCard';
import { SettlementCard } from './SettlementCard';
import { VendorInviteCard } from './VendorInviteCard';

const { display } = stores;
const firstShown = 4;

/** 合同履行: what a contract has come to, period by period. */
export default observer(function ContractPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  useDidShow(() => void contracts.open(id));
  const { detail, sheet } = contracts;
  return (
    <Screen scale={display.scale}>
      {sheet.error && <Notice tone="bad" title={sheet.error.message} />}
      <Loaded value={detail.value} error={detail.error} onRetry={() => void contracts.open(id)}>
        {(value) => <Contract detail={value} />}
      </Loaded>
    </Screen>
  );
});

function Contract({ detail }: { detail: ContractDetail }) {
  const [all, showAll] = useState(false);
  const { contract, listing, alerts, warnings, settlements, may } = detail;
  const improvable = warnings.filter(({ code }) => code !== 'duty-open');
  const shown = all ? settlements : settlements.slice(0, firstShown);
  const open = Math.max(
    settlements.findIndex(({ over }) => over),
    0,
  );
  return (
    <>
      {alerts.map(({ text, severity }) => (
        <Notice key={text} tone={alertTones[severity]} title={text} />
      ))}
      <Card
        title={listing.accountNames.join('、')}
        note={listing.sample ? '示例数据' : undefined}
        aside={<Tag {...stages[listing.stage]} />}
      >
        <Row label="委托方" value={listing.agencyName} />
        <Row label="受托方" value={contract.vendorName} note={contract.vendorCode} />
        <Row label="购买" value={contract.scope.map((one) => scopeLabels[one]).join('、')} />
        <Row label="采购方式" value={procurementLabels[contract.procurement]} />
        <Row label="合同期" value={spanText(contract)} />
        <Row
          label="合同价"
          value={yuan(contract.priceYuan)}
          note={`${settlementLabels[contract.settledBy]}结算`}
        />
        <Row label="验收" value={contract.acceptor} />
      </Card>
      {may.report && (
        <Card title="自报数据" note="报出本单位统计的数字，与委托方的数据对照；以委托方数据为准">
          <Action
            text="报一期数据"
            onPress={() =>
              void Taro.navigateTo({ url: `/supervision/contracts/report/index?id=${contract.id}` })
            }
          />
        </Card>
      )}
      {settlements.length === 0 && <Notice title="合同还没有开始，开始后按期显示指标完成情况" />}
      {shown.map((settlement, index) => (
        <SettlementCard
          key={settlement.period}
          detail={detail}
          settlement={settlement}
          open={index === open}
        />
      ))}
      {!all && settlements.length > firstShown && (
        <View className="list-end">
          <Action
            kind="plain"
            text={`看更早的 ${settlements.length - firstShown} 期`}
            onPress={() => showAll(true)}
          />
        </View>
      )}
      <DutiesCard detail={detail} />
      {improvable.length > 0 && (
        <Card title="合同本身可以改进的">
          {improvable.map(({ text, source }) => (
            <Row key={text} label={text} note={source} />
          ))}
        </Card>
      )}
      <VendorCard detail={detail} />
      {may.save && (
        <Card>
          <Action
            text="修改合同"
            kind="secondary"
            onPress={() =>
              void Taro.navigateTo({
                url: `/supervision/contracts/edit/index?accountId=${contract.accountIds[0]}&id=${contract.id}`,
              })
            }
          />
        </Card>
      )}
      <VendorInviteCard detail={detail} />
    </>
  );
}

/** 受托方历史: over its contracts with every principal; counts alone. */
function VendorCard({ detail: { vendor, contract } }: { detail: ContractDetail }) {
  const { contracts: count, kpiResults, metShare, breaches, disputes, grade } = vendor;
  return (
    <Card title="受托方履约记录" note={`${contract.vendorName}，近 ${count} 份合同合计`}>
      <Row label="已考核指标" value={`${kpiResults} 项次`} />
      <Row label="达标率" value={formatShare(metShare)} />
      <Row label="突破底线" value={`${breaches} 次`} />
      <Row label="自报不一致" value={`${disputes} 次`} />
      <Row
        label="评级"
        value={grade ? gradeLabels[grade] : '不足 6 项次，暂不评级'}
        note="达标九成且没有突破底线为好；不足六成或两次突破底线为差（本产品自定）"
      />
    </Card>
  );
}
