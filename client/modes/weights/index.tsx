import { Text, View } from '@tarojs/components';
import { useUnload } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { CriterionId, PairwiseWeights, Recommendation } from '../../../typings/recommendation';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Meter } from '../../components/Meter';
import { Notice } from '../../components/Notice';
import { Pills } from '../../components/Pills';
import { Segments } from '../../components/Segments';
import { formatShare } from '../../figures';
import { modeLabels } from '../../labels.data';
import { stores } from '../../stores';
import { criterionLabels } from '../criteria.data';
import { ModeScreen } from '../ModeScreen';
import { modeWeights } from '../stores';
import './index.scss';

const { modes } = stores;
const criterionIds = Object.keys(criterionLabels) as CriterionId[];

/** Saaty's scale, as much of it as a thumb can tell apart. */
const grades = [
  { id: '5', label: '← 远重', ratio: 5 },
  { id: '3', label: '← 稍重', ratio: 3 },
  { id: '1', label: '一样', ratio: 1 },
  { id: '1/3', label: '稍重 →', ratio: 1 / 3 },
  { id: '1/5', label: '远重 →', ratio: 1 / 5 },
];

/** 我看重什么: the user's own weights by pairs, checked for consistency, and what they recommend. */
export default observer(function WeightsPage() {
  useUnload(() => modeWeights.leave());
  const { chosen, pairs, complete, weighed, recommendation } = modeWeights;
  const error = weighed.error ?? recommendation.error;

  return (
    <ModeScreen>
      <Card title="先选最看重的" note="选 2 到 5 项；没选的不计权重">
        <Pills
          options={criterionLabels}
          chosen={chosen}
          onTap={(id) => {
            const found = criterionIds.find((one) => one === id);
            if (found) modeWeights.toggle(found);
          }}
        />
      </Card>
      {pairs.length > 0 && (
        <Card title="再两两比较" note={`共 ${pairs.length} 对`}>
          {pairs.map(({ over, under, ratio }) => (
            <View className="weigh__pair" key={`${over}/${under}`}>
              <View className="weigh__sides">
                <Text>{criterionLabels[over]}</Text>
                <Text>{criterionLabels[under]}</Text>
              </View>
              <Segments
                options={grades}
                chosen={grades.find((grade) => grade.ratio === ratio)?.id ?? ''}
                onChoose={(id) => {
                  const grade = grades.find((one) => one.id === id);
                  if (grade) modeWeights.judge(over, under, grade.ratio);
                }}
              />
            </View>
          ))}
          <Action
            text="看看建议会不会变"
            waiting={!complete || weighed.loading || recommendation.loading}
            onPress={() => void modeWeights.apply(modes.accountId ?? '')}
          />
        </Card>
      )}
      {error && <Notice tone="bad" title={error.message} />}
      {weighed.value && <Weights weighed={weighed.value} />}
      {recommendation.value && <Outcome recommendation={recommendation.value} />}
    </ModeScreen>
  );
});

function Weights({ weighed }: { weighed: PairwiseWeights }) {
  const { weights, consistent, consistencyRatio, reconsider } = weighed;
  const counted = criterionIds
    .filter((id) => weights[id] > 0)
    .sort((a, b) => weights[b] - weights[a]);
  return (
    <>
      {!consistent && reconsider && (
        <Notice
          tone="warn"
          title={`几处比较前后不一致（一致性比率 ${consistencyRatio.toFixed(2)}，超过 0.10）`}
        >
          先看「{criterionLabels[reconsider.over]}」与「{criterionLabels[reconsider.under]}
          」这一对是不是选反了。
        </Notice>
      )}
      <Card title="您的权重" note={consistent ? '各处比较前后一致' : '按目前的比较算出，供参考'}>
        {counted.map((id) => (
          <View key={id}>
            <View className="weigh__line">
              <Text>{criterionLabels[id]}</Text>
              <Text className="numeric">{formatShare(weights[id])}</Text>
            </View>
            <Meter share={weights[id]} />
          </View>
        ))}
      </Card>
    </>
  );
}

function Outcome({ recommendation }: { recommendation: Recommendation }) {
  const before = modes.recommendation.value?.ranking ?? [];
  return (
    <Card title="按您的权重" note={recommendation.summary}>
      {recommendation.ranking.map(({ mode, acceptability, feasible }) => {
        const usual = before.find((one) => one.mode === mode);
        return (
          <View key={mode}>
            <View className="weigh__line">
              <Text>{modeLabels[mode]}</Text>
              <Text className="numeric">
                {feasible ? formatShare(acceptability) : '现在不可行'}
                {usual?.feasible ? `（通用权重 ${formatShare(usual.acceptability)}）` : ''}
              </Text>
            </View>
            <Meter share={feasible ? acceptability : null} />
          </View>
        );
      })}
    </Card>
  );
}
