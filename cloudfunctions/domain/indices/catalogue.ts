import type { SchemeSummary, SchemeTerm } from '../../../typings/indices';
import type { Result } from '../../../typings/result';
import type { Day } from '../../../typings/vocabulary';
import { isCalendarDay } from './days';
import { isGroup, type Scheme, type SchemeNode } from './scheme';
import { schemes } from './schemes';
import { readTransform } from './transforms';
import { validateSchemes } from './validate-schemes';

/** WeChat opened official accounts (微信公众平台) on this day: no version was in force before. */
const accountsBegan = '2012-08-23';

const researchNotice = '仅供研究参考，不作考核依据';

const faults = validateSchemes(schemes);
if (faults.length > 0) {
  const lines = faults.map(({ scheme, at, message }) => `${scheme} ${at}: ${message}`);
  throw new Error(`The schemes that ship are faulty:\n${lines.join('\n')}`);
}

/** The scheme of an id, or `not-found`. */
export function findScheme(id: string): Result<Scheme> {
  const scheme = schemes.find((candidate) => candidate.id === id);
  if (scheme) return { ok: true, value: scheme };
  const known = schemes.map((candidate) => candidate.id).join('、');
  const message = `没有“${id.slice(0, 40)}”这个指数方案，可用的有：${known}`;
  return { ok: false, error: { code: 'not-found', message, fields: { scheme: message } } };
}

export const listSchemes = (): readonly Scheme[] => schemes;

/**
 * The version of a family, or the scheme of an id, that is in force on a day.
 *
 * Errors: `invalid` for what is no day; `not-found` when the day is in no version.
 */
export function schemeInForce(name: string, day: Day): Result<Scheme> {
  const candidates = schemes.filter(({ family, id }) => family === name || id === name);
  if (candidates.length === 0) return findScheme(name);
  if (!isCalendarDay(day)) {
    return dayFault('invalid', `“${day.slice(0, 40)}”不是有效的日期，须写成 2026-11-20 的样子`);
  }
  const found = candidates.find((scheme) => inForce(scheme, day));
  if (found) return { ok: true, value: found };
  const spans = candidates.map(
    ({ id, effective: { from, to } }) => `${id} ${from ?? accountsBegan} 至 ${to ?? '今'}`,
  );
  return dayFault('not-found', `${day} 没有生效的“${name}”版本，各版本生效期：${spans.join('；')}`);
}

function dayFault(code: 'invalid' | 'not-found', message: string): Result<never> {
  return { ok: false, error: { code, message, fields: { day: message } } };
}

/** Days compare as text. */
function inForce({ effective: { from, to } }: Scheme, day: Day): boolean {
  return (from ?? accountsBegan) <= day && (to === null || day <= to);
}

export function summariseScheme(scheme: Scheme): SchemeSummary {
  const { id, family, version, name, purpose, effective, measure, maximum, root, final, sources } =
    scheme;
  return {
    id,
    family,
    version,
    name,
    purpose,
    notice: purpose === 'research' ? researchNotice : null,
    effective,
    measure,
    maximum,
    parts: root.children.map((node) => ({
      ...toldOf(node),
      terms: isGroup(node) ? node.children.map(toldOf) : [],
    })),
    combining:
      final.kind === 'square' ? `各部分按权重相加，平方后乘 ${final.factor}` : '各部分按权重相加',
    sources,
  };
}

function toldOf(node: SchemeNode): SchemeTerm {
  const { key, label, weight } = node;
  const reading = isGroup(node) ? null : readTransform(node.transform, node.unit);
  return { key, label, weight, reading };
}
