import type { scored } from './scored-rules';

type Rows = Parameters<typeof scored>[2];

/**
 * What local bulletins list as deductions. That they are found is published; how many points each
 * costs was not, so the points are this product's own and add up to the 100 that are deducted from.
 */
export const deductions: Rows = [
  {
    id: 'few-posts',
    label: '内容更新不及时',
    wording: '更新次数少于当地规定的每周篇数。',
    points: 10,
    cap: 20,
    found: {
      by: 'automatic',
      measure: 'posts-per-week',
      limit: null,
      evidence: '最近一期填报的发文篇数',
    },
  },
  {
    id: 'unanswered',
    label: '留言回应不及时',
    wording: '存在超过3个月未回应有效留言的现象。',
    points: 10,
    cap: 20,
    found: {
      by: 'automatic',
      measure: 'unanswered-messages',
      limit: 90,
      evidence: '周期、收到数与回复数',
    },
  },
  {
    id: 'broken-entries',
    label: '功能无法使用',
    wording: '菜单中的服务入口无法使用。',
    points: 5,
    cap: 10,
    found: {
      by: 'automatic',
      measure: 'broken-service-entries',
      limit: null,
      evidence: '入口总数与可用数；检查员逐一试用',
    },
  },
  {
    id: 'not-filed',
    label: '未按规定备案',
    wording: '开设、变更、关停、注销未按规定备案，或备案之外存在账号。',
    points: 10,
    cap: 10,
    found: {
      by: 'automatic',
      measure: 'filing-missing',
      limit: null,
      evidence: '登记的备案状态',
    },
  },
  {
    id: 'filed-late',
    label: '未按期备案',
    wording: '开设、变更、关停、注销没有在当地规定的工作日内备案。',
    points: 5,
    cap: 5,
    found: {
      by: 'automatic',
      measure: 'filing-overdue',
      limit: null,
      evidence: '事项、应备案日与实际备案日；只用当地有明文规定的期限',
    },
  },
  {
    id: 'closed-listed',
    label: '停更未注销',
    wording: '已停止维护的账号未履行注销程序。',
    points: 5,
    cap: 5,
    found: {
      by: 'automatic',
      measure: 'closed-without-procedure',
      limit: null,
      evidence: '关停日期与备案状态',
    },
  },
  {
    id: 'abandoned',
    label: '长期未更新',
    wording: '账号长期未更新（两个月），仍登记为在用。',
    points: 5,
    cap: 5,
    found: {
      by: 'automatic',
      measure: 'abandoned',
      limit: 60,
      evidence: '最近发文日与登记状态',
    },
  },
  {
    id: 'off-topic',
    label: '发布无关信息',
    wording: '发布与政府工作或本部门本行业无关信息。',
    points: 5,
    cap: 5,
    found: { by: 'manual', evidence: '文章链接与截图' },
    ofContent: true,
  },
  {
    id: 'entertainment',
    label: '过度娱乐化',
    wording: '不分场景“卖惨”“卖萌”，过度“娱乐化”。',
    points: 5,
    cap: 5,
    found: { by: 'manual', evidence: '文章链接与截图' },
    ofContent: true,
  },
  {
    id: 'advertising',
    label: '刊登商业广告',
    wording: '刊登商业广告或链接商业广告页面。',
    points: 5,
    cap: 5,
    found: { by: 'manual', evidence: '文章链接与截图' },
    ofContent: true,
  },
  {
    id: 'privacy',
    label: '个人信息未遮挡',
    wording: '未遵循最少化原则，个人身份证号、手机号、银行卡号未进行模糊处理。',
    points: 5,
    cap: 5,
    found: {
      by: 'automatic',
      measure: 'unmasked-number',
      limit: null,
      evidence: '日常监测中由人转检查的标题，号码已遮挡',
    },
    ofContent: true,
  },
  {
    id: 'wrong-forms',
    label: '表述差错',
    wording: '标题中有错别字或不规范表述。',
    points: 1,
    cap: 5,
    found: {
      by: 'automatic',
      measure: 'title-form',
      limit: null,
      evidence: '日常监测中由人转检查的标题与词条',
    },
    ofContent: true,
  },
];

/** What may earn points once an account is above the set's line. */
export const bonuses: Rows = [
  {
    id: 'original-service',
    label: '服务创新',
    wording: '在菜单中提供本单位事项的在线办理并可全程办结。',
    points: 5,
    cap: 10,
    found: { by: 'manual', evidence: '办理入口链接与截图' },
  },
  {
    id: 'interpretation',
    label: '政策解读',
    wording: '对本单位出台的政策以图文、视频等形式解读。',
    points: 2,
    cap: 5,
    found: { by: 'manual', evidence: '文章链接' },
  },
  {
    id: 'response',
    label: '回应关切',
    wording: '就公众留言集中的问题公开回应并说明办理结果。',
    points: 2,
    cap: 5,
    found: { by: 'manual', evidence: '文章链接' },
  },
];
