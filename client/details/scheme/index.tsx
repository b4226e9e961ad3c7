import { useLoad } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Card } from '../../components/Card';
import { Choices } from '../../components/Choices';
import { Loaded } from '../../components/Loaded';
import { SchemeCards } from '../../components/SchemeCards';
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
              {scheme && <SchemeCards scheme={scheme} />}
              <Card title="换一个方案看" note="换方案只改变怎么看，不改变数据">
                <Choices
                  options={schemes.map(({ id, name, notice }) => ({
                    id,
                    label: name,
                    note: notice ?? '考核口径，不含任何人气指标',
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
