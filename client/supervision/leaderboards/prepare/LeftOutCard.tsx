import { observer } from 'mobx-react-lite';
import type { Leaderboard, LeftOutReason } from '../../../../typings/leaderboards';
import { Card } from '../../../components/Card';
import { Notice } from '../../../components/Notice';
import { Pills } from '../../../components/Pills';
import { Row } from '../../../components/Row';
import { Skeleton } from '../../../components/Skeleton';
import { publishing } from '../../../stores/made/leaderboards';
import { reasonLabels } from '../labels.data';

const all = 'all';

/** Who has no place on a board, and why; narrowed to one reason by a tap. */
export const LeftOutCard = observer(function LeftOutCard({ board }: { board: Leaderboard }) {
  const { leftOut, reason } = publishing;
  const { page, rows } = leftOut;
  const counts = Object.entries(board.leftOut);
  const options = Object.fromEntries([
    [all, '全部'],
    ...counts.map(([one, count]) => [one, `${reasonLabels[one as LeftOutReason]} ${count}`]),
  ]);
  return (
    <Card title="未参加排名的账号和原因">
      {counts.length > 1 && (
        <Pills
          options={options}
          chosen={[reason ?? all]}
          onTap={(id) => void publishing.show(reasonOf(id))}
        />
      )}
      {page.error && (
        <Notice
          tone="bad"
          title={page.error.message}
          action="重试"
          onAction={() => void publishing.show(reason)}
        />
      )}
      {rows.map((one) => (
        <Row
          key={one.accountId}
          label={one.name}
          note={`${one.agency} · ${one.text}`}
          value={reasonLabels[one.reason]}
        />
      ))}
      {page.loading && <Skeleton lines={rows.length > 0 ? 2 : 5} />}
      {page.value && rows.length === 0 && <Row label="范围内的账号都参加排名。" />}
    </Card>
  );
});

function reasonOf(id: string): LeftOutReason | null {
  return (Object.keys(reasonLabels) as LeftOutReason[]).find((one) => one === id) ?? null;
}
