import type { ApiError } from '../../../typings/answer';
import type { BoardFace, BoardMeasure, BoardQuery } from '../../../typings/leaderboards';
import type { Result } from '../../../typings/result';
import type { Day } from '../../../typings/vocabulary';
import { regionScopeLabel } from '../../domain/access/label';
import { dayName } from '../../domain/day-name';
import {
  findScheme,
  type Period,
  parsePeriod,
  periodLabel,
  type Scheme,
  summariseScheme,
} from '../../domain/indices';
import { columns } from '../../domain/registry/columns.data';
import { scoredSchemes } from '../../domain/submissions/scored-schemes.data';
import { regionNames } from '../shared/regions';

/** A board's scheme and period, once they can have one. */
export interface Grounds {
  scheme: Scheme;
  period: Period;
}

const measureLabels: Record<Exclude<BoardMeasure, 'index'>, string> = {
  dissemination: '传播力',
  service: '服务力',
  interaction: '互动力',
  growth: '增长',
};

/** Errors: `invalid` for a scheme that is not kept, a measure that it has not, or a period to come. */
export function groundsOf(query: BoardQuery, today: Day): Result<Grounds> {
  const scheme = findScheme(query.scheme);
  const period = parsePeriod(query.period);
  if (!period.ok) return period;
  if (!scheme.ok || !scoredSchemes.includes(query.scheme)) {
    return refuse('scheme', '这个方案没有留存得分，不能做榜单。');
  }
  const { measure } = query;
  const isForce = measure !== 'index' && measure !== 'growth';
  if (isForce && !scheme.value.root.children.some(({ key }) => key === measure)) {
    return refuse('measure', '这个方案没有三力，请改看指数或增长。');
  }
  if (period.value.kind === 'custom') return refuse('period', '自选周期没有榜单。');
  if (period.value.from > today) return refuse('period', '这一期还没有开始。');
  return { ok: true, value: { scheme: scheme.value, period: period.value } };
}

/** Errors: `invalid` for a period that is not over, or a scheme that was not in force at its end. */
export function mayPublish({ scheme, period }: Grounds, today: Day): Result<Grounds> {
  if (period.to >= today) {
    return refuse('period', `这一期到${dayName(period.to)}才结束，结束后才能发布榜单。`);
  }
  const { from, to } = scheme.effective;
  if ((from !== null && from > period.to) || (to !== null && to < period.to)) {
    return refuse(
      'scheme',
      `「${scheme.name}」在${dayName(period.to)}没有生效，不能用来发布这一期榜单。`,
    );
  }
  return { ok: true, value: { scheme, period } };
}

export function faceOf(
  query: BoardQuery,
  { scheme, period }: Grounds,
  state: Pick<BoardFace, 'cutOff' | 'size' | 'sample'>,
): BoardFace {
  const { name, version, purpose } = scheme;
  return {
    ...query,
    title: titleOf(query, { scheme, period }),
    schemeName: name,
    schemeVersion: version,
    purpose,
    notice: summariseScheme(scheme).notice,
    ...state,
  };
}

function titleOf(query: BoardQuery, { scheme, period }: Grounds): string {
  const { regionPrefix = '', levels, department, kind, mode, measure } = query;
  const regions = regionNames();
  const scope = regionScopeLabel({ kind: 'region', regionPrefix, levels, department }, regions);
  const narrowed = [
    scope.replace(' · 全部账号', ''),
    ...(kind ? [columns.kind.show(kind, regions)] : []),
    ...(mode ? [columns.mode.show(mode, regions)] : []),
  ];
  const measured = measure === 'index' ? scheme.root.label : measureLabels[measure];
  return `${narrowed.join(' · ')} ${periodLabel(period)}${measured}榜`;
}

function refuse(field: string, message: string): { ok: false; error: ApiError } {
  return { ok: false, error: { code: 'invalid', message, fields: { [field]: message } } };
}
