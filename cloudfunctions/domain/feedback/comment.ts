import type { Result } from '../../../typings/result';

/** The content check of the platform (msgSecCheck) takes no more. */
const mostCharacters = 2500;

interface Rule {
  found: RegExp;
  message: string;
}

/** What a sentence on a public service never needs, and what would carry a person's data. */
const rules: readonly Rule[] = [
  {
    found:
      /(?:https?:\/\/|www\.|[a-z0-9-]+\.(?:com|cn|net|org|top|xyz|cc|vip|io|me|info)(?![a-z]))/i,
    message: '请不要填写网址',
  },
  {
    found: /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}(?!\d)/,
    message: '请不要填写手机号码',
  },
  { found: /(?<!\d)0\d{2,3}[\s-]?\d{7,8}(?!\d)/, message: '请不要填写电话号码' },
  { found: /(?<!\d)\d{17}[\dXx](?!\d)/, message: '请不要填写身份证号码' },
  { found: /<\s*\/?\s*[a-z!][^>]*>|&#?\w+;|\[url|javascript:/i, message: '请不要填写代码' },
];

const controlCharacters = /[\p{Cc}\p{Cf}]/gu;
const whitespace = /\s+/g;

/**
 * Cleans a citizen's sentence (full-width forms folded, control characters dropped, spaces drawn
 * together); `invalid` for links, phone and identity numbers and markup, `too-large` beyond what
 * the platform's content check takes. An empty sentence is no comment.
 */
export function checkComment(comment: string): Result<string> {
  const cleaned = comment.replace(whitespace, ' ').replace(controlCharacters, '').trim();
  if ([...cleaned].length > mostCharacters) {
    const message = `意见不能超过 ${mostCharacters} 字，请缩短后重试`;
    return { ok: false, error: { code: 'too-large', message, fields: { comment: message } } };
  }
  const folded = cleaned.normalize('NFKC');
  const broken = rules.find(({ found }) => found.test(folded));
  if (broken) {
    const message = `${broken.message}，请删去后重试`;
    return { ok: false, error: { code: 'invalid', message, fields: { comment: message } } };
  }
  return { ok: true, value: cleaned };
}
