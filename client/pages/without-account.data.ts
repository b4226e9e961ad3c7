import type { Role } from '../../typings/vocabulary';

interface NextStep {
  title: string;
  /** why nothing is here, and what to do */
  text: string;
  action: string;
  /** tab or page to open */
  url: string;
}

/** Whoever has no account to look at: someone new, or by what they are. */
export type Visitor = Role | 'newcomer';

/** What a tab about one account says to someone who has none. */
export const withoutAccount: Record<'submit' | 'mode', Record<Visitor, NextStep>> = {
  submit: {
    newcomer: {
      title: '先接受邀请，再填报',
      text: '填报需要本单位的邀请码，由本单位的管理员或主管部门发给您。',
      action: '填写邀请码',
      url: '/pages/overview/index',
    },
    staff: {
      title: '还没有可以填报的公众号',
      text: '本单位的公众号还没有登记。请先提出备案，登记后就能填报。',
      action: '去备案',
      url: '/registry/procedures/index',
    },
    supervisor: {
      title: '由主办单位的运营人员填报',
      text: '您可以查看管辖范围内各公众号报来的数据，不代为填报。',
      action: '查找账号',
      url: '/registry/accounts/index',
    },
    vendor: {
      title: '由主办单位的运营人员填报',
      text: '受托方的自报数据在合同里填写，与单位填报的并列核对。',
      action: '去我的合同',
      url: '/supervision/contracts/index',
    },
    researcher: {
      title: '由主办单位的运营人员填报',
      text: '研究机构使用已发布的匿名数据集和发展报告。',
      action: '去数据集',
      url: '/research/datasets/index',
    },
  },
  mode: {
    newcomer: {
      title: '还没有可以查看的公众号',
      text: '接受邀请后，这里说明公众号由谁运作、怎样运作更合适。',
      action: '填写邀请码',
      url: '/pages/overview/index',
    },
    staff: {
      title: '还没有可以查看的公众号',
      text: '本单位的公众号还没有登记。请先提出备案，登记后这里说明怎样运作更合适。',
      action: '去备案',
      url: '/registry/procedures/index',
    },
    supervisor: {
      title: '先选一个账号',
      text: '打开管辖范围内的一个账号，这里就说明它由谁运作、怎样运作更合适。',
      action: '查找账号',
      url: '/registry/accounts/index',
    },
    vendor: {
      title: '还没有受托运营的公众号',
      text: '合同登记、生效后，受托运营的公众号会列在这里。',
      action: '去我的合同',
      url: '/supervision/contracts/index',
    },
    researcher: {
      title: '单个公众号的模式不对外公开',
      text: '各种运作模式的分布和变化，见已发布的发展报告。',
      action: '去发展报告',
      url: '/supervision/reports/published/index',
    },
  },
};
