import type { Ancestor } from '../../../model/lineage.ts';
import { canonicalId, idsOf } from '../../../data/model-aliases.ts';

/** Words of a name that tell a form of the weights, not another model. */
const FORM = new RegExp(
  `[-_.](?:${[
    'gguf|ggml|gptq|awq|exl2|mlx|hf',
    'fp16|fp8|bf16|int8|int4|4bit|8bit|bnb',
    'unsloth|dynamic',
  ].join('|')})(?=$|[-_.])`,
  'g',
);

/** `TheBloke/Llama-2-7B-GGUF` and `Llama-2-7B` are one model in two dresses; a card may name either. */
export function coreOf(model: string): string {
  return model
    .slice(model.indexOf('/') + 1)
    .toLowerCase()
    .replace(FORM, '')
    .replace(/[^a-z0-9]/g, '');
}

/**
 * The cores of every id that a model has or had: a copy of `meta-llama/Llama-3.1-8B` may still be called
 * `Meta-Llama-3.1-8B-bnb-4bit`.
 */
export function coresOf(model: string): string[] {
  return [...new Set([model, ...idsOf(model)].map(coreOf))];
}

/** Whether two ids name one model, perhaps in two forms. */
export function sameCore(one: string, other: string): boolean {
  const core = coreOf(other);
  return coreOf(one) === core || coresOf(one).includes(core) || coresOf(other).includes(coreOf(one));
}

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
