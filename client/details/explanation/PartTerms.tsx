import { Text, View } from '@tarojs/components';
import type { ExplanationNode } from '../../../typings/indices';
import { Meter, type MeterColour } from '../../components/Meter';
import { Tag } from '../../components/Tag';
import { formatBrief, formatNumber, formatShare } from '../../figures';
import { metricFigure, quantityFigure } from '../../metric-figure';
import { inputLabel } from '../../metrics.data';
import './PartTerms.scss';

const colours: Record<string, MeterColour> = {
  dissemination: 'dissemination',
  service: 'service',
  interaction: 'interaction',
};

interface Props {
  part: ExplanationNode;
  /** the same part of the period before */
  previous: ExplanationNode | undefined;
  /** whether there is a score that the terms bring points to */
  scored: boolean;
}

/** The terms of one part: a bar of what each brings, out of what it could. */
export function PartTerms({ part, previous, scored }: Props) {
  const terms = termsOf(part);
  const before = previous ? termsOf(previous) : [];
  const greatest = Math.max(...terms.map(({ contribution }) => Math.abs(contribution)), 1e-9);
  return (
    <View>
      {terms.map((term) => (
        <View className="term" id={termId(term.key)} key={term.key}>
          <View className="term__line">
            <Text className="term__label">{term.label}</Text>
            <Text className="term__points">{pointsText(term, scored)}</Text>
          </View>
          <Meter
            share={shareOf(term, greatest)}
            colour={term.contribution < 0 ? 'loss' : (colours[part.key] ?? 'brand')}
          />
          <View className="term__how">
            <Text className="term__fact">本期 {quantityFigure(term, term.quantity)}</Text>
            <Text className="term__fact">
              上期{' '}
              {previousText(
                term,
                before.find(({ key }) => key === term.key),
              )}
            </Text>
            {term.full === null && term.transformed !== null && (
              <Text className="term__fact">折算 {formatBrief(term.transformed, 3)}</Text>
            )}
            <Text className="term__fact">{weightText(term)}</Text>
          </View>
          {term.inputs.length > 0 && (
            <View className="term__note">
              取自{' '}
              {term.inputs.map(({ name, value, estimated }, at) => (
                <Text key={name}>
                  {at > 0 && '，'}
                  {inputLabel(name)} {metricFigure(name, value)}
                  {estimated && (
                    <Text className="term__mark">
                      <Tag text="估算" tone="warn" />
                    </Text>
                  )}
                </Text>
              ))}
            </View>
          )}
          {term.note && <View className="term__note">{term.note}</View>}
        </View>
      ))}
    </View>
  );
}

/** Where a term stands on the page. */
export const termId = (key: string): string => `term-${key.replace(/\W/g, '-')}`;

/** A part that has no terms is one itself. */
export const termsOf = (part: ExplanationNode): ExplanationNode[] =>
  part.children.length > 0 ? part.children : [part];

function pointsText({ quantity, contribution, full }: ExplanationNode, scored: boolean): string {
  if (quantity === null) return '未知';
  if (!scored) return '暂不计分';
  const points = formatNumber(contribution, 2);
  return full === null ? `${points} 分` : `${points} / ${formatNumber(full, 2)} 分`;
}

/** Of what the term could bring; where that has no end, of the greatest beside it. */
function shareOf({ quantity, contribution, full }: ExplanationNode, greatest: number) {
  if (quantity === null) return null;
  return Math.abs(contribution) / (full && full > 0 ? full : greatest);
}

function previousText(term: ExplanationNode, before: ExplanationNode | undefined): string {
  return quantityFigure(term, before?.quantity ?? null);
}

function weightText({ quantity, weight, effectiveWeight }: ExplanationNode): string {
  const declared = `权重 ${formatShare(weight)}`;
  return quantity === null || Math.abs(weight - effectiveWeight) < 5e-4
    ? declared
    : `${declared}，实用 ${formatShare(effectiveWeight, 1)}`;
}
