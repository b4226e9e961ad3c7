import { Text, View } from '@tarojs/components';
import type { BoardRow } from '../../../typings/leaderboards';
import { Delta } from '../../components/Delta';
import { Facts } from '../../components/Facts';
import { formatNumber } from '../../figures';
import { departmentLabels, levelLabels } from '../../labels.data';
import { decimalsOf } from '../../scores';
import './RankRow.scss';

interface Props {
  row: BoardRow;
  /** rows of the board */
  size: number;
  /** the one that was looked for */
  sought?: boolean;
}

/** One account's place: rank, who, value, and what changed. */
export function RankRow({ row, size, sought = false }: Props) {
  const { rank, tied, name, agency, level, department, value, change, climbed, correction } = row;
  const decimals = decimalsOf(value);
  return (
    <View className={sought ? 'rank rank--sought' : 'rank'}>
      <View className="rank__place">
        {rank}
        {tied && <View className="rank__tied">并列</View>}
      </View>
      <View className="rank__body">
        <View className="rank__name">{name}</View>
        <View className="rank__note">
          <Facts line={[agency, levelLabels[level], departmentLabels[department]].join(' · ')} />
        </View>
        <View className="rank__note">
          <Facts line={placeNote(row, climbed)} />
        </View>
        {row.rankInterval && <Interval ranks={row.rankInterval} size={size} />}
        {correction && (
          <View className="rank__correction">
            勘误：更正后为 {formatNumber(correction.value, decimals)}
          </View>
        )}
      </View>
      <View className="rank__value">
        <Text className="rank__figure">{formatNumber(value, decimals)}</Text>
        <View>
          <Delta change={change} decimals={decimals} />
        </View>
      </View>
    </View>
  );
}

/** Where on the board the account may stand, from the first rank at the left to the last at the right. */
function Interval({ ranks: [best, worst], size }: { ranks: [number, number]; size: number }) {
  const left = `${(100 * (best - 1)) / size}%`;
  const width = `${(100 * (worst - best + 1)) / size}%`;
  return (
    <View className="rank__interval" ariaLabel={`名次在 ${best} 到 ${worst} 之间`}>
      <View className="rank__range" style={{ left, width }} />
    </View>
  );
}

function placeNote({ rankInterval }: BoardRow, climbed: number | null): string {
  const moved =
    climbed === null
      ? []
      : [climbed > 0 ? `上升 ${climbed} 位` : climbed < 0 ? `下降 ${-climbed} 位` : '名次不变'];
  const [best, worst] = rankInterval ?? [0, 0];
  const interval = best < worst ? [`名次在 ${best}–${worst} 之间`] : [];
  return [...moved, ...interval].join(' · ');
}

/** Opens a band: its accounts cannot be told apart by their figures. */
export function BandHead() {
  return <View className="band">以下同档：分数区间重叠，名次差异不显著</View>;
}
