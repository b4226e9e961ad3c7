import { setTimeout as wait } from 'node:timers/promises';
import type { Parameters } from '../parameters';

const longest = 2500;
const normal = 100;
const other = 21000;

/** Words that stand for a verdict, so that each can be tried. */
const verdicts = [
  { word: '测试违规', suggest: 'risky', label: other },
  { word: '测试复核', suggest: 'review', label: other },
];

/** The platform is busy; the platform does not answer in time. */
const troubles = { busy: '测试繁忙', silent: '测试超时' };
const silence = 30_000;

/**
 * `security.msgSecCheck`, version 2: passes everything but the words that stand for a verdict, or for
 * trouble.
 */
export async function checkText({
  content,
  version,
  scene,
  openid,
}: Parameters): Promise<Parameters> {
  if (typeof content !== 'string' || content === '' || [...content].length > longest) {
    return { errcode: 44004, errmsg: 'content is empty or too long' };
  }
  if (version !== 2 || ![1, 2, 3, 4].includes(Number(scene))) {
    return { errcode: 40097, errmsg: 'invalid args: version must be 2, scene 1 to 4' };
  }
  if (typeof openid !== 'string' || openid === '') {
    return { errcode: 40003, errmsg: 'invalid openid' };
  }
  if (content.includes(troubles.busy)) return { errcode: -1, errmsg: 'system error' };
  if (content.includes(troubles.silent)) await wait(silence, undefined, { ref: false });
  const { suggest, label } = verdicts.find(({ word }) => content.includes(word)) ?? {
    suggest: 'pass',
    label: normal,
  };
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: [] };
}
