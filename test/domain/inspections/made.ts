import { createHash } from 'node:crypto';
import type { InspectionFacts } from '../../../cloudfunctions/domain/inspections';
import type { Finding } from '../../../typings/inspections';

export const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An account in good order on the day of its inspection; what is given replaces what it has. */
export function factsOf({
  account,
  ...given
}: Partial<Omit<InspectionFacts, 'account'>> & {
  account?: Partial<InspectionFacts['account']>;
} = {}): InspectionFacts {
  return {
    account: {
      region: '350102',
      kind: 'subscription',
      status: 'active',
      closedOn: null,
      filing: 'filed',
      ...account,
    },
    inspectionDay: '2026-11-25',
    activity: {
      accountId: 'a',
      lastPublished: '2026-11-20',
      source: 'file',
      asOf: '2026-11-24',
      confirmed: false,
    },
    posts: null,
    interactionAvailable: null,
    serviceEntries: null,
    messages: [],
    external: [],
    ...given,
  };
}

export function finding(ruleId: string, given: Partial<Finding> = {}): Finding {
  const evidence = { figures: [], link: 'https://mp.weixin.qq.com/s/x', fileIds: [] };
  return { ruleId, times: 1, evidence, note: null, ...given };
}
