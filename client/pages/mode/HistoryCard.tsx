import type { ModeSpell, Stage } from '../../../typings/modes';
import type { Day } from '../../../typings/vocabulary';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { modeLabels } from '../../labels.data';
import { periodLabel } from '../../periods';

/** 政务微信发展阶段 by year, after 《政府部门微信公众号运作问题探究》 ch. 3. */
const fieldStages: Record<Stage, string> = {
  founding: '政务微信发展初期',
  growth: '政务微信成长期',
  stable: '政务微信稳定发展期',
};

/** 模式沿革: how the account has moved between modes. */
export function HistoryCard({ history }: { history: ModeSpell[] }) {
  if (history.length === 0) return null;
  return (
    <Card title="模式沿革">
      {[...history].reverse().map(({ from, to, mode, fieldStage, ageYears }) => (
        <Row
          key={from}
          label={mode === null ? '未能判定' : modeLabels[mode]}
          note={[fieldStage && fieldStages[fieldStage], ageYears !== null && `开通 ${ageYears} 年`]
            .filter(Boolean)
            .join(' · ')}
          value={`${monthLabel(from)}${to ? `至${monthLabel(to)}` : '起'}`}
        />
      ))}
    </Card>
  );
}

function monthLabel(day: Day): string {
  return periodLabel(day.slice(0, 7));
}
