import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { ScoreDetail } from '../../../typings/overview';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Segments } from '../../components/Segments';
import { formatNumber, formatShare } from '../../figures';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import { PartTerms } from './PartTerms';

const { details } = stores;

/** 分数怎么来的: every term's figure, weight and points, adding up to the score. */
export default observer(function ExplanationPage() {
  const { params } = useRouter();
  const [chosen, choose] = useState(params.part ?? '');
  useLoad(() => void details.loadDetail());

  return (
    <DetailScreen>
      <Loaded
        value={details.detail.value}
        error={details.detail.error}
        onRetry={() => void details.loadDetail()}
      >
        {(detail) => <Parts detail={detail} chosen={chosen} onChoose={choose} />}
      </Loaded>
    </DetailScreen>
  );
});

interface Props {
  detail: ScoreDetail;
  chosen: string;
  onChoose: (part: string) => void;
}

function Parts({ detail, chosen, onChoose }: Props) {
  const { explanation, score } = detail;
  const part = explanation.children.find(({ key }) => key === chosen) ?? explanation.children[0];
  return (
    <>
      {explanation.children.length > 1 && (
        <Segments
          options={explanation.children.map(({ key, label }) => ({ id: key, label }))}
          chosen={part?.key ?? ''}
          onChoose={onChoose}
        />
      )}
      {part && (
        <Card
          title={part.label}
          note={`占总分权重 ${formatShare(part.weight)}，贡献 ${formatNumber(part.contribution, 1)} 分`}
        >
          <PartTerms part={part} />
        </Card>
      )}
      {score.rules.map(({ code, message }) => (
        <Notice key={code} title={message} />
      ))}
      <Card title="合起来" note="各项贡献相加就是总分，一分不差">
        {explanation.children.map(({ key, label, contribution, effectiveWeight }) => (
          <Row
            key={key}
            label={label}
            note={`权重 ${formatShare(effectiveWeight)}`}
            value={`${formatNumber(contribution, 1)} 分`}
          />
        ))}
        <Row
          label="总分"
          note={`数据覆盖 ${formatShare(score.coverage)}，填报第 ${score.submissionRevision} 次修订`}
          value={score.value === null ? '数据不足' : `${formatNumber(score.value, 1)} 分`}
        />
      </Card>
    </>
  );
}
