import Taro from '@tarojs/taro';
import type { ExplanationNode } from '../../../typings/indices';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { formatNumber } from '../../figures';
import { quantityFigure } from '../../metric-figure';
import { termsOf } from './PartTerms';

const shown = 3;

/** 哪里还有余地: the terms that lack most of what they could bring, and the way to a plan. */
export function RoomCard({ explanation }: { explanation: ExplanationNode }) {
  const roomy = explanation.children
    .flatMap(termsOf)
    .flatMap((term) =>
      term.full === null || term.quantity === null
        ? []
        : [{ term, room: term.full - term.contribution }],
    )
    .sort((a, b) => b.room - a.room)
    .slice(0, shown);
  if (roomy.length === 0) return null;
  return (
    <Card title="哪里还有余地" note={`离满分最远的 ${roomy.length} 项`}>
      {roomy.map(({ term, room }) => (
        <Row
          key={term.key}
          label={term.label}
          note={`本期 ${quantityFigure(term, term.quantity)}${term.note ? `；${term.note}` : ''}`}
          value={`差 ${formatNumber(room, 1)} 分`}
        />
      ))}
      <Row
        label="怎样提高"
        note="每项要做到多少，合起来怎么做"
        onOpen={() => void Taro.redirectTo({ url: '/details/target/index' })}
      />
    </Card>
  );
}
