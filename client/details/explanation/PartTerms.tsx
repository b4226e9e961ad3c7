import { Text, View } from '@tarojs/components';
import type { ExplanationNode } from '../../../typings/indices';
import { Meter, type MeterColour } from '../../components/Meter';
import { formatBrief, formatNumber, formatShare } from '../../figures';
import { inputLabel } from '../../metrics.data';
import './PartTerms.scss';

const colours: Record<string, MeterColour> = {
  dissemination: 'dissemination',
  service: 'service',
  interaction: 'interaction',
};

/** The terms of one part: a bar of what each brings, out of what it could. */
export function PartTerms({ part }: { part: ExplanationNode }) {
  const terms = part.children.length > 0 ? part.children : [part];
  const greatest = Math.max(...terms.map(({ contribution }) => Math.abs(contribution)), 1e-9);
  return (
    <View>
      {terms.map((term) => (
        <View className="term" key={term.key}>
          <View className="term__line">
            <Text className="term__label">{term.label}</Text>
            <Text className="term__points">
              {term.quantity === null ? '未知' : `${formatNumber(term.contribution, 2)} 分`}
            </Text>
          </View>
          <Meter
            share={term.quantity === null ? null : Math.abs(term.contribution) / greatest}
            colour={term.contribution < 0 ? 'loss' : (colours[part.key] ?? 'brand')}
          />
          <View className="term__how">
            {term.quantity !== null && (
              <Text className="term__fact">本期 {formatBrief(term.quantity)}</Text>
            )}
            {term.transformed !== null && (
              <Text className="term__fact">折算 {formatBrief(term.transformed, 3)}</Text>
            )}
            <Text className="term__fact">{weightText(term)}</Text>
          </View>
          {term.inputs.length > 0 && <View className="term__note">取自 {inputsText(term)}</View>}
          {term.note && <View className="term__note">{term.note}</View>}
        </View>
      ))}
    </View>
  );
}

function weightText({ weight, effectiveWeight }: ExplanationNode): string {
  const declared = `权重 ${formatShare(weight)}`;
  return Math.abs(weight - effectiveWeight) < 5e-4
    ? declared
    : `${declared}，实用 ${formatShare(effectiveWeight, 1)}`;
}

function inputsText({ inputs }: ExplanationNode): string {
  return inputs.map(({ name, value }) => `${inputLabel(name)} ${formatBrief(value)}`).join('，');
}
