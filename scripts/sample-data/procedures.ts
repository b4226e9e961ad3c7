import { laterDay, rulesFor } from '../../cloudfunctions/domain/lifecycle';
import { isWorkday } from '../../cloudfunctions/platform/workdays';
import type { Application, ProcedureEvent, ProcedureKind } from '../../typings/lifecycle';
import type { Account } from '../../typings/registry';

const reasons: Record<ProcedureKind, string> = {
  filing: '账号新开设，按规定备案',
  change: '运营单位合同到期，收回本单位运营',
  merger: '功能与区级账号重复，合并运营',
  closing: '关注度低、无专人维护，按要求关停',
};

/** Procedures under way in one city, each at another step; one of them late. */
export function sampleProcedures(accounts: Account[], today: string) {
  const open = accounts.filter(
    ({ id, agency, status }) =>
      id.includes('-county-') && agency.region.startsWith('3501') && status === 'active',
  );
  const plans: { kind: ProcedureKind; acts: [ProcedureEvent['act'], number][]; planned: number }[] =
    [
      {
        kind: 'closing',
        planned: -3,
        acts: [
          ['apply', -50],
          ['approve', -48],
          ['notice', -45],
        ],
      },
      { kind: 'closing', planned: 20, acts: [['apply', -4]] },
      {
        kind: 'change',
        planned: -12,
        acts: [
          ['apply', -20],
          ['approve', -15],
          ['carry-out', -12],
        ],
      },
      { kind: 'filing', planned: -2, acts: [['apply', -1]] },
    ];
  return plans.flatMap(({ kind, planned, acts }, index) => {
    const account = open[index];
    if (!account) return [];
    const events = acts.map(([act, days], at): ProcedureEvent => {
      const on = laterDay(today, days);
      const by = act === 'approve' ? 'supervisor' : 'staff';
      const note = act === 'apply' ? reasons[kind] : null;
      return { sequence: at + 1, act, on, note, at: `${on}T02:00:00Z`, by };
    });
    const application: Application = {
      kind,
      reason: reasons[kind],
      plannedOn: laterDay(today, planned),
      collectiveDecision: { on: laterDay(today, -55), record: '局务会议纪要第 18 期' },
      leaderConsent: { on: laterDay(today, -54), by: '示例负责人' },
      responsible: '示例负责人',
      contact: '示例联系人',
      phone: '0591-00000000',
      alteration: kind === 'change' ? { operator: null } : null,
      successor: null,
    };
    const reckoning = { rules: rulesFor(account.agency.region, today), isWorkday, today };
    return [{ account: { ...account, vendorIds: [] }, application, events, reckoning }];
  });
}
