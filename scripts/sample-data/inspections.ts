import type { Finding } from '../../typings/inspections';
import type { Day } from '../../typings/vocabulary';
import { dayBefore } from './activity';

const scope = { kind: 'region' as const, regionPrefix: '3501' };
const inspectorOpenids = [
  'preview-supervisor-city',
  'preview-supervisor-county',
  'preview-staff-gulou',
  'preview-staff-fulian',
];
const dayLength = 86_400_000;
const closedDaysAgo = 24;

interface Problem {
  ruleId: string;
  label: string;
  value: string;
}

/** Of every five accounts of the closed inspection one has a problem, by turns. */
const problems: Problem[] = [
  { ruleId: 'stale', label: '距检查日', value: '19 天（上限 14 天）' },
  { ruleId: 'no-interaction', label: '互动功能', value: '留言与私信均无人回复' },
  { ruleId: 'serious-misstatement', label: '表述', value: '机构名称写错' },
];

/**
 * One inspection that is over, with rectifications in every state, and one that is being judged. Both
 * go through the same steps as real ones.
 */
export async function addSampleInspections(today: Day): Promise<void> {
  const steps = await import('./inspection-steps');
  const past = (daysAgo: number) => steps.momentAt(today, -daysAgo * dayLength);
  const inspectors = inspectorOpenids.map(steps.memberOf);

  const closed = await steps.assigned(
    {
      title: '2026年第三季度政务新媒体检查',
      scope,
      share: 0.6,
      inspectionDay: dayBefore(today, closedDaysAgo),
    },
    inspectors,
    past(closedDaysAgo),
  );
  await steps.judgeRecords(
    closed,
    past(closedDaysAgo - 2),
    (index, name) => findingsOf(index, name),
    1,
  );
  const failed = await steps.publish(closed, dayBefore(today, 4), past(closedDaysAgo - 4));
  await steps.rectify(failed, today, past);
  await steps.close(closed, past(2));

  const running = await steps.assigned(
    { title: '2026年第四季度政务新媒体检查', scope, share: 0.4, inspectionDay: today },
    inspectors,
    past(0),
  );
  await steps.judgeRecords(running, past(0), null, 0.4);
  await addOpenInspection(today);
}

/** One whose results are out and whose time to rectify or appeal runs: staff have something to answer. */
async function addOpenInspection(today: Day): Promise<void> {
  const steps = await import('./inspection-steps');
  const past = (daysAgo: number) => steps.momentAt(today, -daysAgo * dayLength);
  const open = await steps.assigned(
    {
      title: '2026年市直政务新媒体专项检查',
      scope: { ...scope, levels: ['prefectural'] },
      share: 1,
      inspectionDay: dayBefore(today, 8),
    },
    inspectorOpenids.map(steps.memberOf),
    past(8),
  );
  const silent = { ruleId: 'no-interaction', label: '互动功能', value: '留言与私信均无人回复' };
  await steps.judgeRecords(
    open,
    past(6),
    (_, name) => (name === '福州妇联' ? [findingOf(silent, name)] : []),
    1,
  );
  await steps.publish(open, dayBefore(today, -5), past(5));
}

function findingsOf(index: number, name: string): Finding[] {
  const problem = index % 5 === 1 ? problems[Math.floor(index / 5) % problems.length] : undefined;
  return problem ? [findingOf(problem, name)] : [];
}

function findingOf({ ruleId, label, value }: Problem, name: string): Finding {
  return {
    ruleId,
    times: 1,
    evidence: {
      figures: [{ label, value, asOf: null }],
      link: 'https://mp.weixin.qq.com/s/example',
      fileIds: [],
    },
    note: `示例：${name}`,
  };
}
