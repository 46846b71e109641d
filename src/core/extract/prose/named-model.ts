import { familyNamed } from '../../data/families.ts';
import { canonicalId } from '../../data/model-aliases.ts';
import { KNOWN_TO, modelsNamed } from '../../data/models-named.ts';
import { ownerOf, sameOwner } from '../../data/owners.ts';
import { sortedTable } from '../../data/sorted-table.ts';
import { familyIn } from './family-names.ts';

/** What a name without an owner, or a path, tells: a model, or its family alone. Never more than likely. */
export interface Guess {
  /** The model's id, or the family's name. */
  readonly model: string;
  readonly hub: boolean;
  /** The family, where one is known beside the model. */
  readonly family?: string;
}

/** What a guess says in a claim on an upstream. */
export function guessed({ model, hub, family }: Guess) {
  return { model, hub, guess: family === undefined ? {} : { family } };
}

/** ModelScope writes a dot in the name of a folder so. */
export const withDots = (name: string) => name.replaceAll('___', '.');

/** Words of folders between a model's name and its variation, as Kaggle has them. */
const FRAMEWORK =
  /^(?:transformers|pytorch|keras|tensorflow2?|jax|flax|gguf|safetensors|other|default|hf|\d+)$/i;
const FILE = /\.(?:safetensors|ckpt|bin|pth?|gguf|ggml|onnx|zip)$/i;

/** The model that a name without an owner stands for, where one alone is called so; else its family. */
export function modelCalled(name: string): Guess | undefined {
  const family = familyIn(name);
  const model = /\d/.test(name) && name.length > 5 ? oneNamed(name, family) : undefined;
  if (model !== undefined) return { model, hub: true, ...(family === undefined ? {} : { family }) };
  return family === undefined ? undefined : { model: family, hub: false, family };
}

/** What a path on somebody's machine tells: the last folder that is called as a model is. */
export function modelInPath(path: string): Guess | undefined {
  const parts = withDots(path)
    .split(/[\\/]/)
    .map((part) => part.replace(FILE, ''))
    .filter((part) => part !== '');
  for (let nth = parts.length - 1; nth >= 0; nth -= 1) {
    const name = parts[nth] ?? '';
    const owned = nth > 0 ? known(`${parts[nth - 1] ?? ''}/${name}`) : undefined;
    if (owned !== undefined) return { model: owned, hub: true };
    const variation = parts.slice(nth + 1).find((part) => !FRAMEWORK.test(part));
    const whole = variation === undefined ? undefined : modelCalled(`${name}-${variation}`);
    const guess = /\d/.test(name) ? (whole?.hub === true ? whole : modelCalled(name)) : undefined;
    if (guess) return guess;
  }
  return undefined;
}

/** What a value of `base_model` that is no id is called after. */
export function modelMeant(raw: string, why: string): Guess | undefined {
  if (why === 'path') return modelInPath(raw);
  return why === 'word' ? modelCalled(withDots(raw).replace(/\s+/g, '-')) : undefined;
}

const models = () => sortedTable('data/models.tsv');

function known(id: string): string | undefined {
  const row = models().row(id);
  return row?.['id'] === undefined ? undefined : canonicalId(row['id']);
}

/**
 * The one model of this name, or the one that the family's maker has, however it parts letters and numbers.
 */
function oneNamed(name: string, family: string | undefined): string | undefined {
  const lower = name.toLowerCase();
  const maker = family === undefined ? undefined : familyNamed(family)?.owner;
  // "Llama-3-8B" is short for Meta-Llama-3-8B.
  const whole =
    maker === undefined || maker === null ? [] : [`${maker.split('-')[0]?.toLowerCase() ?? ''}-${lower}`];
  for (const spelling of new Set([lower, lower.replace(/([a-z])-(?=\d)/, '$1'), ...whole])) {
    const rows = modelsNamed(spelling, models()).filter(
      (row) => family !== undefined || Number(row['used_by']) >= KNOWN_TO,
    );
    const [row, ...others] = maker ? rows.filter(({ id = '' }) => sameOwner(ownerOf(id), maker)) : rows;
    if (row?.['id'] !== undefined) return others.length === 0 ? canonicalId(row['id']) : undefined;
  }
  return undefined;
}
