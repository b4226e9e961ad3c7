import type { FunctionKind } from '../../../typings/modes';
import type { MenuItem } from '../../../typings/positioning';

/**
 * WeChat's limits on a custom menu (official account documents): 3 columns of 5; a column's name
 * is cut after 4 汉字, an item's after 7 in older clients and 8 in newer ones, so 7 here.
 */
export const menuLimits = { columns: 3, items: 5, columnName: 4, itemName: 7 } as const;

export const columnNames: Record<FunctionKind, string> = {
  information: '信息公开',
  service: '办事服务',
  interaction: '互动交流',
};

const item =
  (kind: FunctionKind) =>
  (name: string, purpose: string): MenuItem => ({ name, function: kind, purpose });

const information = item('information');
const service = item('service');
const interaction = item('interaction');

/** Items of each function, the most needed first. */
export const generalItems: Record<FunctionKind, readonly MenuItem[]> = {
  information: [
    information('政策解读', '政策原文和通俗解读'),
    information('通知公告', '正式通知和公告'),
    information('工作动态', '本单位和本地的工作进展'),
    information('政府信息公开', '法定公开内容和依申请公开入口'),
    information('专题专栏', '阶段性的专题'),
  ],
  service: [
    service('办事指南', '事项、材料和流程'),
    service('网上办理', '可在线办理的事项入口'),
    service('进度查询', '已办事项的进度'),
    service('预约服务', '窗口和场所预约'),
    service('办事地图', '窗口地址、时间和电话'),
  ],
  interaction: [
    interaction('我要留言', '咨询、建议和投诉，有答复时限'),
    interaction('常见问题', '高频问题的标准答复'),
    interaction('意见征集', '决策前的民意征集'),
    interaction('满意度评价', '十秒评价本账号'),
    interaction('联系我们', '电话、地址和办公时间'),
  ],
};

/** Words by which a menu already in use is recognised as holding a planned item. */
export const synonyms: Record<string, readonly string[]> = {
  政策解读: ['政策', '解读'],
  通知公告: ['通知', '公告', '公示'],
  工作动态: ['动态', '要闻', '新闻', '资讯'],
  政府信息公开: ['信息公开', '政务公开', '依申请'],
  办事指南: ['指南', '办事', '流程'],
  网上办理: ['网上', '在线', '办理', '掌上', '大厅'],
  进度查询: ['进度', '查询'],
  预约服务: ['预约'],
  办事地图: ['地图', '窗口', '网点'],
  我要留言: ['留言', '咨询', '建议', '投诉', '信箱', '写信'],
  常见问题: ['常见', '问答', '问题'],
  意见征集: ['征集', '调查', '问卷'],
  满意度评价: ['满意', '评价'],
  联系我们: ['联系', '关于', '电话'],
};
