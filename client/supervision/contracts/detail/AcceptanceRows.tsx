import Taro from '@tarojs/taro';
import type { Acceptance, DecidedSettlement } from '../../../../typings/acceptance';
import type { ContractDetail } from '../../../../typings/contracts';
import { Action } from '../../../components/Action';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Tag } from '../../../components/Tag';
import { instantLabel } from '../../../periods';
import { yuan } from '../figures';
import { decisions } from '../labels.data';

interface Props {
  detail: ContractDetail;
  settlement: DecidedSettlement;
}

/** 验收: what was decided, and the way to decide while nothing is accepted. */
export function AcceptanceRows({ detail, settlement }: Props) {
  const { acceptance, corrected, over, period } = settlement;
  const { id } = detail.contract;
  const isOpen = over && acceptance?.decision !== 'accepted' && acceptance?.decision !== 'deducted';
  const url = `/supervision/contracts/accept/index?id=${id}&period=${period}`;
  return (
    <>
      {acceptance && <Decision acceptance={acceptance} />}
      {corrected && (
        <Notice
          tone="warn"
          title={`验收后数据有更正：按现在的数据应付 ${yuan(corrected.payableYuan)}`}
        >
          上面是验收时的数字，不会随更正改变；差额请在下一期处理。
        </Notice>
      )}
      {isOpen && detail.may.decide && (
        <Action
          text={acceptance ? '再次验收' : '验收这一期'}
          onPress={() => void Taro.navigateTo({ url })}
        />
      )}
    </>
  );
}

function Decision({ acceptance }: { acceptance: Acceptance }) {
  const { decision, reason, acceptor, officer, decidedAt, checksum } = acceptance;
  return (
    <>
      <Row label="验收结论" note={reason ?? undefined} value={<Tag {...decisions[decision]} />} />
      <Row label={`${acceptor} · ${officer}`} value={instantLabel(decidedAt)} />
      <Row label="校验码" value={checksum.slice(0, 12)} note="验收单上有全文，可核对数字没有改过" />
    </>
  );
}
