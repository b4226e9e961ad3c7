import type { Application, LifecycleRules } from '../../../typings/lifecycle';
import type { Account } from '../../../typings/registry';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { laterDay } from './deadlines';

/**
 * The public notice of a merger or a closing: what stops when, where the work is found from then on,
 * and until when the notice stands. Null for the kinds that need none.
 */
export function noticeText(
  account: Pick<Account, 'name' | 'wechatId' | 'agency'>,
  { kind, plannedOn, successor }: Application,
  { noticeDays }: LifecycleRules,
  publishedOn: Day,
): string | null {
  if (kind !== 'merger' && kind !== 'closing') return null;
  const until = laterDay(publishedOn, noticeDays.days);
  const stopsOn = plannedOn > until ? plannedOn : until;
  const place = successor && [
    `“${successor.name}”`,
    successor.wechatId ? `（微信号：${successor.wechatId}）` : '',
  ];
  return [
    `${kind === 'merger' ? '账号合并公告' : '账号关停公告'}`,
    `因工作需要，${account.agency.name}主办的微信公众号“${account.name}”（微信号：${account.wechatId}）将于${dayName(stopsOn)}起停止更新并办理${kind === 'merger' ? '合并' : '注销'}。`,
    ...(place
      ? [
          `此后相关信息和服务请关注${place.join('')}${successor?.link ? `，链接：${successor.link}` : ''}。`,
        ]
      : ['此后相关信息请以本单位门户网站发布的为准。']),
    `公告期自${dayName(publishedOn)}至${dayName(until)}。感谢您的关注和支持。`,
    account.agency.name,
    dayName(publishedOn),
  ].join('\n');
}
