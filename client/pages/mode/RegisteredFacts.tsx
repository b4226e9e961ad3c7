import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { Account, OperationFacts } from '../../../typings/registry';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { formatBrief } from '../../figures';
import { modeLabels } from '../../labels.data';
import { dayLabel } from '../../periods';
import './RegisteredFacts.scss';

const facts: { label: string; read: (operation: OperationFacts) => string | null }[] = [
  { label: '运营单位', read: ({ operator }) => operator },
  {
    label: '专职人员',
    read: ({ fullTimeStaff }) => (fullTimeStaff === null ? null : `${fullTimeStaff} 人`),
  },
  {
    label: '兼职人员',
    read: ({ partTimeStaff }) => (partTimeStaff === null ? null : `${partTimeStaff} 人`),
  },
  {
    label: '年度经费',
    read: ({ annualBudget }) =>
      annualBudget === null ? null : `${formatBrief(annualBudget / 10_000)} 万元`,
  },
  {
    label: '开通时间',
    read: ({ openedOn }) => openedOn && `${openedOn.slice(0, 4)}年${dayLabel(openedOn)}`,
  },
];

/** 现状: the operating facts that the registry keeps, and which are missing. */
export function RegisteredFacts({ account }: { account: Account }) {
  const { operation } = account;
  const missing = facts.filter(({ read }) => read(operation) === null);
  const edit = () => void Taro.navigateTo({ url: `/registry/edit/index?id=${account.id}` });
  return (
    <>
      <View className="mode-now">
        <View className="mode-now__account">
          {account.name}
          {account.sample ? '（示例数据）' : ''}
        </View>
        <View className="mode-now__what">登记的运作模式</View>
        <View className="mode-now__mode">
          {operation.mode ? modeLabels[operation.mode] : '未登记'}
        </View>
      </View>
      <Card title="运营情况">
        {facts.map(({ label, read }) => (
          <Row key={label} label={label} value={read(operation) ?? '未填'} />
        ))}
      </Card>
      {missing.length > 0 && (
        <Notice
          tone="warn"
          title={`还缺：${missing.map(({ label }) => label).join('、')}`}
          action="去补充"
          onAction={edit}
        >
          情况越全，判断越准。
        </Notice>
      )}
    </>
  );
}
