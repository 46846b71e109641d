import { dataText } from './data-source.ts';

/** What the Hub renamed, read once. */
interface Renames {
  /** Today's id, by the old one in lower case. */
  readonly today: ReadonlyMap<string, string>;
  /** The old ids in lower case, by today's in lower case. */
  readonly former: ReadonlyMap<string, readonly string[]>;
  /** Today's ids, by the old name behind the slash. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

let shipped: Renames | undefined;

const renames = (): Renames => (shipped ??= readRenames());

/** From the first two cells of each row. */
function readRenames(): Renames {
  const rows = dataText('data/model-aliases.tsv')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [id = '', canonical = ''] = line.split('\t', 2);
      return canonical === '' ? [] : [[id.toLowerCase(), canonical] as const];
    });
  const today = new Map(rows);
  const [former, named] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const [id, canonical] of today) {
    add(former, canonical.toLowerCase(), id);
    add(named, id.slice(id.lastIndexOf('/') + 1), canonical);
  }
  return { today, former, named };
}

function add(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/**
 * The id that the Hub uses today for a model it renamed (`gpt2` is `openai-community/gpt2`); else the id as
 * given.
 */
export function canonicalId(model: string): string {
  return renames().today.get(model.toLowerCase()) ?? model;
}

/** Every id, the old ones too, that names the model that this one names. */
export function idsOf(model: string): string[] {
  const canonical = canonicalId(model);
  return [
    ...(canonicalId(canonical) === canonical ? [canonical] : []),
    ...(renames().former.get(canonical.toLowerCase()) ?? []),
  ];
}

/** Today's ids of models that once had this name behind the slash. */
export function aliasesNamed(name: string): readonly string[] {
  return renames().named.get(name.toLowerCase()) ?? [];
}

/** Whether two ids name one model on the Hub: case and renames do not count. */
export function sameModel(one: string, other: string): boolean {
  return canonicalId(one).toLowerCase() === canonicalId(other).toLowerCase();
}

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
