import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ContractDetail, Settlement } from '../../../../typings/contracts';
import { Action } from '../../../components/Action';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Row } from '../../../components/Row';
import { Tag } from '../../../components/Tag';
import { periodLabel } from '../../../periods';
import { contracts } from '../../../stores/made/contracts';
import { kpiLabel, yuan } from '../figures';
import { KpiTable } from './KpiTable';

interface Props {
  detail: ContractDetail;
  settlement: Settlement;
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
  const { period, over, dueYuan, deductionYuan, payableYuan, score, kpis } = settlement;
  return (
    <Card
      title={periodLabel(period)}
      note={`${settlement.from} 至 ${settlement.to}`}
      aside={<Tag text={over ? scoreText(score) : '进行中'} tone={over ? 'plain' : 'info'} />}
    >
      <Row label="本期应付" value={yuan(dueYuan)} />
      <Row label="扣减" value={deductionYuan > 0 ? `−${yuan(deductionYuan)}` : yuan(0)} />
      <Row label={over ? '本期实付' : '截至目前'} value={yuan(payableYuan)} />
      <Waiting settlement={settlement} />
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

const Sheets = observer(function Sheets({ settlement }: { settlement: Settlement }) {
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

function Waiting({ settlement }: { settlement: Settlement }) {
  const { kpis, unknownKpis, disputedKpis, mayTerminate } = settlement;
  const names = (ids: string[]) => {
    const of = kpis
      .filter(({ kpiId }) => ids.includes(kpiId))
      .map(({ metric }) => kpiLabel(metric));
    return [...new Set(of)].join('、');
  };
  return (
    <>
      {mayTerminate && <Notice tone="bad" title="有指标突破底线，可按合同约定终止" />}
      {disputedKpis.length > 0 && (
        <Notice tone="warn" title={`自报与系统数据不一致：${names(disputedKpis)}`}>
          以系统数据为准，差异请核对后再验收。
        </Notice>
      )}
      {unknownKpis.length > 0 && (
        <Notice title={`缺少数据：${names(unknownKpis)}`}>没有扣减，补齐填报后会自动更新。</Notice>
      )}
    </>
  );
}

function scoreText(score: number | null): string {
  return score === null ? '尚无得分' : `${score} 分`;
}
