import { dataText } from '../data/data-source.ts';
import type { Written } from './config.ts';

/** The part of JSON Schema that `schema/config.schema.json` uses. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  /** What a text of the pattern looks like. */
  readonly examples?: readonly string[];
  readonly minimum?: number;
  readonly minItems?: number;
  /** One for all items, or one for each of the first few. */
  readonly items?: Schema | readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

/** What is wrong with a config, and where: the way of keys to it. */
export interface Trouble {
  readonly path: readonly (string | number)[];
  readonly what: string;
  /** The words that would have been understood there. */
  readonly known: readonly string[];
  readonly word: string;
  /** What to do where no word is near. */
  readonly hint?: string;
}

/** The types of JSON in the words of who writes YAML. */
const TYPES: Readonly<Record<string, string>> = {
  object: 'keys with values',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'nothing',
};
const typeWords = (type: string) => TYPES[type] ?? type;

let shipped: Schema | undefined;

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** Holds a value against the shipped schema. The first trouble is enough to say. */
export function troubleIn(value: unknown): Trouble | undefined {
  shipped ??= JSON.parse(dataText('schema/config.schema.json')) as Schema;
  return check(value, shipped, [], shipped);
}

/** Whether a value has the form of a config; the shipped schema says what that is. */
export function isWritten(value: unknown): value is Written {
  return troubleIn(value) === undefined;
}

const referred = (schema: Schema, root: Schema): Schema =>
  schema.$ref === undefined ? schema : (root.definitions?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});

/** A value as a message names it; of lists and objects only that they are such. */
const shown = (value: unknown) =>
  typeof value === 'object'
    ? typeWords(typeOf(value))
    : (JSON.stringify(value) ?? typeOf(value)).slice(0, 80);

function check(value: unknown, schema: Schema, path: Trouble['path'], root: Schema): Trouble | undefined {
  if (schema.$ref !== undefined) return check(value, referred(schema, root), path, root);
  if (schema.anyOf) return checkAny(value, schema.anyOf, path, root);
  if (schema.enum && !schema.enum.includes(value)) return unlisted(value, schema.enum, path);
  if (schema.type !== undefined && typeOf(value) !== schema.type)
    return trouble(path, `takes ${typeWords(schema.type)}, not ${typeWords(typeOf(value))}`);
  if (schema.pattern !== undefined && typeof value === 'string' && !new RegExp(schema.pattern).test(value)) {
    const examples = (schema.examples ?? [schema.pattern]).map((one) => `"${one}"`).join(' or ');
    return trouble(path, `is "${value.slice(0, 80)}"; it is written like ${examples}`);
  }
  if (schema.minimum !== undefined && typeof value === 'number' && value < schema.minimum)
    return trouble(path, `is ${value}; it is at least ${schema.minimum}`);
  if (schema.minItems !== undefined && Array.isArray(value) && value.length < schema.minItems)
    return trouble(path, 'is empty');
  if (Array.isArray(value) && schema.items)
    return first(
      value.map(
        (item: unknown, index) => () => check(item, itemSchema(schema.items, index), [...path, index], root),
      ),
    );
  if (typeOf(value) === 'object')
    return checkKeys(value as Readonly<Record<string, unknown>>, schema, path, root);
  return undefined;
}

function checkKeys(
  value: Readonly<Record<string, unknown>>,
  schema: Schema,
  path: Trouble['path'],
  root: Schema,
): Trouble | undefined {
  const known = Object.keys(schema.properties ?? {});
  const missing = schema.required?.find((key) => !Object.hasOwn(value, key));
  if (missing !== undefined) return trouble(path, `lacks "${missing}"`);
  return first(
    Object.entries(value).map(([key, item]) => () => {
      const own =
        schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
      if (own) return check(item, own, [...path, key], root);
      if (schema.additionalProperties === false)
        return { path: [...path, key], what: 'is an unknown key', known, word: key };
      return typeof schema.additionalProperties === 'object'
        ? check(item, schema.additionalProperties, [...path, key], root)
        : undefined;
    }),
  );
}

function itemSchema(items: Schema['items'], index: number): Schema {
  return (isList(items) ? items[index] : items) ?? {};
}

const isList = (items: Schema['items']): items is readonly Schema[] => Array.isArray(items);

/**
 * A value that is none of those that may stand here; texts are what people write, so only they are near a
 * word.
 */
function unlisted(value: unknown, words: readonly unknown[], path: Trouble['path']): Trouble {
  return {
    path,
    what: `is ${shown(value)}; expected one of ${words.join(', ')}`,
    known: words.filter((word) => typeof word === 'string'),
    word: typeof value === 'string' ? value : '',
    hint: '',
  };
}

/** What is wrong with a value of several forms: what its own form has to say, else which forms there are. */
function checkAny(
  value: unknown,
  forms: readonly Schema[],
  path: Trouble['path'],
  root: Schema,
): Trouble | undefined {
  const told = forms.map((form) => ({ one: referred(form, root), found: check(value, form, path, root) }));
  if (told.some(({ found }) => found === undefined)) return undefined;
  const words = told.flatMap(({ one }) => one.enum ?? []);
  if (words.length > 0 && typeOf(value) !== 'array') return unlisted(value, words, path);
  const like = told.find(({ one }) => one.type === typeOf(value));
  const types = told.map(({ one }) => typeWords(one.type ?? '')).join(' or ');
  return like?.found ?? trouble(path, `takes ${types}, not ${typeWords(typeOf(value))}`);
}

const trouble = (path: Trouble['path'], what: string): Trouble => ({ path, what, known: [], word: '' });

function first(checks: readonly (() => Trouble | undefined)[]): Trouble | undefined {
  for (const one of checks) {
    const found = one();
    if (found) return found;
  }
  return undefined;
}
