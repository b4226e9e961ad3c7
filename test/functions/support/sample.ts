import type { Account } from '../../../typings/registry';

/** A made-up account; what is given replaces what it has. */
export function madeAccount(
  id: string,
  {
    agency,
    ...given
  }: Partial<Omit<Account, 'agency'>> & { agency?: Partial<Account['agency']> } = {},
): Account {
  return {
    id,
    name: `测试账号 ${id}`,
    wechatId: `test_${id.replaceAll('-', '_')}`,
    appId: null,
    kind: 'subscription',
    principal: '测试区人民政府办公室',
    agency: {
      id: `agency-${id}`,
      name: `测试单位 ${id}`,
      level: 'county',
      region: '350102',
      department: 'government-office',
      supervisorUnit: null,
      ...agency,
    },
    operation: {
      mode: null,
      operator: null,
      openedOn: null,
      fullTimeStaff: null,
      partTimeStaff: null,
      annualBudget: null,
    },
    filing: { number: null, date: null, status: 'none' },
    status: 'active',
    closedOn: null,
    sample: false,
    revision: 1,
    updatedAt: '2026-11-01T00:00:00.000Z',
    ...given,
  };
}
