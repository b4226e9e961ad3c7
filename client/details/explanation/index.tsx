import Taro, { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { ExplanationNode } from '../../../typings/indices';
import type { ScoreDetail } from '../../../typings/overview';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Segments } from '../../components/Segments';
import { formatNumber, formatShare } from '../../figures';
import { decimalsOf, revisionLabel } from '../../scores';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';
import { PartTerms, termId } from './PartTerms';
import { RoomCard } from './RoomCard';

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
  const { explanation, score, previous } = detail;
  const isFlat = explanation.children.every(({ children }) => children.length === 0);
  const opened = explanation.children.find(({ key }) => key === chosen) ?? explanation.children[0];
  const part = isFlat ? explanation : opened;
  const before = previous?.version === score.version ? previous.explanation : null;
  const sameOf = (key: string) =>
    key === before?.key ? before : before?.children.find((one) => one.key === key);
  const scored = score.value !== null;
  useEffect(() => {
    const selector = `#${termId(chosen)}`;
    if (isFlat && chosen !== '') void Taro.pageScrollTo({ selector, offsetTop: -24, duration: 0 });
  }, [isFlat, chosen]);
  return (
    <>
      {!isFlat && explanation.children.length > 1 && (
        <Segments
          options={explanation.children.map(({ key, label }) => ({ id: key, label }))}
          chosen={part?.key ?? ''}
          onChoose={onChoose}
        />
      )}
      {part && (
        <Card title={part.label} note={partNote(part, scored)}>
          <PartTerms part={part} previous={sameOf(part.key)} scored={scored} />
        </Card>
      )}
      {score.rules.map(({ code, message }) => (
        <Notice key={`${code}${message}`} title={message} />
      ))}
      <Card
        title="合起来"
        note={scored ? '各项相加就是总分，一分不差' : '数据不足时不计分，补齐后自动重算'}
      >
        {explanation.children.map((one) => (
          <Row
            key={one.key}
            label={one.label}
            note={sumNote(one, sameOf(one.key), scored)}
            value={scored ? pointsText(one) : '暂不计分'}
          />
        ))}
        <Row
          label="总分"
          note={totalNote(detail)}
          value={scored ? `${formatNumber(score.value, decimalsOf(score.value))} 分` : '数据不足'}
        />
      </Card>
      {scored && <RoomCard explanation={explanation} />}
    </>
  );
}

function partNote({ weight, contribution, full }: ExplanationNode, scored: boolean): string {
  const share = weight === 1 ? [] : [`占总分权重 ${formatShare(weight)}`];
  if (!scored) return share.join('');
  const most = full === null ? [] : [`满分 ${formatNumber(full, 1)} 分`];
  return [...share, `得 ${formatNumber(contribution, 1)} 分`, ...most].join('，');
}

function sumNote(
  { weight, effectiveWeight }: ExplanationNode,
  before: ExplanationNode | undefined,
  scored: boolean,
): string {
  const counts = scored && effectiveWeight > 0;
  const share = `权重 ${formatShare(counts ? effectiveWeight : weight)}`;
  const given = scored && !counts ? ['已分给其余各项'] : [];
  return [share, ...given, ...(before ? [`上期 ${pointsText(before)}`] : [])].join('，');
}

/** A part that is not known brings nothing, which is not the same as none of its points. */
const pointsText = ({ effectiveWeight, contribution }: ExplanationNode): string =>
  effectiveWeight === 0 ? '未知' : `${formatNumber(contribution, 1)} 分`;

function totalNote({ score, previous }: ScoreDetail): string {
  const earlier = previous?.value ?? null;
  return [
    `数据覆盖 ${formatShare(score.coverage)}`,
    revisionLabel(score.submissionRevision),
    ...(earlier === null ? [] : [`上期 ${formatNumber(earlier, decimalsOf(earlier))} 分`]),
  ].join('，');
}
