import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Account } from '../../../typings/registry';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Loaded } from '../../components/Loaded';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { formatBrief } from '../../figures';
import {
  departmentLabels,
  filingLabels,
  kindLabels,
  levelLabels,
  modeLabels,
} from '../../labels.data';
import { longDayLabel } from '../../periods';
import { stores } from '../../stores';
import { PlaceName } from '../PlaceName';

const { registry, session, display } = stores;

/** 账号: everything that the registry keeps of it. */
export default observer(function AccountPage() {
  const { params } = useRouter();
  const id = params.id ?? '';
  useDidShow(() => {
    if (session.memberships.value === null) void session.loadMemberships();
    void registry.open(id);
  });

  return (
    <Screen scale={display.scale}>
      <Loaded
        value={registry.account.value}
        error={registry.account.error}
        onRetry={() => void registry.open(id)}
      >
        {(account) => <Facts account={account} />}
      </Loaded>
    </Screen>
  );
});

const Facts = observer(function Facts({ account }: { account: Account }) {
  const { agency, operation, filing } = account;
  return (
    <>
      <Card
        title={account.name}
        note={[
          kindLabels[account.kind],
          account.status === 'closed' ? `${account.closedOn ?? ''} 注销` : '在用',
          ...(account.sample ? ['示例数据'] : []),
        ].join(' · ')}
      >
        <Row label="微信号" value={account.wechatId} />
        <Row label="AppID" value={account.appId ?? '未填'} />
        <Row label="主体" value={account.principal} />
      </Card>
      <Card title="主办单位">
        <Row label="名称" value={agency.name} />
        <Row label="级别" value={levelLabels[agency.level]} />
        <Row label="系统" value={departmentLabels[agency.department]} />
        <Row label="行政区划" value={<PlaceName code={agency.region} />} />
        <Row label="主管单位" value={agency.supervisorUnit ?? '未填'} />
      </Card>
      <Card title="运营情况">
        <Row label="运作模式" value={operation.mode ? modeLabels[operation.mode] : '未登记'} />
        <Row label="运营单位" value={operation.operator ?? '未填'} />
        <Row
          label="开通时间"
          value={operation.openedOn ? longDayLabel(operation.openedOn) : '未填'}
        />
        <Row label="专职人员" value={formatBrief(operation.fullTimeStaff)} />
        <Row label="兼职人员" value={formatBrief(operation.partTimeStaff)} />
        <Row label="年度经费（元）" value={formatBrief(operation.annualBudget)} />
      </Card>
      <Card title="备案">
        <Row label="状态" value={filingLabels[filing.status]} />
        <Row label="备案号" value={filing.number ?? '未填'} />
        <Row label="日期" value={filing.date ? longDayLabel(filing.date) : '未填'} />
      </Card>
      <Card>
        <Action text="查看指数" onPress={() => look(account)} />
        {(session.hasRole('staff') || session.hasRole('supervisor')) && (
          <Action
            text="修改"
            kind="secondary"
            onPress={() => void Taro.navigateTo({ url: `/registry/edit/index?id=${account.id}` })}
          />
        )}
      </Card>
    </>
  );
});

function look(account: Account): void {
  session.visit(account);
  void Taro.switchTab({ url: '/pages/overview/index' });
}
