import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { SensitivityTable } from '../../../typings/recommendation';
import type { OperatingMode } from '../../../typings/vocabulary';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Tag } from '../../components/Tag';
import { formatShare } from '../../figures';
import { modeLabels } from '../../labels.data';
import { stores } from '../../stores';
import { constantLabels, criterionLabels } from '../criteria.data';
import { factLabels } from '../fact-labels.data';
import { ModeScreen } from '../ModeScreen';
import { modeSensitivity } from '../stores';

const { modes } = stores;

/** 建议稳不稳: every weight and constant ±20 %, and every fact left out, one at a time. */
export default observer(function SensitivityPage() {
  const load = () => void modeSensitivity.open(modes.accountId ?? '');
  useLoad(load);
  const { value, error } = modeSensitivity.table;
  return (
    <ModeScreen>
      <Loaded value={value} error={error} onRetry={load}>
        {(table) => <Table table={table} />}
      </Loaded>
    </ModeScreen>
  );
});

function Table({ table }: { table: SensitivityTable }) {
  const { recommended, weights, constants, facts } = table;
  const turned = [...weights, ...constants].filter(({ changed }) => changed).length;
  const tried = weights.length + constants.length;
  return (
    <>
      <Notice
        tone={turned === 0 ? 'good' : 'info'}
        title={
          turned === 0
            ? `模型的 ${tried} 处数字各上下调 20%，建议都不变`
            : `模型的 ${tried} 处数字各上下调 20%，有 ${turned} 处会改变建议`
        }
      >
        现在的建议：{nameOf(recommended)}。门槛和权重是本产品自定的，所以列出每一处的影响。
      </Notice>
      <EffectCard
        title="权重上下调 20%"
        effects={strongestFirst(
          weights.map((one) => ({ ...one, label: criterionLabels[one.criterion] })),
        )}
      />
      <EffectCard
        title="门槛上下调 20%"
        effects={strongestFirst(
          constants.map((one) => ({ ...one, label: constantLabels[one.constant] ?? one.constant })),
        )}
      />
      {facts.length > 0 && (
        <EffectCard
          title="如果不知道这一项事实"
          effects={strongestFirst(
            facts.map((one) => ({ ...one, label: factLabels.get(one.fact) ?? one.fact })),
          )}
        />
      )}
    </>
  );
}

interface Effect {
  label: string;
  recommended: OperatingMode | null;
  shift: number;
  changed: boolean;
}

/** One line a number: the stronger of its two directions, and the strongest number first. */
function strongestFirst(effects: Effect[]): Effect[] {
  const strongest = new Map<string, Effect>();
  for (const effect of effects) {
    const standing = strongest.get(effect.label);
    if (!standing || isStronger(effect, standing)) strongest.set(effect.label, effect);
  }
  return [...strongest.values()].sort((a, b) => (isStronger(a, b) ? -1 : 1));
}

function isStronger(a: Effect, b: Effect): boolean {
  return a.changed === b.changed ? a.shift > b.shift : a.changed;
}

function EffectCard({ title, effects }: { title: string; effects: Effect[] }) {
  return (
    <Card title={title}>
      {effects.map(({ label, recommended, shift, changed }) => (
        <Row
          key={label}
          label={label}
          note={`可接受度最多移动 ${formatShare(shift)}`}
          value={changed ? <Tag text={`变为：${nameOf(recommended)}`} tone="warn" /> : '不变'}
        />
      ))}
    </Card>
  );
}

function nameOf(mode: OperatingMode | null): string {
  return mode === null ? '不作推荐' : modeLabels[mode];
}
