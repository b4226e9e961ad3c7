import { View } from '@tarojs/components';
import type { OperatingMode } from '../../../typings/vocabulary';
import { Card } from '../../components/Card';
import { Tag } from '../../components/Tag';
import { modeLabels } from '../../labels.data';
import './ModeKinds.scss';

const kinds: { mode: OperatingMode; role: string; text: string }[] = [
  {
    mode: 'independent',
    role: '政府是生产者',
    text: '本单位的人写、审、发、回。要有稳定的人手和写作、设计等能力。',
  },
  {
    mode: 'delegated',
    role: '政府是监督者',
    text: '日常运营委托给社会组织或企业。要有经费、合同和盯合同的人；终审始终留在本单位。',
  },
  {
    mode: 'collaborative',
    role: '政府是合作者',
    text: '内容由本单位负责，技术、设计或培训请外部支持。适合有人但缺某些能力的单位。',
  },
];

/** 三种模式: who does what in each. */
export function ModeKinds({ current }: { current: OperatingMode | null }) {
  return (
    <Card title="三种运作模式">
      {kinds.map(({ mode, role, text }) => (
        <View className="mode-kind" key={mode}>
          <View className="mode-kind__head">
            <View className="mode-kind__name">{modeLabels[mode]}</View>
            {mode === current && <Tag tone="info" text="现在" />}
            <View className="mode-kind__role">{role}</View>
          </View>
          <View className="mode-kind__text">{text}</View>
        </View>
      ))}
    </Card>
  );
}
