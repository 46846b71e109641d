import { dataText } from '../license/data.ts';

/** The part of JSON Schema that `schema/config.schema.json` uses. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly items?: Schema;
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
}

let shipped: Schema | undefined;

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** Holds a value against the shipped schema. The first trouble is enough to say. */
export function troubleIn(value: unknown): Trouble | undefined {
  shipped ??= JSON.parse(dataText('../schema/config.schema.json')) as Schema;
  return check(value, shipped, [], shipped);
}

function check(value: unknown, schema: Schema, path: Trouble['path'], root: Schema): Trouble | undefined {
  if (schema.$ref !== undefined) return check(value, root.definitions?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, path, root);
  if (schema.anyOf) return schema.anyOf.some((one) => check(value, one, path, root) === undefined) ? undefined : trouble(path, `takes ${schema.anyOf.map((one) => one.type ?? '').join(' or ')}, not ${typeOf(value)}`);
  if (schema.enum && !schema.enum.includes(value)) return { path, what: `is ${JSON.stringify(value)}; it takes ${schema.enum.join(', ')}`, known: schema.enum.map(String), word: String(value) };
  if (schema.type !== undefined && typeOf(value) !== schema.type) return trouble(path, `takes ${schema.type}, not ${typeOf(value)}`);
  if (schema.pattern !== undefined && typeof value === 'string' && !new RegExp(schema.pattern).test(value)) return trouble(path, `is "${value}", which is not of the form ${schema.pattern}`);
  if (schema.minimum !== undefined && typeof value === 'number' && value < schema.minimum) return trouble(path, `is ${value}; it is at least ${schema.minimum}`);
  if (Array.isArray(value) && schema.items) return first(value.map((item, index) => () => check(item, schema.items ?? {}, [...path, index], root)));
  if (typeOf(value) === 'object') return checkKeys(value as Readonly<Record<string, unknown>>, schema, path, root);
  return undefined;
}

function checkKeys(value: Readonly<Record<string, unknown>>, schema: Schema, path: Trouble['path'], root: Schema): Trouble | undefined {
  const known = Object.keys(schema.properties ?? {});
  const missing = schema.required?.find((key) => !(key in value));
  if (missing !== undefined) return trouble(path, `lacks "${missing}"`);
  return first(
    Object.entries(value).map(([key, item]) => () => {
      const own = schema.properties?.[key];
      if (own) return check(item, own, [...path, key], root);
      if (schema.additionalProperties === false) return { path: [...path, key], what: 'is no key that licet knows', known, word: key };
      return typeof schema.additionalProperties === 'object' ? check(item, schema.additionalProperties, [...path, key], root) : undefined;
    }),
  );
}

const trouble = (path: Trouble['path'], what: string): Trouble => ({ path, what, known: [], word: '' });

function first(checks: readonly (() => Trouble | undefined)[]): Trouble | undefined {
  for (const one of checks) {
    const found = one();
    if (found) return found;
  }
  return undefined;
}
