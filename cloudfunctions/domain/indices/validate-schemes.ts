import { dayNumber } from './days';
import { placeOf } from './figures';
import { greatestOf } from './greatest';
import { metricFacts } from './metrics.data';
import { type Group, isGroup, type Scheme, type SchemeNode, type Term } from './scheme';
import { transformFault } from './transforms';

/** What is wrong with a scheme, and where: `schemes/<id>`, then the keys down to the node. */
export interface SchemeFault {
  scheme: string;
  at: string;
  message: string;
}

type Report = (at: string, message: string) => void;

/** Replies are counted against comments; nothing else of popularity may enter an assessment. */
const assessmentBases = new Set<string>(['comments']);

/** Checks schemes as they are loaded, alone and against the other versions of their family. */
export function validateSchemes(schemes: readonly Scheme[]): SchemeFault[] {
  const faults: SchemeFault[] = [];
  const seen = new Set<string>();
  for (const scheme of schemes) {
    const report: Report = (at, message) => faults.push({ scheme: scheme.id, at, message });
    if (seen.has(scheme.id)) report('id', '方案编号重复');
    seen.add(scheme.id);
    checkHead(scheme, report);
    checkGroup(scheme, scheme.root, scheme.root.key, report);
    checkKeys(scheme.root, report);
  }
  return [...faults, ...overlaps(schemes)];
}

function checkHead(scheme: Scheme, report: Report): void {
  const { effective, final, readCap, withoutArticles, root } = scheme;
  for (const day of [effective.from, effective.to]) {
    if (day !== null && dayNumber(day) === null) report('effective', `“${day}”不是日期`);
  }
  if (effective.from !== null && effective.to !== null && effective.from > effective.to) {
    report('effective', '启用日晚于停用日');
  }
  if (final.kind === 'square' && !(final.factor > 0 && Number.isFinite(final.factor))) {
    report('final', '系数须大于 0');
  }
  if (!Number.isInteger(readCap) || readCap < 100_000) report('readCap', '“10万+”须至少计 100000');
  const parts = new Set(root.children.map(({ key }) => key));
  for (const key of withoutArticles?.valueless ?? []) {
    if (!parts.has(key)) report('withoutArticles', `没有“${key}”这个分项`);
  }
}

function checkGroup(scheme: Scheme, group: Group, at: string, report: Report): void {
  if (!(group.minimum > 0 && group.minimum <= 1)) report(at, '最低覆盖率须在 0–1 之间');
  if (group.scale !== undefined && !(group.scale > 0)) report(at, '倍数须大于 0');
  const total = group.children.reduce((sum, { weight }) => sum + weight, 0);
  if (Math.abs(total - 1) > 1e-9) report(at, `各项权重之和为 ${total}，须为 1`);
  for (const child of group.children) {
    const path = `${at}/${child.key}`;
    if (!(child.weight > 0)) report(path, '权重须大于 0');
    if (isGroup(child)) checkGroup(scheme, child, path, report);
    else checkTerm(scheme, child, path, report);
  }
}

function checkTerm(scheme: Scheme, term: Term, at: string, report: Report): void {
  const { of, over = [], overPlus, round, times, whenEmpty } = term.quantity;
  const names = [...of, ...over.flat()];
  const unknown = names.filter((name) => placeOf(name) < 0);
  if (unknown.length > 0) report(at, `没有这些指标：${unknown.join('、')}`);
  if (of.length === 0 || over.some((factor) => factor.length === 0)) report(at, '分子或分母为空');
  if (times !== undefined && !(times > 0 && Number.isFinite(times))) report(at, '倍数须大于 0');
  if (overPlus !== undefined && !(overPlus > 0 && over.length > 0)) {
    report(at, '分母的加数须大于 0，且须有分母');
  }
  const fault = transformFault(term.transform);
  if (fault !== null) report(at, fault);
  const plainShare = over.length === 1 && (times ?? round ?? whenEmpty ?? overPlus) === undefined;
  if (term.transform.kind === 'share' && !plainShare) report(at, '比例须恰有一个分母，且不再换算');
  if (unknown.length > 0 || fault !== null) return;
  if (scheme.maximum !== null && greatestOf(term) === null)
    report(at, '该项没有上界，而方案声明了满分');
  if (scheme.purpose === 'assessment') checkAssessment(term, at, report);
}

function checkAssessment({ quantity, transform }: Term, at: string, report: Report): void {
  const popular = (name: string): boolean =>
    Object.entries(metricFacts).some(([known, facts]) => known === name && facts.popularity);
  const bases = (quantity.over ?? []).flat().filter(popular);
  const allowed = transform.kind === 'share' && bases.every((name) => assessmentBases.has(name));
  const refused = [...quantity.of.filter(popular), ...(allowed ? [] : bases)];
  if (refused.length > 0)
    report(at, `考核方案不得使用关注点赞、转发评论等指标：${refused.join('、')}`);
}

function checkKeys(root: Group, report: Report): void {
  const seen = new Set<string>();
  const visit = (node: SchemeNode): void => {
    if (seen.has(node.key)) report(node.key, '键重复');
    seen.add(node.key);
    if (isGroup(node)) node.children.forEach(visit);
  };
  visit(root);
}

/** Two versions of a family in force on one day. Days compare as text. */
function overlaps(schemes: readonly Scheme[]): SchemeFault[] {
  return schemes.flatMap((scheme, index) =>
    schemes
      .slice(0, index)
      .filter((other) => other.family === scheme.family && overlap(scheme, other))
      .map((other) => ({
        scheme: scheme.id,
        at: 'effective',
        message: `与 ${other.id} 的生效日期重叠`,
      })),
  );
}

function overlap(a: Scheme, b: Scheme): boolean {
  const before = (x: Scheme, y: Scheme): boolean =>
    x.effective.to !== null && y.effective.from !== null && x.effective.to < y.effective.from;
  return !before(a, b) && !before(b, a);
}
