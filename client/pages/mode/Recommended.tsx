import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { RankedMode, Recommendation } from '../../../typings/recommendation';
import { Card } from '../../components/Card';
import { Meter } from '../../components/Meter';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';
import { Tag, type Tone } from '../../components/Tag';
import { formatShare } from '../../figures';
import { modeLabels } from '../../labels.data';
import { Reasons } from './Reasons';
import './Recommended.scss';

const confidences: Record<Recommendation['confidence'], { tone: Tone; text: string }> = {
  clear: { tone: 'good', text: '把握较大' },
  leaning: { tone: 'info', text: '略有倾向' },
  open: { tone: 'warn', text: '难分高下' },
};

const questionsShown = 3;

/** 建议: how well each mode suits, why, what to ask first, and what would turn it. */
export function Recommended({ recommendation }: { recommendation: Recommendation }) {
  const { ranking, summary, confidence, askFirst, counterfactuals } = recommendation;
  const [reading, read] = useState<RankedMode | null>(null);
  return (
    <>
      <Card title="更合适的模式" aside={<Tag {...confidences[confidence]} />}>
        <View className="suits__summary">{summary}</View>
        {ranking.map((ranked) => (
          <View
            className="suits__mode"
            key={ranked.mode}
            hoverClass="pressed"
            ariaRole="button"
            onClick={() => read(ranked)}
          >
            <View className="suits__line">
              <Text className="suits__name">{modeLabels[ranked.mode]}</Text>
              {ranked.feasible ? (
                <Text className="suits__share">{formatShare(ranked.acceptability)}</Text>
              ) : (
                <Tag text="现在不可行" tone="warn" />
              )}
              <Text className="suits__why">为什么 ›</Text>
            </View>
            <Meter share={ranked.feasible ? ranked.acceptability : null} />
          </View>
        ))}
        <View className="suits__note">
          百分数是：在各种看重程度和未知情况下，这种模式最合适的比例。门槛由本产品设定，方案{' '}
          {recommendation.model}。
        </View>
      </Card>
      {askFirst.length > 0 && (
        <Card title="先弄清这些，建议会更准">
          {askFirst.slice(0, questionsShown).map(({ fact, question, couldChange }) => (
            <Row
              key={fact}
              label={question}
              value={couldChange ? <Tag text="可能改变建议" tone="info" /> : undefined}
            />
          ))}
        </Card>
      )}
      {counterfactuals.length > 0 && (
        <Card title="什么变了，建议就会变">
          {counterfactuals.map(({ text }) => (
            <Row label={text} key={text} />
          ))}
        </Card>
      )}
      <DisposalNotice recommendation={recommendation} />
      <Sheet
        title={reading ? modeLabels[reading.mode] : ''}
        open={reading !== null}
        onClose={() => read(null)}
      >
        {reading && <Reasons ranked={reading} duties={recommendation.duties} />}
      </Sheet>
    </>
  );
}

const disposals = { merge: '也请考虑清理整合', close: '也请考虑关停注销' };

function DisposalNotice({ recommendation: { disposal } }: { recommendation: Recommendation }) {
  if (disposal.leaning === null) return null;
  return (
    <Card title={disposals[disposal.leaning]}>
      {disposal.because.map(({ text, source }) => (
        <Row key={text} label={text} note={`依据：${source}`} />
      ))}
      {disposal.steps.map((step, index) => (
        <Row key={step} label={`${index + 1}. ${step}`} />
      ))}
    </Card>
  );
}
