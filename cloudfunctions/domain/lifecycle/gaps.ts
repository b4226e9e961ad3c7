import type { FilingGap, FilingGapKind } from '../../../typings/lifecycle';
import type { Account } from '../../../typings/registry';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { type IsWorkday, lastDay } from './deadlines';
import { rulesFor } from './rules';

/** What is known of a closed account beside the registry. */
export interface ClosedTraces {
  /** a procedure closed it */
  byProcedure: boolean;
  /** names of accounts that link to it still */
  linkedFrom: string[];
  /** day of its newest article; null when none is known */
  lastPublished: Day | null;
}

/** An active account that is not filed; null when it is. */
export function unfiledGap(account: Account, today: Day, isWorkday: IsWorkday): FilingGap | null {
  const { filing, operation, status } = account;
  if (status !== 'active' || filing.status === 'filed') return null;
  const limit = rulesFor(account.agency.region, today).limits.file;
  const dueOn = limit && operation.openedOn ? lastDay(operation.openedOn, limit, isWorkday) : null;
  const days = limit ? `${limit.days} 个${limit.unit === 'working' ? '工作日' : '自然日'}` : '';
  return {
    ...identityOf(account),
    kind: filing.status === 'pending' ? 'filing-pending' : 'unfiled',
    dueOn,
    overdue: dueOn !== null && dueOn < today,
    evidence: operation.openedOn
      ? `${dayName(operation.openedOn)}开通，应在 ${days}内备案${limit?.basis === 'reference' ? '（参照期限）' : ''}`
      : '没有登记开通日期，无法推算期限',
  };
}

/** What is wrong with an account that the registry has as closed; each thing its own line. */
export function closedGaps(account: Account, traces: ClosedTraces): FilingGap[] {
  const { closedOn } = account;
  const gap = (kind: FilingGapKind, evidence: string): FilingGap => ({
    ...identityOf(account),
    kind,
    dueOn: null,
    overdue: false,
    evidence,
  });
  const { byProcedure, linkedFrom, lastPublished } = traces;
  const isPublishing = closedOn !== null && lastPublished !== null && lastPublished > closedOn;
  return [
    ...(isPublishing
      ? [
          gap(
            'closed-still-publishing',
            `${dayName(closedOn)}关停，${dayName(lastPublished)}仍有发文`,
          ),
        ]
      : []),
    ...(linkedFrom.length > 0
      ? [
          gap(
            'closed-still-linked',
            `仍被 ${linkedFrom.length} 个账号链接：${linkedFrom.slice(0, 3).join('、')}${linkedFrom.length > 3 ? '等' : ''}`,
          ),
        ]
      : []),
    ...(byProcedure
      ? []
      : [
          gap(
            'closed-without-procedure',
            `${closedOn ? dayName(closedOn) : '日期不明，已'}关停，没有关停或合并的办理记录`,
          ),
        ]),
  ];
}

function identityOf({ id, name, agency, filing, sample }: Account) {
  return {
    accountId: id,
    accountName: name,
    agencyName: agency.name,
    filing: filing.status,
    sample,
  };
}
