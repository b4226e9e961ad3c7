import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { SchemeSummary } from '../../../typings/indices';
import { Card } from '../../components/Card';
import { Choices } from '../../components/Choices';
import { Loaded } from '../../components/Loaded';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { formatShare } from '../../figures';
import { stores } from '../../stores';
import { DetailScreen } from '../DetailScreen';

const { overview, details } = stores;

/** 指数方案: what a scheme takes and weighs, where it comes from, and a choice of another. */
export default observer(function SchemePage() {
  useLoad(() => void details.loadSchemes());
  const current = overview.overview?.index.scheme ?? null;

  return (
    <DetailScreen>
      <Loaded
        value={details.schemes.value}
        error={details.schemes.error}
        onRetry={() => void details.loadSchemes()}
      >
        {({ schemes }) => {
          const scheme = schemes.find(({ id }) => id === current);
          return (
            <>
              {scheme && <Scheme scheme={scheme} />}
              <Card title="换一个方案看" note="换方案只改变怎么看，不改变数据">
                <Choices
                  options={schemes.map(({ id, name, purpose }) => ({
                    id,
                    label: name,
                    note: purpose === 'assessment' ? '考核口径，不含任何人气指标' : '研究口径',
                  }))}
                  chosen={current}
                  onChoose={(id) => void overview.chooseScheme(id)}
                />
              </Card>
            </>
          );
        }}
      </Loaded>
    </DetailScreen>
  );
});

const measures = { people: '人数', times: '次数', either: '人数或次数' };

function Scheme({ scheme }: { scheme: SchemeSummary }) {
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
