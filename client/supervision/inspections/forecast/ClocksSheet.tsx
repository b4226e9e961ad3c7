import { observer } from 'mobx-react-lite';
import { Loaded } from '../../../components/Loaded';
import { Row } from '../../../components/Row';
import { Sheet } from '../../../components/Sheet';
import { kindLabels } from '../../../labels.data';
import { longDayLabel } from '../../../periods';
import { updateForecasts } from '../../../stores/made/inspections';

interface Props {
  open: boolean;
  onClose: () => void;
}

/** 更新时限: which floor on updates applies in scope, and which rule it is from. */
export const ClocksSheet = observer(function ClocksSheet({ open, onClose }: Props) {
  const { value, error } = updateForecasts.clocks;
  return (
    <Sheet title="适用的更新时限" open={open} onClose={onClose}>
      <Loaded value={value} error={error} onRetry={() => void updateForecasts.loadClocks()}>
        {({ clocks }) => (
          <>
            {clocks.map((clock) => (
              <Row
                key={`${clock.regionPrefix} ${clock.kind}`}
                label={`${clock.regionName} · ${kindLabels[clock.kind]}`}
                note={`${clock.source} · ${longDayLabel(clock.effective.from)}起`}
                value={
                  clock.postsPerWeek === null
                    ? `${clock.days} 天`
                    : `${clock.days} 天，每周 ${clock.postsPerWeek} 篇`
                }
              />
            ))}
            <Row
              label="范围小的优先"
              note="时限写在检查细则里，随细则换版；换版后从账号下一次发文起算"
            />
          </>
        )}
      </Loaded>
    </Sheet>
  );
});
