import { Text, View } from '@tarojs/components';
import { useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Meter } from '../../components/Meter';
import { Notice } from '../../components/Notice';
import { Pills } from '../../components/Pills';
import { formatBrief, formatShare } from '../../figures';
import { modeLabels } from '../../labels.data';
import { stores } from '../../stores';
import { factAt } from '../../stores/mode-facts';
import { ModeScreen } from '../ModeScreen';
import './index.scss';
import { type Lever, levers } from './levers.data';

const { modes } = stores;

/** 如果改变条件: what the recommendation would be if the agency changed something. */
export default observer(function WhatIfPage() {
  useUnload(() => modes.stopTrying());
  return (
    <ModeScreen>
      <Outcome />
      <Card title="改一改试试" note="只是试算，不会保存">
        {levers.map((lever) => (
          <LeverRow lever={lever} key={lever.path} />
        ))}
        <Action text="恢复原样" kind="plain" onPress={() => modes.stopTrying()} />
      </Card>
    </ModeScreen>
  );
});

const Outcome = observer(function Outcome() {
  const { value, error } = modes.whatIf;
  const before = modes.recommendation.value?.ranking ?? [];
  const ranking = value?.after ?? before;
  return (
    <Card title={value ? '改变以后' : '现在'}>
      {error && <Notice tone="bad" title={error.message} />}
      {value && <View className="what-if__text">{value.text}</View>}
      {ranking.map(({ mode, acceptability, feasible }) => (
        <View className="what-if__mode" key={mode}>
          <View className="what-if__line">
            <Text>{modeLabels[mode]}</Text>
            <Text className="numeric">{feasible ? formatShare(acceptability) : '不可行'}</Text>
          </View>
          <Meter share={feasible ? acceptability : null} />
        </View>
      ))}
    </Card>
  );
});

const LeverRow = observer(function LeverRow({ lever }: { lever: Lever }) {
  const known = modes.profile.value?.facts ?? {};
  const value = factAt(modes.tried, lever.path) ?? factAt(known, lever.path);
  return (
    <View className="lever">
      <View className="lever__label">{lever.label}</View>
      {lever.kind === 'steps' ? (
        <Stepper lever={lever} value={typeof value === 'number' ? value : null} />
      ) : (
        <Pills
          options={lever.kind === 'one' ? lever.options : { true: '有', false: '没有' }}
          chosen={value === undefined ? [] : [String(value)]}
          onTap={(id) => void modes.tryFact(lever.path, lever.kind === 'one' ? id : id === 'true')}
        />
      )}
    </View>
  );
});

interface StepperProps {
  lever: Extract<Lever, { kind: 'steps' }>;
  value: number | null;
}

function Stepper({ lever, value }: StepperProps) {
  const { path, label, step, most, unit } = lever;
  const move = (by: number) => {
    const next = Math.min(Math.max((value ?? 0) + by, 0), most);
    if (next !== value) void modes.tryFact(path, next);
  };
  return (
    <View className="stepper">
      <View
        className="stepper__button"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={`减少${label}`}
        onClick={() => move(-step)}
      >
        −
      </View>
      <Text className="stepper__value">
        {value === null ? '未知' : `${formatBrief(value)} ${unit}`}
      </Text>
      <View
        className="stepper__button"
        hoverClass="pressed"
        ariaRole="button"
        ariaLabel={`增加${label}`}
        onClick={() => move(step)}
      >
        ＋
      </View>
    </View>
  );
}
