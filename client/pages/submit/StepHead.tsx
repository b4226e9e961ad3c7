import { Text, View } from '@tarojs/components';
import type { Account } from '../../../typings/registry';
import type { PeriodId } from '../../../typings/vocabulary';
import { periodLabel } from '../../periods';
import './StepHead.scss';

interface Props {
  account: Account;
  period: PeriodId | null;
  /** 1 choose, 2 fill, 3 confirm */
  step: 1 | 2 | 3;
}

const names = ['选周期与文件', '核对与补填', '确认提交'];

/** Whose figures, of which period, and how far along. */
export function StepHead({ account, period, step }: Props) {
  return (
    <View className="step-head">
      <View className="step-head__account">
        {account.name}
        {account.sample && <Text className="step-head__sample"> 示例数据</Text>}
      </View>
      {step > 1 && period && <View className="step-head__period">{periodLabel(period)}</View>}
      <View className="step-head__bar">
        {names.map((name, index) => (
          <View
            className={index < step ? 'step-head__step step-head__step--done' : 'step-head__step'}
            key={name}
          />
        ))}
      </View>
      <View className="step-head__name">
        第 {step} 步，共 3 步：{names[step - 1]}
      </View>
    </View>
  );
}
