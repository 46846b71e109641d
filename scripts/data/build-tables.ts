/**
 * Checks `data/providers/*.yml`, `data/families.yml` and `data/mirrors.yml`, and writes `providers.json`,
 * `families.json` and the names of both to `data/generated`, what licet loads at run time. `--check` writes
 * nothing and says where they are stale. Exit 1 with one line per trouble.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import type { FamilyNames } from '../../src/core/extract/prose/family-names.ts';
import { normalizeSpacing } from '../../src/core/text/normalize-spacing.ts';
import type { ProviderNames } from '../../src/core/data/providers.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { canonicalId } from '../../src/core/data/model-aliases.ts';
import type { MirrorRule } from '../../src/core/data/models-named.ts';
import { generated, inAscii } from './generated.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

interface Provider {
  readonly id: string;
  readonly provider: string;
  readonly cite?: boolean;
  readonly dated?: string;
  readonly until?: string;
  readonly names?: readonly string[];
}

interface Family {
  readonly name: string;
  readonly match: readonly string[];
  readonly not?: readonly string[];
  readonly license: string | null;
  readonly owner: string | null;
  readonly models: readonly string[];
}

const data = new URL('../../data/', import.meta.url);
const troubles: string[] = [];
const ajv = new Ajv({ allErrors: true });

const textOf = (name: string) => readFileSync(new URL(name, data), 'utf8');
const complain = (file: string, validate: ValidateFunction<unknown>) =>
  troubles.push(
    ...(validate.errors ?? []).map(
      (error) => `${file}: ${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`,
    ),
  );

/** The YAML value of a file, or undefined with a trouble noted. */
function valueOf(file: string): unknown {
  try {
    return parse(textOf(file));
  } catch (error) {
    troubles.push(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    return undefined;
  }
}

/** Lines of a table as cells, header first; a line of another width is a trouble. */
function tableOf(file: string): string[][] {
  if (!existsSync(new URL(file, data))) return [];
  const rows = textOf(file)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'));
  rows.forEach((row, index) => {
    if (row.length !== rows[0]?.length)
      troubles.push(`${file}:${index + 1}: ${row.length} cells instead of ${rows[0]?.length}`);
  });
  return rows;
}

function readProviders(): Provider[] {
  const validate = ajv.compile<Provider>(JSON.parse(textOf('providers/schema.json')) as object);
  const found: Provider[] = [];
  for (const name of readdirSync(new URL('providers/', data))
    .filter((one) => one.endsWith('.yml'))
    .sort()) {
    const file = `providers/${name}`;
    const value = valueOf(file);
    if (!validate(value)) {
      complain(file, validate);
      continue;
    }
    if (`${value.id}.yml` !== name) troubles.push(`${file}: id is ${value.id}`);
    if (value.until !== undefined && value.dated !== undefined && value.until < value.dated)
      troubles.push(`${file}: ends before it begins`);
    found.push(value);
  }
  for (const provider of new Set(found.map((one) => one.provider))) {
    const cited = found.filter((one) => one.provider === provider && one.cite).length;
    if (cited !== 1) troubles.push(`providers: ${provider} has ${cited} documents with cite, one is wanted`);
  }
  // The document to cite stands first, so that the first one with a name is the one to speak of.
  return found.sort(
    (a, b) => Number(b.cite ?? false) - Number(a.cite ?? false) || a.id.localeCompare(b.id, 'en'),
  );
}

const strings = { type: 'array', items: { type: 'string', minLength: 2 }, uniqueItems: true };
const FAMILIES = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['name', 'match', 'license', 'owner', 'models', 'confidence'],
    properties: {
      name: { type: 'string', minLength: 2 },
      match: {
        ...strings,
        minItems: 1,
        items: { type: 'string', minLength: 2, maxLength: 60, pattern: '^[^A-Z_-]+$' },
      },
      not: strings,
      license: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      owner: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      models: { ...strings, items: { type: 'string', pattern: '^[^/]+/[^/]+$' } },
      confidence: { enum: ['likely', 'possible'] },
      note: { type: 'string' },
    },
  },
};

/**
 * What the snapshot says of a model's license, where it names a text. A model has one row, under the id of
 * today or an old one.
 */
function snapshot(): ReadonlyMap<string, string> {
  const [, ...rows] = tableOf('models.tsv');
  const seen = new Set<string>();
  rows.forEach(([id = ''], index) => {
    const model = canonicalId(id).toLowerCase();
    if (seen.has(model)) troubles.push(`models.tsv:${index + 2}: ${id} has a row already`);
    seen.add(model);
  });
  return new Map(rows.map((row) => [row[0] ?? '', row[1] ?? '']));
}

function readFamilies(): Family[] {
  const file = 'families.yml';
  const validate = ajv.compile<Family[]>(FAMILIES);
  const value = valueOf(file);
  if (!validate(value)) {
    complain(file, validate);
    return [];
  }
  const models = snapshot();
  const names = new Set<string>();
  const spoken = new Map<string, string>();
  for (const family of value) {
    if (names.has(family.name.toLowerCase())) troubles.push(`${file}: ${family.name} stands twice`);
    names.add(family.name.toLowerCase());
    if (family.license !== null && !shippedCatalogue().byId(family.license))
      troubles.push(`${file}: ${family.name}: no license file ${family.license}`);
    for (const words of family.match) {
      const other = spoken.get(words);
      if (other !== undefined) troubles.push(`${file}: "${words}" means ${other} and ${family.name}`);
      spoken.set(words, family.name);
      if (family.not?.some((word) => words.includes(word)))
        troubles.push(`${file}: ${family.name}: "${words}" is shut out by its own not`);
    }
    for (const model of family.models) {
      const license = models.get(model);
      if (license === undefined) troubles.push(`${file}: ${family.name}: ${model} is not in models.tsv`);
      else if (family.license !== null && !['other', 'unknown', 'none', family.license].includes(license))
        troubles.push(`${file}: ${family.name}: ${model} is ${license} in models.tsv`);
    }
  }
  return value;
}

function readOwners(): unknown {
  const value: unknown = parse(readFileSync(new URL('owners.yml', data), 'utf8'));
  const good =
    Array.isArray(value) &&
    value.every(
      (list) => Array.isArray(list) && list.length > 1 && list.every((name) => typeof name === 'string'),
    );
  if (!good) troubles.push('owners.yml: not a list of lists of owners');
  return value;
}

const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase()).sort();

function readMirrors(): MirrorRule {
  const { owners, never, packing, altered } = parse(textOf('mirrors.yml')) as MirrorRule & {
    readonly packing: readonly string[];
    readonly altered: readonly string[];
  };
  for (const name of never) if (owners.includes(name)) troubles.push(`mirrors.yml: ${name} stands twice`);
  // Whatever stands before it and sets it off goes with a word.
  return {
    owners: lower(owners),
    never: lower(never),
    packing: `[-_.](?:${packing.join('|')})$`,
    // A way to do it, or the maker's own version, may stand behind.
    altered: `[-_.](?:${altered.join('|')})(?:[-_.](?:ara|v\\d+(?:\\.\\d+)?))*$`,
  };
}

const plain = (words: readonly string[]) => words.map((one) => normalizeSpacing(one).trim());
const plainly = ({ match, not, ...family }: Family): Family => ({
  ...family,
  match: plain(match),
  ...(not === undefined ? {} : { not: plain(not) }),
});

/** Words of a spelling that are looked for; a name that is longer stands in no sentence. */
const MOST_WORDS = 6;

function familyNames(families: readonly Family[]): FamilyNames {
  const spellings = families.flatMap(({ match }, at) =>
    match.map((one) => ({ at, words: normalizeSpacing(one).split(' ') })),
  );
  return {
    families: families.map(({ name, not = [] }) => ({ name, not: not.map(normalizeSpacing) })),
    spelled: Object.fromEntries(spellings.map(({ at, words }) => [words.join(''), at])),
    longest: Math.max(...spellings.map(({ words }) => Math.min(words.length + 1, MOST_WORDS))),
    owners: [
      ...new Set(
        families.flatMap(({ models }) => models.map((model) => (model.split('/')[0] ?? '').toLowerCase())),
      ),
    ],
  };
}

function providerNames(providers: readonly Provider[]): ProviderNames {
  const byName = new Map(
    providers.flatMap(({ id, names = [] }) => names.map((name) => [normalizeSpacing(name), id] as const)),
  );
  const spelled = [...byName].sort(([a], [b]) => b.length - a.length);
  const words: (readonly string[])[] = [];
  // The shortest first: what holds the words of a longer one holds those of a shorter one that it begins
  // with.
  for (const list of spelled.map(([name]) => name.split(' ')).sort((a, b) => a.length - b.length))
    if (!words.some((all) => all.every((word) => list.some((one) => one.includes(word))))) words.push(list);
  return { spelled: Object.fromEntries(spelled), words };
}

const owners = readOwners();
const mirrors = readMirrors();
const providers = readProviders();
const families = readFamilies();

for (const trouble of troubles) console.error(trouble);
if (troubles.length > 0) process.exitCode = 1;
else
  for (const [name, value] of Object.entries({
    providers,
    'provider-names': providerNames(providers),
    owners,
    mirrors,
    families: families.map(plainly),
    'family-names': familyNames(families),
  }))
    generated(`data/generated/${name}.json`, `${inAscii(JSON.stringify(value))}\n`, 'npm run data');
console.log(
  `${providers.length} provider documents, ${families.length} families, ` + `${troubles.length} troubles`,
);
