import { findScheme, score } from '../../../cloudfunctions/domain/indices';
import published from '../../vectors/indices/published.json';

/** Residuals of every published figure, by scheme, and the rows that do not reproduce. */
function valuesOf(id: string, record: unknown): Record<string, number> {
  const scheme = findScheme(id);
  const scored = scheme.ok ? score(scheme.value, record) : scheme;
  if (!scored.ok) throw new Error(scored.error.message);
  const parts = Object.entries(scored.value.parts).map(([key, { value }]) => [key, value]);
  return { value: scored.value.value, ...Object.fromEntries(parts) };
}

interface Family {
  rows: number;
  values: number;
  largestResidual: number;
}

const families: Record<string, Family> = {};
for (const { scheme, record, expected } of published.full) {
  const family = families[scheme] ?? { rows: 0, values: 0, largestResidual: 0 };
  families[scheme] = family;
  const values = valuesOf(scheme, record);
  const figures = { value: expected.value, ...(expected.parts ?? {}) };
  family.rows += 1;
  for (const [key, figure] of Object.entries(figures)) {
    family.values += 1;
    const residual = Math.abs((values[key] ?? Number.NaN) - figure);
    family.largestResidual = Math.max(family.largestResidual, residual);
  }
}
for (const [scheme, family] of Object.entries(families)) {
  console.log(JSON.stringify({ scheme, ...family }));
}
console.log(JSON.stringify({ publishedInPart: published.partial.length }));
for (const { id, scheme, record, published: figure, cause } of published.notReproduced) {
  const { value } = valuesOf(scheme, record);
  console.log(JSON.stringify({ notReproduced: id, published: figure, recomputed: value, cause }));
}
