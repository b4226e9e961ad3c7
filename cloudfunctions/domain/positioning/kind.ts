import type { FunctionKind, ModeFacts, Reason } from '../../../typings/modes';
import type { AccountKind } from '../../../typings/vocabulary';

/** A service share from here on makes service the account's main business; our own choice. */
const mainShare = 0.5;

/** A service account's 4 pushes a month of up to 8 articles, as articles a week. */
const servicePostsPerWeek = (4 * 8 * 12) / 52;

/** Interfaces that only a verified service account has; a government subscription account lacks them. */
const serviceOnly = new Set(['template-message', 'parametric-qr', 'location']);

const governmentException =
  '认证的政府订阅号也可以申请微信支付和网页授权（2015 年起对政府与媒体类订阅号开放），单凭这两项不必选服务号';

/** Subscription or service account, with the reasons: function first, then interfaces and pushes. */
export function decideKind(
  functions: Record<FunctionKind, number>,
  { needs = [], workload }: ModeFacts,
): { kind: AccountKind; because: Reason[] } {
  const percent = `${Math.round(functions.service * 100)}%`;
  const serviceLed = functions.service >= mainShare;
  const needed = needs.filter((need) => serviceOnly.has(need));
  const exception = needs.some((need) => need === 'payment' || need === 'web-authorisation');
  const extra: Reason[] = exception ? [{ facts: ['needs'], text: governmentException }] : [];
  const posts = workload?.postsPerWeek;
  if (serviceLed && posts !== undefined && posts > servicePostsPerWeek && needed.length === 0) {
    return {
      kind: 'subscription',
      because: [
        {
          facts: ['functions', 'workload.postsPerWeek'],
          text: `公共服务占 ${percent}，但每周要发 ${posts} 篇，服务号每月 4 次群发放不下`,
        },
        ...extra,
      ],
    };
  }
  if (serviceLed) {
    return {
      kind: 'service',
      because: [
        {
          facts: ['functions'],
          text: `公共服务占 ${percent}，办事多于发布，适合有通知提醒的服务号`,
        },
        ...extra,
      ],
    };
  }
  if (needed.length > 0 && functions.service >= functions.information) {
    return {
      kind: 'service',
      because: [
        {
          facts: ['needs', 'functions'],
          text: '需要模板消息、带参数二维码或地理位置接口，订阅号没有这些接口',
        },
        ...extra,
      ],
    };
  }
  const main = functions.information >= functions.interaction ? '信息公开' : '互动交流';
  return {
    kind: 'subscription',
    because: [
      { facts: ['functions'], text: `以${main}为主，需要经常发布，订阅号每天可以群发 1 次` },
      ...extra,
    ],
  };
}

/** What comes with the kind, good and bad. */
export const consequences: Record<AccountKind, readonly string[]> = {
  subscription: [
    '每天可以群发 1 次，每次最多 8 篇',
    '消息折叠在“订阅号消息”里，没有单独提醒',
    '认证后有自定义菜单、客服和素材接口；认证的政府订阅号可申请微信支付和网页授权',
    '没有模板消息、带参数二维码和地理位置接口',
  ],
  service: [
    '每月只能群发 4 次，每次最多 8 篇，发布要攒成一批',
    '消息显示在聊天列表，有提醒',
    '认证后有模板消息、带参数二维码、地理位置、微信支付和网页授权接口',
    '推送过多容易引起取关，群发应以办事提醒为主',
  ],
};
