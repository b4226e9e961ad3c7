import type { Parameters } from '../parameters';

const longest = 2500;
const normal = 100;
const other = 21000;

/** Words that stand for a verdict, so that each can be tried. */
const verdicts = [
  { word: '测试违规', suggest: 'risky', label: other },
  { word: '测试复核', suggest: 'review', label: other },
];

/** `security.msgSecCheck`, version 2: passes everything but the words that stand for a verdict. */
export function checkText({ content, version, scene, openid }: Parameters): Parameters {
  if (typeof content !== 'string' || content === '' || [...content].length > longest) {
    return { errcode: 44004, errmsg: 'content is empty or too long' };
  }
  if (version !== 2 || ![1, 2, 3, 4].includes(Number(scene))) {
    return { errcode: 40097, errmsg: 'invalid args: version must be 2, scene 1 to 4' };
  }
  if (typeof openid !== 'string' || openid === '') {
    return { errcode: 40003, errmsg: 'invalid openid' };
  }
  const { suggest, label } = verdicts.find(({ word }) => content.includes(word)) ?? {
    suggest: 'pass',
    label: normal,
  };
  return { errcode: 0, errmsg: 'ok', result: { suggest, label }, detail: [] };
}
