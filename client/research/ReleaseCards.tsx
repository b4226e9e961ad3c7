import { View } from '@tarojs/components';
import type { DatasetRelease } from '../../typings/datasets';
import { Action } from '../components/Action';
import { Card } from '../components/Card';
import { Row } from '../components/Row';
import { copyText } from '../device/copy';
import { formatNumber, formatShare } from '../figures';
import { periodLabel } from '../periods';
import './ReleaseCards.scss';

interface Props {
  release: DatasetRelease;
}

/** What a release is of. */
export function FaceCard({ release }: Props) {
  const { title, period, scopeLabel, version, columns, sample } = release;
  return (
    <Card
      title={title}
      note={sample ? '示例数据 · 仅供研究参考，不作考核依据' : '仅供研究参考，不作考核依据'}
    >
      <Row label="周期" value={periodLabel(period)} />
      <Row label="范围" value={scopeLabel} />
      <Row label="版本" value={`第 ${version} 版`} />
      <Row label="列" value={`化名、特征与 ${columns.length} 项可选`} />
    </Card>
  );
}

/** 怎样保护具体账号: counted, not promised. */
export function ProtectionCard({ release: { disclosure } }: Props) {
  if (!disclosure) return null;
  const { k, accounts, released, suppressed, classes, smallestClass, steps } = disclosure;
  return (
    <Card title="怎样保护具体账号" note={`同样特征、同一数字，至少有 ${k} 个账号`}>
      <Row label="公布的账号" value={`${formatNumber(released)} / ${formatNumber(accounts)}`} />
      <Row
        label="隐去的账号"
        value={`${formatNumber(suppressed)}（${formatShare(suppressed / accounts, 1)}）`}
      />
      <Row label="特征组合" value={`${formatNumber(classes)} 组`} />
      <Row label="最小的一组" value={smallestClass === null ? '—' : `${smallestClass} 个账号`} />
      {steps.map(({ step, accounts: count }) => (
        <Row key={step} label={step} value={`${formatNumber(count)} 个`} note="特征写到这一级" />
      ))}
    </Card>
  );
}

/** 引用与校验 */
export function CitationCard({ release: { citation, checksum } }: Props) {
  if (!citation || !checksum) return null;
  return (
    <Card title="引用与校验">
      <View className="release__text">{citation}</View>
      <Action
        text="复制引用格式"
        kind="secondary"
        onPress={() => void copyText(citation, '引用格式已复制')}
      />
    </Card>
  );
}
