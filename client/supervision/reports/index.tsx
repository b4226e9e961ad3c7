import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Columns } from '../../components/Columns';
import { Empty } from '../../components/Empty';
import { Screen } from '../../components/Screen';
import { stores } from '../../stores';
import { reports } from '../../stores/made/reports';
import { ReportList } from './ReportList';

const open = (page: string) => void Taro.navigateTo({ url: `/supervision/reports/${page}` });

/** 发展报告: those of one's scope, and the way to a new one. */
export default observer(function ReportsPage() {
  const load = () => void reports.loadOwn();
  useDidShow(load);
  useReachBottom(() => void reports.own.more());
  const { own } = reports;

  return (
    <Screen scale={stores.display.scale}>
      <Columns aside={<Ways />}>
        <ReportList title="我的报告" list={own} onRetry={load} />
        {own.page.value && own.rows.length === 0 && !own.page.loading && (
          <Empty
            title="还没有编写过发展报告"
            text="选一个已结束的月、季或年，系统统计范围内的账号，写出文字、图表和每个数字的口径。"
          />
        )}
      </Columns>
    </Screen>
  );
});

function Ways() {
  return (
    <Card title="编写与查阅" note="级别、地域、部门、模式的分布与变化，每个数字都能查到来历">
      <Action text="编写报告" onPress={() => open('new/index')} />
      <Action
        text="查看各地已发布的报告"
        kind="secondary"
        onPress={() => open('published/index')}
      />
    </Card>
  );
}
