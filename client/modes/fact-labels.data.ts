import { factSections } from './facts/questions.data';

/** Facts that the form does not ask for one by one: known from elsewhere, or asked for in parts. */
const others: Record<string, string> = {
  level: '级别',
  department: '系统',
  kind: '账号类型',
  functions: '三项职能各占多少',
  contentShare: '文章由谁写',
  foundedYear: '开通年份',
  currentMode: '现在的模式',
  followers: '关注人数',
  daysSinceUpdate: '多少天没有更新',
  needs: '需要的平台接口',
  accountsOnPlatform: '本单位在同一平台的账号数',
  'vendors.record': '现承接单位的履约记录',
  'forces.dissemination': '传播力',
  'forces.service': '服务力',
  'forces.interaction': '互动力',
};

/** A fact by its path, as the screens call it. */
export const factLabels: ReadonlyMap<string, string> = new Map([
  ...Object.entries(others),
  ...factSections.flatMap(({ questions }) =>
    questions.map(({ path, label }): [string, string] => [path, label]),
  ),
]);
