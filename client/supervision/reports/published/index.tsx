import { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Empty } from '../../../components/Empty';
import { Screen } from '../../../components/Screen';
import { stores } from '../../../stores';
import { reports } from '../../../stores/made/reports';
import { ReportList } from '../ReportList';

/** 已发布的报告: what supervisors published, for anyone who may read it. */
export default observer(function PublishedPage() {
  const load = () => void reports.loadPublished();
  useDidShow(load);
  useReachBottom(() => void reports.published.more());
  const { published } = reports;

  return (
    <Screen scale={stores.display.scale}>
      <ReportList title="已发布的发展报告" list={published} onRetry={load} />
      {published.page.value && published.rows.length === 0 && !published.page.loading && (
        <Empty title="还没有发布的报告" text="主管部门发布后会列在这里，可以阅读和下载。" />
      )}
    </Screen>
  );
});
