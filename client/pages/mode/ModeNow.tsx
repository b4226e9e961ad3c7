import { View } from '@tarojs/components';
import type { GovernmentRole, ModeProfile } from '../../../typings/modes';
import type { Account } from '../../../typings/registry';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import { modeLabels } from '../../labels.data';
import './ModeNow.scss';

const governmentRoles: Record<GovernmentRole, string> = {
  producer: '政府是生产者',
  supervisor: '政府是监督者',
  partner: '政府是合作者',
};

interface Props {
  account: Account;
  /** null while it is asked for: the registry speaks meanwhile */
  profile: ModeProfile | null;
  /** opens the facts; absent for those who only read */
  onAnswer?: () => void;
}

/** 现状: the mode that the facts show, the facts that decided, and what contradicts. */
export function ModeNow({ account, profile, onAnswer }: Props) {
  const classification = profile?.classification;
  const mode = classification ? classification.mode : account.operation.mode;
  const unknown = classification ? '未能判定' : '未登记';
  return (
    <>
      <View className="mode-now">
        <View className="mode-now__account">
          {account.name}
          {account.sample ? '（示例数据）' : ''}
        </View>
        <View className="mode-now__what">现在的运作模式</View>
        <View className="mode-now__mode">{mode ? modeLabels[mode] : unknown}</View>
        {classification?.mode === null && account.operation.mode && (
          <View className="mode-now__what">
            登记时填的是{modeLabels[account.operation.mode]}，事实还不够核实
          </View>
        )}
        {classification?.role && (
          <View className="mode-now__what">{governmentRoles[classification.role]}</View>
        )}
      </View>
      {classification?.contradictions.map(({ text, question }) => (
        <Notice tone="warn" title={text} key={text}>
          {question}
        </Notice>
      ))}
      {classification && classification.because.length > 0 && (
        <Card title="为什么这样判定">
          {classification.because.map(({ text }) => (
            <Row label={text} key={text} />
          ))}
        </Card>
      )}
      {classification?.mode === null && classification.missing.length > 0 && (
        <Card title="要判定，还需要知道">
          {classification.missing.map(({ fact, question }) => (
            <Row label={question} key={fact} />
          ))}
          {onAnswer && <Action text="去回答" kind="secondary" onPress={onAnswer} />}
        </Card>
      )}
    </>
  );
}
