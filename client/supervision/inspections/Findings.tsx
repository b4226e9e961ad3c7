import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { RuleSet } from '../../../typings/inspection-rules';
import type { Evidence, Finding } from '../../../typings/inspections';
import { Action } from '../../components/Action';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { Tag } from '../../components/Tag';
import { copyText } from '../../device/copy';
import { dayLabel } from '../../periods';
import './Findings.scss';

interface Props {
  findings: Finding[];
  ruleSet: RuleSet | null;
  pictures: Record<string, string>;
}

/** What was found: by which rule, and what shows it. */
export function Findings({ findings, ruleSet, pictures }: Props) {
  if (findings.length === 0) return null;
  return (
    <Card title="发现的问题">
      {findings.map((finding) => {
        const rule = ruleSet?.rules.find(({ id }) => id === finding.ruleId);
        return (
          <View className="finding" key={finding.ruleId}>
            <Row
              label={rule?.label ?? finding.ruleId}
              note={rule ? `${rule.wording}（${rule.source}）` : undefined}
              value={
                <Tag
                  tone={rule?.kind === 'veto' ? 'bad' : 'warn'}
                  text={
                    rule?.kind === 'veto' ? '单项否决' : rule?.kind === 'bonus' ? '加分' : '扣分'
                  }
                />
              }
            />
            {finding.note && <View className="finding__text">{finding.note}</View>}
            <Shown evidence={finding.evidence} pictures={pictures} />
          </View>
        );
      })}
    </Card>
  );
}

/** Figures, a link and pictures that show something. */
export function Shown({
  evidence,
  pictures,
}: {
  evidence: Evidence;
  pictures: Record<string, string>;
}) {
  const urls = evidence.fileIds.flatMap((id) => pictures[id] ?? []);
  return (
    <>
      {evidence.figures.map(({ label, value, asOf, estimated }) => (
        <View className="finding__text" key={`${label}${value}`}>
          {label}：{value}
          {asOf ? `（${dayLabel(asOf)}）` : ''}
          {estimated && <Tag text="估算" tone="warn" />}
        </View>
      ))}
      {evidence.link && (
        <Action
          text="复制链接"
          kind="plain"
          onPress={() => void copyText(evidence.link ?? '', '链接已复制')}
        />
      )}
      {urls.length > 0 && (
        <View className="finding__pictures">
          {urls.map((url) => (
            <Image
              className="finding__picture"
              key={url}
              src={url}
              mode="aspectFill"
              onClick={() => void Taro.previewImage({ urls, current: url })}
            />
          ))}
        </View>
      )}
    </>
  );
}
