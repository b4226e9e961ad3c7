import { View } from '@tarojs/components';
import type { RankedMode, Recommendation } from '../../../typings/recommendation';
import { Notice } from '../../components/Notice';
import { Row } from '../../components/Row';
import './Recommended.scss';

interface Props {
  ranked: RankedMode;
  duties: Recommendation['duties'];
}

/** 为什么: what stands in the way of a mode, what speaks for and against it. */
export function Reasons({ ranked, duties }: Props) {
  const { mode, blockedBy, for: pros, against: cons } = ranked;
  return (
    <>
      {blockedBy.map(({ code, text, source }) => (
        <Notice tone="warn" title={text} key={code}>
          依据：{source}
        </Notice>
      ))}
      {pros.length > 0 && <View className="suits__heading">有利的理由</View>}
      {pros.map(({ criterion, text }) => (
        <Row key={criterion} label={`＋ ${text}`} />
      ))}
      {cons.length > 0 && <View className="suits__heading">不利的理由</View>}
      {cons.map(({ criterion, text }) => (
        <Row key={criterion} label={`－ ${text}`} />
      ))}
      {mode !== 'independent' && duties.length > 0 && (
        <>
          <View className="suits__heading">委托后仍须本单位做到</View>
          {duties.map(({ code, text, source }) => (
            <Row key={code} label={text} note={`依据：${source}`} />
          ))}
        </>
      )}
    </>
  );
}
