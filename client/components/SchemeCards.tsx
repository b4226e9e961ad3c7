import type { SchemePart, SchemeSummary } from '../../typings/indices';
import { formatShare } from '../figures';
import { longDayLabel } from '../periods';
import { Card } from './Card';
import { Notice } from './Notice';
import { Row } from './Row';

const measures = { people: '人数', times: '次数', either: '人数或次数' };

/** 方案说明: what a scheme takes and weighs, and where it comes from. */
export function SchemeCards({ scheme }: { scheme: SchemeSummary }) {
  const { name, version, effective, measure, maximum, parts, combining, sources, notice } = scheme;
  return (
    <>
      {notice && <Notice title={notice} />}
      <Card title={name}>
        <Row label="版本" value={version} />
        <Row
          label="生效"
          value={`${effective.from ? longDayLabel(effective.from) : '最早'}起${effective.to ? `，至${longDayLabel(effective.to)}` : ''}`}
        />
        <Row label="口径" value={measures[measure]} />
        <Row label="满分" value={maximum === null ? '没有上限' : String(maximum)} />
        <Row label="怎样合成" note={`${combining}。`} />
      </Card>
      {parts.map((part) => (
        <PartCard key={part.key} part={part} />
      ))}
      <Card title="出处">
        {sources.map(({ title, url }) => (
          <Row key={title} label={title} note={url ?? undefined} />
        ))}
      </Card>
    </>
  );
}

/** A part and the terms that it is made of. */
function PartCard({ part: { label, weight, reading, terms } }: { part: SchemePart }) {
  return (
    <Card title={label} note={`占总分 ${formatShare(weight)}${reading ? `；${reading}` : ''}`}>
      {terms.map((term) => (
        <Row
          key={term.key}
          label={term.label}
          note={term.reading ? `${term.reading}。` : undefined}
          value={formatShare(term.weight)}
        />
      ))}
    </Card>
  );
}
