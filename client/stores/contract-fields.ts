import type { ContractDuties, ContractInput } from '../../typings/contracts';
import type { Procurement, Purchase } from '../../typings/modes';
import { parseFigure } from '../figures';

/** Fields that are typed; keys are the paths that the function's errors name. */
export type ContractTextField =
  | 'vendorName'
  | 'vendorCode'
  | 'startsOn'
  | 'endsOn'
  | 'priceYuan'
  | 'acceptor'
  | 'reason'
  | keyof ContractDuties;

/** What is chosen rather than typed. */
export interface ContractChoices {
  accountIds: string[];
  scope: Purchase[];
  procurement: Procurement;
  settledBy: ContractInput['settledBy'];
}

const duties: (keyof ContractDuties)[] = [
  'qualificationCheck',
  'operatingAgreement',
  'confidentialityAgreement',
  'namedOfficer',
  'processSupervision',
  'reviewBeforePublishing',
];
const required: ContractTextField[] = [
  'vendorName',
  'vendorCode',
  'startsOn',
  'endsOn',
  'priceYuan',
  'acceptor',
];
const dayShape = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with a field, in Chinese; the chosen ones and the KPIs beside the typed. */
export type ContractErrors = Partial<
  Record<ContractTextField | 'accountIds' | 'scope' | 'kpis', string>
>;

export type ContractText = Partial<Record<ContractTextField, string>>;

interface Written {
  text: ContractText;
  choices: ContractChoices;
  /** percent; null without KPIs */
  totalWeight: number | null;
  /** a contract that stands is changed, with a reason */
  isChange: boolean;
}

/** What a person can see to be wrong before anything is sent; empty when nothing is. */
export function checkContract({ text, choices, totalWeight, isChange }: Written): ContractErrors {
  const errors: ContractErrors = {};
  const price = parseFigure(plainField(text, 'priceYuan'), false);
  if (!price.ok) errors.priceYuan = price.message;
  for (const field of ['startsOn', 'endsOn', ...duties] as const) {
    const day = plainField(text, field);
    if (field !== 'namedOfficer' && day !== '' && !dayShape.test(day)) {
      errors[field] = '请按 2026-01-01 的样子填写。';
    }
  }
  for (const field of required) if (plainField(text, field) === '') errors[field] = '这一项必填。';
  if (isChange && plainField(text, 'reason') === '') errors.reason = '请写明为什么修改。';
  if (choices.accountIds.length === 0) errors.accountIds = '至少选择一个账号。';
  if (choices.scope.length === 0) errors.scope = '请选择购买范围。';
  if (totalWeight !== null && Math.abs(totalWeight - 100) > 0.5) {
    errors.kpis = `权重合计应为 100%，现在是 ${totalWeight}%。`;
  }
  return errors;
}

/** A field as it is read: full-width digits and letters made plain, blanks around it gone. */
export function plainField(text: ContractText, field: ContractTextField): string {
  return (text[field] ?? '').normalize('NFKC').trim();
}
