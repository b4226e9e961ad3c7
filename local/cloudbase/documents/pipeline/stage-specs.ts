import { refused } from '../errors';
import { isDocument, type Value } from '../values/types';
import type { StageSpec } from './stage';

/** Reads an array of `{ $stage: specification }`. @throws ServiceError naming the stage it stands in */
export function stagesOf(pipeline: Value, within: string): StageSpec[] {
  if (!Array.isArray(pipeline)) throw refused(`the pipeline of ${within} must be an array`);
  return pipeline.map((stage) => {
    const [name, ...others] = isDocument(stage) ? Object.keys(stage) : [];
    if (!isDocument(stage) || name === undefined || others.length > 0) {
      throw refused('A pipeline stage specification object must contain exactly one field.');
    }
    return { name, spec: stage[name] ?? null };
  });
}
