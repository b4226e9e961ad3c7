import { Text, View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import type { Account } from '../../../typings/registry';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Choices } from '../../components/Choices';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { Sheet } from '../../components/Sheet';
import { Skeleton } from '../../components/Skeleton';
import { pickFiles } from '../../device/pick-files';
import { dayAt, periodLabel } from '../../periods';
import { stores } from '../../stores';
import './ChooseStep.scss';
import { PeriodChoices } from './PeriodChoices';
import { StepHead } from './StepHead';

const { session, submission } = stores;
const maxFiles = 6;

const guides = [
  { label: '内容分析 → 已通知内容 → 下载数据明细', note: '阅读、转发、收藏、发文日期' },
  { label: '用户分析 → 用户增长 → 下载表格', note: '新关注、取消关注、粉丝总数' },
];

/** Which period, and from files or by hand. */
export const ChooseStep = observer(function ChooseStep({ account }: { account: Account }) {
  const [picking, pick] = useState<'account' | 'period' | null>(null);
  const { period, busy, error } = submission;
  const today = dayAt(Date.now());
  const several = session.accounts.length > 1;

  return (
    <View>
      <StepHead account={account} period={period} step={1} />
      {error && <Notice tone="bad" title={error.message} />}
      <Card>
        {several && <Row label="公众号" value={account.name} onOpen={() => pick('account')} />}
        <Row
          label="周期"
          value={period ? periodLabel(period) : '请选择'}
          onOpen={() => pick('period')}
        />
      </Card>
      <Card title="上传后台表格" note="最省事：表格里有的，不用再填">
        {busy ? (
          <>
            <View className="choose__busy">
              {busy === 'uploading' ? '正在上传…' : '正在识别表格…'}
            </View>
            <Skeleton lines={2} />
          </>
        ) : (
          <>
            <Action text="选择文件" onPress={() => void addFiles()} />
            <View className="choose__accepts">支持 xls、xlsx、csv，可一次选多个。</View>
          </>
        )}
        <View className="choose__guide">
          <View className="choose__guide-title">在公众号后台（电脑网页）这样导出</View>
          {guides.map(({ label, note }) => (
            <View className="choose__guide-line" key={label}>
              <View>{label}</View>
              <Text className="choose__guide-note">{note}</Text>
            </View>
          ))}
        </View>
      </Card>
      <Card title="没有表格" note="整期直接填写，不知道的可以留空">
        <Action
          text="直接填表"
          kind="secondary"
          waiting={busy !== null}
          onPress={() => void submission.fill()}
        />
      </Card>

      <Sheet title="选择公众号" open={picking === 'account'} onClose={() => pick(null)}>
        <Choices
          options={session.accounts.map(({ id, name }) => ({ id, label: name }))}
          chosen={account.id}
          onChoose={(id) => {
            pick(null);
            session.select(id);
            if (period) void submission.open(id, period);
          }}
        />
      </Sheet>
      <Sheet title="选择周期" open={picking === 'period'} onClose={() => pick(null)}>
        <PeriodChoices
          chosen={period}
          today={today}
          onChoose={(id) => {
            pick(null);
            submission.choosePeriod(id);
          }}
        />
      </Sheet>
    </View>
  );
});

async function addFiles(): Promise<void> {
  await submission.addFiles(await pickFiles(maxFiles));
}
