import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Estimate, ModeEvidence } from '../../../typings/mode-evidence';
import type { Force } from '../../../typings/vocabulary';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { formatChange, formatNumber } from '../../figures';
import { forceLabels, modeLabels } from '../../labels.data';
import { stores } from '../../stores';
import { ModeScreen } from '../ModeScreen';

const { modes } = stores;
const forces = Object.keys(forceLabels) as Force[];

/** 同类账号: how matched accounts fare by mode; set beside the model, no part of it. */
export default observer(function EvidencePage() {
  useLoad(() => void modes.loadEvidence());
  const { value, error } = modes.evidence;
  return (
    <ModeScreen>
      <Loaded value={value} error={error} onRetry={() => void modes.loadEvidence()}>
        {(evidence) => <Evidence evidence={evidence} />}
      </Loaded>
    </ModeScreen>
  );
});

function Evidence({ evidence }: { evidence: ModeEvidence }) {
  const { byMode, changes, caution, minimumAccounts } = evidence;
  const [shown, few] = [byMode.filter((one) => one.forces), byMode.filter((one) => !one.forces)];
  const [told, rare] = [changes.filter((one) => one.forces), changes.filter((one) => !one.forces)];
  return (
    <>
      <Notice title={caution} />
      {shown.map(({ mode, accounts, forces: figures }) => (
        <Card title={modeLabels[mode]} note={`${accounts} 个同类账号，括号内为区间`} key={mode}>
          <Figures figures={figures} format={formatNumber} />
        </Card>
      ))}
      {few.length > 0 && (
        <Card
          title="账号太少，不显示三力"
          note={`同级别、同系统、规模相近的账号满 ${minimumAccounts} 个才显示`}
        >
          {few.map(({ mode, accounts }) => (
            <Row label={modeLabels[mode]} value={`${accounts} 个`} key={mode} />
          ))}
        </Card>
      )}
      {told.map(({ from, to, changed, controls, forces: effects }) => (
        <Card
          key={`${from}-${to}`}
          title={`${modeLabels[from]} → ${modeLabels[to]}`}
          note={`${changed} 个换了模式，与 ${controls} 个没换的相比的变化`}
        >
          <Figures figures={effects} format={formatChange} />
        </Card>
      ))}
      {rare.length > 0 && (
        <Card
          title="换过模式的太少，不显示变化"
          note={`换与没换的都满 ${minimumAccounts} 个才显示`}
        >
          {rare.map(({ from, to, changed }) => (
            <Row
              key={`${from}-${to}`}
              label={`${modeLabels[from]} → ${modeLabels[to]}`}
              value={`${changed} 个换过`}
            />
          ))}
        </Card>
      )}
    </>
  );
}

interface FiguresProps {
  figures: Record<Force, Estimate | null> | null;
  format: (value: number, decimals: number) => string;
}

function Figures({ figures, format }: FiguresProps) {
  return (
    <>
      {forces.map((force) => (
        <Row
          key={force}
          label={forceLabels[force]}
          value={spread(figures?.[force] ?? null, format)}
        />
      ))}
    </>
  );
}

function spread(
  estimate: Estimate | null,
  format: (value: number, decimals: number) => string,
): string {
  if (!estimate) return '—';
  const [value, low, high] = [estimate.estimate, estimate.low, estimate.high].map((one) =>
    format(one, 1),
  );
  return `${value}（${low} 至 ${high}）`;
}
