import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import type { Account } from '../../../typings/registry';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { formatNumber } from '../../figures';
import { periodLabel } from '../../periods';
import { decimalsOf, revisionLabel } from '../../scores';
import { stores } from '../../stores';
import './ReceiptStep.scss';

const { submission } = stores;

/** It is stored: the new index, and where to go. */
export const ReceiptStep = observer(function ReceiptStep({ account }: { account: Account }) {
  const { receipt } = submission;
  if (!receipt) return null;
  const { communicationIndex: index, unchanged, revision, period } = receipt;

  return (
    <View className="receipt">
      <Card>
        <View className="receipt__mark">✓</View>
        <View className="receipt__title">{unchanged ? '数据没有变化' : '已提交'}</View>
        <View className="receipt__what">
          {account.name} · {periodLabel(period)} · {revisionLabel(revision)}
        </View>
        <View className="receipt__index">
          <View className="receipt__label">传播指数</View>
          {index === null ? (
            <View className="receipt__none">数据不足，暂不计分</View>
          ) : (
            <Text className="receipt__value">{formatNumber(index, decimalsOf(index))}</Text>
          )}
        </View>
        {revision > 1 && !unchanged && (
          <Notice title="如这一期的榜单已经发布，名次和原值不改，更正写成勘误。" />
        )}
        <Action text="查看概览" onPress={() => void see()} />
        <Action text="再填一期" kind="plain" onPress={() => submission.discard()} />
      </Card>
    </View>
  );
});

async function see(): Promise<void> {
  await Taro.switchTab({ url: '/pages/overview/index' });
  submission.reset();
}
