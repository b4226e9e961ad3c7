import type { ContractDuties } from '../../../typings/contracts';

export const dutyLabels: Record<keyof ContractDuties, string> = {
  qualificationCheck: '资质审核',
  operatingAgreement: '承办协议',
  confidentialityAgreement: '保密协议',
  namedOfficer: '经办人员',
  processSupervision: '过程监督',
  reviewBeforePublishing: '先审后发',
};
