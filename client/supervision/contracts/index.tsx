import { View } from '@tarojs/components';
import Taro, { useDidShow, useReachBottom, useRouter } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { ContractListing } from '../../../typings/contracts';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Screen } from '../../components/Screen';
import { Skeleton } from '../../components/Skeleton';
import { Tag } from '../../components/Tag';
import { stores } from '../../stores';
import { contracts } from '../../stores/made/contracts';
import { spanText, yuan } from './figures';
import { alertTones, scopeLabels, stages } from './labels.data';

const { session, display } = stores;
const shownAlerts = 6;

/** 委托合同: those in one's reach, latest end first, and what to look at today. */
export default observer(function ContractsPage() {
  const { params } = useRouter();
  const load = async () => {
    await Promise.all([session.open(), session.loadMemberships()]);
    await contracts.list(params.accountId, watches());
  };
  useDidShow(() => void load());
  useReachBottom(() => void contracts.more());
  const { page, found } = contracts;

  return (
    <Screen scale={display.scale}>
      {page.error && (
        <Notice tone="bad" title={page.error.message} action="重试" onAction={() => void load()} />
      )}
      {watches() && <Alerts />}
      {found.length > 0 && (
        <Card>
          {found.map((contract) => (
            <Row
              key={contract.id}
              label={contract.accountNames.join('、')}
              note={noteOf(contract)}
              value={<Tag {...stages[contract.stage]} />}
              onOpen={() => open(`detail/index?id=${contract.id}`)}
            />
          ))}
        </Card>
      )}
      {page.loading && (
        <Card>
          <Skeleton lines={found.length > 0 ? 2 : 6} />
        </Card>
      )}
      {page.value && found.length === 0 && !page.loading && (
        <Empty
          title="还没有登记合同"
          text={
            watches()
              ? '把委托运营、技术、培训的合同登记进来，每期自动核对指标，到期前提醒。'
              : '委托单位登记合同后，这里会显示指标完成情况。'
          }
        />
      )}
      {watches() && <Register accountId={params.accountId} />}
      {found.length > 0 && !contracts.hasMore && <View className="list-end">已全部显示</View>}
    </Screen>
  );
});

/** Agencies and their supervisors watch contracts; vendors look at their own. */
function watches(): boolean {
  return session.hasRole('staff') || session.hasRole('supervisor');
}

const Alerts = observer(function Alerts() {
  const { value, error } = contracts.alerts;
  if (error) return <Notice tone="bad" title={error.message} />;
  if (!value) return null;
  const [shown, rest] = [value.alerts.slice(0, shownAlerts), value.alerts.length - shownAlerts];
  return (
    <>
      {shown.map(({ text, severity, contractId }, index) => (
        <Notice
          // biome-ignore lint/suspicious/noArrayIndexKey: alerts have no name and are shown anew each time
          key={index}
          tone={alertTones[severity]}
          title={`${accountOf(contractId)}${text}`}
          action={contractId ? '查看' : undefined}
          onAction={() => open(`detail/index?id=${contractId}`)}
        />
      ))}
      {(rest > 0 || value.more) && (
        <View className="list-end">
          {value.more ? '合同较多，先显示最早到期的提醒' : `另有 ${rest} 条提醒，见各合同`}
        </View>
      )}
    </>
  );
});

/** A contract is registered for the account that is looked at. */
const Register = observer(function Register({ accountId }: { accountId?: string }) {
  const account = session.accounts.find(({ id }) => id === accountId) ?? session.account;
  if (!account) return null;
  return (
    <Card title="登记新合同" note={`${account.name} · ${account.agency.name}`}>
      <Action
        text="登记合同"
        kind="secondary"
        onPress={() => open(`edit/index?accountId=${account.id}`)}
      />
    </Card>
  );
});

function accountOf(contractId: string | null): string {
  const contract = contracts.found.find(({ id }) => id === contractId);
  return contract ? `${contract.accountNames.join('、')}：` : '';
}

function noteOf({ vendorName, scope, startsOn, endsOn, priceYuan, sample }: ContractListing) {
  return [
    vendorName,
    scope.map((one) => scopeLabels[one]).join('、'),
    spanText({ startsOn, endsOn }),
    yuan(priceYuan),
    ...(sample ? ['示例数据'] : []),
  ].join(' · ');
}

function open(page: string): void {
  void Taro.navigateTo({ url: `/supervision/contracts/${page}` });
}
