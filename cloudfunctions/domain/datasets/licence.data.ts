import type { Licence } from '../../../typings/datasets';

/** What a researcher agrees to before the first download. A change of terms is a new id. */
export const licence: Licence = {
  id: 'zw-research-1',
  title: '研究数据使用许可 第 1 版',
  terms: [
    '只用于申请时写明的研究目的，到期后停止使用并删除数据。',
    '不以任何方式辨认具体账号、单位或个人，不与其他数据比对来辨认；无意中认出的，不得告知他人，并通知发布方。',
    '不转交、不公开原始数据；需要共享的，请对方自行申请。',
    '发表成果时注明引用格式与校验值，只公布汇总结果，每个汇总至少包含 5 个账号。',
    '数据仅供研究参考，不作考核依据，不用于给单位或个人排名问责。',
  ],
};
