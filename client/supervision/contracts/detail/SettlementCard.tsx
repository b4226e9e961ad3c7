import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { DecidedSettlement } from '../../../../typings/acceptance';
import type { ContractDetail } from '../../../../typings/contracts';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Row } from '../../../components/Row';
import { Tag } from '../../../components/Tag';
import { longDayLabel, periodLabel } from '../../../periods';
import { contracts } from '../../../stores/made/contracts';
import { yuan } from '../figures';
import { AcceptanceRows } from './AcceptanceRows';
import { KpiTable } from './KpiTable';
import { WaitingNotices } from './WaitingNotices';

interface Props {
  detail: ContractDetail;
  settlement: DecidedSettlement;
  /** shown in full from the start */
  open: boolean;
}

/** One settlement: its KPIs, what it comes to, and the sheet to sign. */
export const SettlementCard = observer(function SettlementCard({
  detail,
  settlement,
  open,
}: Props) {
  const [isOpen, setOpen] = useState(open);
  const { period, over, dueYuan, deductionYuan, payableYuan, score, kpis, acceptance } = settlement;
  const isAccepted = acceptance !== null && acceptance.decision !== 'refused';
  return (
    <Card
      title={periodLabel(period)}
      note={`${longDayLabel(settlement.from)}至${longDayLabel(settlement.to)}`}
      aside={<Tag text={over ? scoreText(score) : '进行中'} tone={over ? 'plain' : 'info'} />}
    >
      <Row label="本期应付" value={yuan(dueYuan)} />
      <Row label="扣减" value={deductionYuan > 0 ? `−${yuan(deductionYuan)}` : yuan(0)} />
      <Row label={payableLabel(settlement)} value={yuan(payableYuan)} />
      {!isAccepted && <WaitingNotices settlement={settlement} />}
      <AcceptanceRows detail={detail} settlement={settlement} />
      {isOpen && <KpiTable detail={detail} kpis={kpis} />}
      {kpis.length > 0 && (
        <Action
          kind="plain"
          text={isOpen ? '收起指标' : `看 ${kpis.length} 项指标`}
          onPress={() => setOpen(!isOpen)}
        />
      )}
      {isOpen && detail.may.save && <Sheets settlement={settlement} />}
    </Card>
  );
});

const Sheets = observer(function Sheets({ settlement }: { settlement: DecidedSettlement }) {
  const { busy } = contracts.sheet;
  return (
    <>
      <Action
        kind="secondary"
        text={busy ? '正在生成…' : '验收单（文档）'}
        waiting={busy}
        onPress={() => void contracts.openSheet(settlement.period, 'docx')}
      />
      <Action
        kind="plain"
        text="验收单与数据依据（表格）"
        waiting={busy}
        onPress={() => void contracts.openSheet(settlement.period, 'xlsx')}
      />
    </>
  );
});

function scoreText(score: number | null): string {
  return score === null ? '尚无得分' : `${score} 分`;
}

function payableLabel({ over, acceptance }: DecidedSettlement): string {
  if (!over) return '截至目前';
  if (acceptance?.decision === 'refused') return '整改后再定';
  return acceptance ? '本期实付' : '验收后应付';
}
