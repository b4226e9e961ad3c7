import { View } from '@tarojs/components';
import type { BoardFace, Leaderboard } from '../../../../typings/leaderboards';
import { Card } from '../../../components/Card';
import { Facts } from '../../../components/Facts';
import { Tag } from '../../../components/Tag';
import { instantLabel, periodLabel } from '../../../periods';
import { unbroken } from '../../../unbroken';
import { reasonLabels, useLabels } from '../labels.data';
import { publishedBy } from '../published-by';
import './index.scss';

interface Props {
  face: BoardFace;
  /** null while provisional */
  board: Leaderboard | null;
}

/** What a board is: period, cut-off, how many accounts, by which version, for what. */
export function Face({ face, board }: Props) {
  return (
    <Card>
      <View className="face__title">
        {face.title}
        {board ? unbroken(` 第 ${board.number} 期`) : ''}
      </View>
      <View className="face__line">
        <Facts
          line={[
            periodLabel(face.period),
            board ? '已发布' : '实时，尚未发布',
            `数据截止 ${instantLabel(face.cutOff)}`,
            `样本 ${face.size} 个`,
          ].join(' · ')}
        />
      </View>
      <View className="face__line">
        <Facts
          line={[
            `${face.schemeName}（版本 ${face.schemeVersion}）`,
            ...(board ? [publishedBy(board)] : []),
          ].join(' · ')}
        />
      </View>
      {board && <View className="face__line">未参加排名：{leftOutText(board)}</View>}
      {board?.checksum && <View className="face__line">校验码 {board.checksum.slice(0, 16)}…</View>}
      {face.notice && <View className="face__notice">{face.notice}</View>}
      {!face.notice && board && <View className="face__notice">{useLabels[board.use]}</View>}
      {face.sample && <Tag text="示例数据" />}
    </Card>
  );
}

function leftOutText({ leftOut }: Leaderboard): string {
  const counts = Object.entries(leftOut).map(
    ([reason, count]) => `${reasonLabels[reason as keyof typeof reasonLabels]} ${count} 个`,
  );
  return counts.length > 0 ? counts.join('、') : '无';
}
