import type { AccountAlteration, ProcedureEvent, ProcedureKind } from '../../../typings/lifecycle';
import type { AccountInput, Filing } from '../../../typings/registry';

/** An account's entry after an alteration. */
export function altered(account: AccountInput, alteration: AccountAlteration): AccountInput {
  const { name, operator, agency } = alteration;
  return {
    ...account,
    name: name ?? account.name,
    agency: agency ?? account.agency,
    operation: operator === undefined ? account.operation : { ...account.operation, operator },
  };
}

/** The filing after a procedure's last act: a closed account's is withdrawn. */
export function filed(
  before: Filing,
  kind: ProcedureKind,
  { on, note }: Pick<ProcedureEvent, 'on' | 'note'>,
): Filing {
  if (kind === 'merger' || kind === 'closing') return { ...before, status: 'withdrawn' };
  return { number: note ?? before.number, date: on, status: 'filed' };
}
