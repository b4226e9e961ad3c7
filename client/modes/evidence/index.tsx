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
  const tooFew = `不足 ${minimumAccounts} 个，暂不显示`;
  return (
    <>
      <Notice title={caution} />
      {byMode.map(({ mode, accounts, forces: figures }) => (
        <Card title={modeLabels[mode]} note={`${accounts} 个同类账号`} key={mode}>
          {figures ? (
            forces.map((force) => (
              <Row
                key={force}
                label={forceLabels[force]}
                value={spread(figures[force], formatNumber)}
              />
            ))
          ) : (
            <Row label={tooFew} />
          )}
        </Card>
      ))}
      {changes.map(({ from, to, changed, controls, forces: effects }) => (
        <Card
          key={`${from}-${to}`}
          title={`${modeLabels[from]} → ${modeLabels[to]}`}
          note={`${changed} 个换了模式，与 ${controls} 个没换的相比`}
        >
          {effects ? (
            forces.map((force) => (
              <Row
                key={force}
                label={forceLabels[force]}
                value={spread(effects[force], formatChange)}
              />
            ))
          ) : (
            <Row label={tooFew} />
          )}
        </Card>
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
