import { useLoad, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Loaded } from '../../components/Loaded';
import { Screen } from '../../components/Screen';
import { stores } from '../../stores';
import { datasets } from '../../stores/made/datasets';
import { CitationCard, FaceCard, ProtectionCard } from '../ReleaseCards';
import { ColumnsCard } from './ColumnsCard';
import { TrendCard } from './TrendCard';
import { UseCard } from './UseCard';

/** 数据集: what it holds, how accounts are protected, and the way to its files. */
export default observer(function DatasetPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  const load = () => void datasets.open(id);
  useLoad(load);
  const { published } = datasets;

  return (
    <Screen scale={stores.display.scale}>
      <Loaded value={published.value} error={published.error} onRetry={load}>
        {({ release, application }) => (
          <>
            <FaceCard release={release} />
            <UseCard release={release} application={application} />
            <TrendCard release={release} />
            <ProtectionCard release={release} />
            <ColumnsCard release={release} />
            <CitationCard release={release} />
          </>
        )}
      </Loaded>
    </Screen>
  );
});
