import type { Ancestor } from '../../../model/lineage.ts';
import { canonicalId } from '../../../data/model-aliases.ts';

/** Some models and all that their records name as their bases, all the way up; lower case. */
export function lineOf(models: readonly string[], ancestors: readonly Ancestor[]): readonly string[] {
  const byModel = new Map(ancestors.map((ancestor) => [canonicalId(ancestor.model).toLowerCase(), ancestor]));
  const line = new Set(models.map((model) => canonicalId(model).toLowerCase()));
  // A set hands out what is added while it is walked, once each: circles end.
  for (const model of line) {
    const resolution = byModel.get(model)?.resolution;
    if (resolution?.is === 'found')
      for (const base of resolution.bases) line.add(canonicalId(base.model).toLowerCase());
  }
  return [...line];
}
