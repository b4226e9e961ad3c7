import type { ProcedureDetail, ProcedureEvent } from '../../../typings/lifecycle';
import { Card } from '../../components/Card';
import { Row } from '../../components/Row';
import { longDayLabel } from '../../periods';

const actLabels: Record<ProcedureEvent['act'], string> = {
  apply: '提出申请',
  revise: '修改后再报',
  approve: '批准',
  return: '退回修改',
  refuse: '不批准',
  withdraw: '撤回申请',
  notice: '发布公告',
  'carry-out': '在微信平台办理',
  file: '备案登记',
};

/** 经过: what was done so far, and the words that were given with it. */
export function Course({ detail: { events } }: { detail: ProcedureDetail }) {
  return (
    <Card title="经过">
      {events.map(({ sequence, act, on, note }) => (
        <Row
          key={sequence}
          label={actLabels[act]}
          note={note ?? undefined}
          value={longDayLabel(on)}
        />
      ))}
    </Card>
  );
}
