import type { ContractDuties } from '../../../typings/contracts';

/** What stays with the agency in any delegation, whatever the contract says. */
export interface Duty {
  code: keyof ContractDuties;
  name: string;
  text: string;
  source: string;
}

const outsourcingRule = '云政办规〔2019〕6号（委托其他专门机构承办的规定）';

export const duties: readonly Duty[] = [
  {
    code: 'qualificationCheck',
    name: '资质审核',
    text: '资质审核：签约前核对承办单位的资质和人员',
    source: outsourcingRule,
  },
  {
    code: 'operatingAgreement',
    name: '承办协议',
    text: '承办协议：签订承办协议，写明权责条款',
    source: outsourcingRule,
  },
  {
    code: 'confidentialityAgreement',
    name: '保密协议',
    text: '保密协议：与承办单位和上岗人员签订保密协议',
    source: outsourcingRule,
  },
  {
    code: 'namedOfficer',
    name: '经办人员',
    text: '经办人员：明确一名具体经办人员对接和监督',
    source: '绵阳市民政局 2023 年比选文件：明确 1 名具体经办人员',
  },
  {
    code: 'processSupervision',
    name: '过程监督',
    text: '过程监督：日常监督、过程监督，主办单位的责任不因委托而转移',
    source: `${outsourcingRule}；谁开设、谁主办，谁应用、谁负责`,
  },
  {
    code: 'reviewBeforePublishing',
    name: '先审后发',
    text: '先审后发：发布前的终审始终由本单位做',
    source: '国办发〔2018〕123号：严格内容发布审核制度，坚持分级分类审核、先审后发',
  },
];
