import type { SchemeSummary } from '../../typings/indices';
import { formatShare } from '../figures';
import { Card } from './Card';
import { Notice } from './Notice';
import { Row } from './Row';

const measures = { people: '人数', times: '次数', either: '人数或次数' };

/** 方案说明: what a scheme takes and weighs, and where it comes from. */
export function SchemeCards({ scheme }: { scheme: SchemeSummary }) {
  const { name, version, effective, measure, maximum, parts, sources, notice } = scheme;
  return (
    <>
      {notice && <Notice title={notice} />}
      <Card title={name}>
        <Row label="版本" value={version} />
        <Row
          label="生效"
          value={`${effective.from ?? '最早'} 起${effective.to ? `，至 ${effective.to}` : ''}`}
        />
        <Row label="口径" value={measures[measure]} />
        <Row label="满分" value={maximum === null ? '没有上限' : String(maximum)} />
        {parts.map(({ key, label, weight }) => (
          <Row key={key} label={label} value={`权重 ${formatShare(weight)}`} />
        ))}
      </Card>
      <Card title="出处">
        {sources.map(({ title, url }) => (
          <Row key={title} label={title} note={url ?? undefined} />
        ))}
      </Card>
    </>
  );
}
