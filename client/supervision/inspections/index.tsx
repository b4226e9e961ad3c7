import Taro, { useDidShow, useReachBottom } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Inspection } from '../../../typings/inspections';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { PagedList } from '../../components/PagedList';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Tag } from '../../components/Tag';
import { formatShare } from '../../figures';
import { dayLabel } from '../../periods';
import { stores } from '../../stores';
import { inspections } from '../../stores/made/inspections';
import { inspectionStates } from './labels.data';

const { display } = stores;

/** 检查: those planned in one's scope, newest first, and the ways to the rest. */
export default observer(function InspectionsPage() {
  const load = () => void inspections.load();
  useDidShow(load);
  useReachBottom(() => void inspections.plans.more());
  const { plans } = inspections;
  const shut = plans.page.error?.code === 'forbidden';
  return (
    <Screen scale={display.scale}>
      {!shut && (
        <Card note="只判定合格或不合格，与传播指数、榜单无关">
          <Row
            label="更新预警"
            note="再不更新，哪些账号何时不合格"
            onOpen={() => open('forecast/index')}
          />
          <Row
            label="整改台账"
            note="各次检查中逾期、将到期、待复查和申诉中的账号"
            onOpen={() => open('due/index')}
          />
          <Row label="我的检查任务" note="分派给我判定的账号" onOpen={() => open('work/index')} />
          <Action text="新建检查" onPress={() => open('new/index')} />
        </Card>
      )}
      <PagedList
        list={plans}
        title="检查记录"
        none="还没有检查。新建检查后，可公开复核地抽取账号并分派检查员。"
        row={(one) => <InspectionRow key={one.id} inspection={one} />}
        onRetry={load}
      />
    </Screen>
  );
});

function InspectionRow({ inspection }: { inspection: Inspection }) {
  const { id, title, scopeLabel, inspectionDay, state, statistics, sampleData } = inspection;
  return (
    <Row
      label={title}
      note={[
        scopeLabel,
        `检查日 ${dayLabel(inspectionDay)}`,
        ...(statistics?.passRate != null ? [`合格率 ${formatShare(statistics.passRate, 1)}`] : []),
        ...(sampleData ? ['示例数据'] : []),
      ].join(' · ')}
      value={<Tag {...inspectionStates[state]} />}
      onOpen={() => open(`detail/index?id=${id}`)}
    />
  );
}

function open(page: string): void {
  void Taro.navigateTo({ url: `/supervision/inspections/${page}` });
}
