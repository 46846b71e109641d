/**
 * Checks `data/licenses/*.yml` and `data/named-licenses.yml`, and writes `data/generated/licenses.json` and
 * `names.jsonl`, what licet loads at run time. `--check` writes nothing and says where they are stale. Exit 1
 * with one line per trouble.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Entry } from '../../src/core/data/catalogue.ts';
import { generated, inAscii } from './generated.ts';
import { shippedForm } from './shipped-form.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

type Raw = Record<string, unknown> & { id: string };

const root = new URL('../../', import.meta.url);
const folder = new URL('data/licenses/', root);
const troubles: string[] = [];

const schema: unknown = JSON.parse(readFileSync(new URL('schema.json', folder), 'utf8'));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema as object);

const raw = new Map<string, Raw>();
for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .sort()) {
  let value: unknown;
  try {
    value = parse(readFileSync(new URL(encodeURIComponent(file), folder), 'utf8'));
  } catch (error) {
    troubles.push(`${file}: ${(error as Error).message.split('\n')[0]}`);
    continue;
  }
  if (!validate(value)) {
    for (const error of validate.errors ?? [])
      troubles.push(`${file}: ${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
    continue;
  }
  const license = value as Raw;
  if (`${license.id}.yml` !== file) troubles.push(`${file}: id is ${license.id}`);
  raw.set(license.id, license);
}

/** What is known of licenses whose text could not be had: entries without terms, never read. */
const NAMED = 'named-licenses.yml';
const NAMED_KEYS: ReadonlySet<string> = new Set(
  'id name category hub names urls url licensor owners dated checked source notes'.split(' '),
);
const named = parse(readFileSync(new URL(`data/${NAMED}`, root), 'utf8')) as Raw[];
for (const entry of named) {
  const more = Object.keys(entry).filter((key) => !NAMED_KEYS.has(key));
  if (more.length > 0) troubles.push(`${NAMED}: ${entry.id}: ${more.join(', ')} is for license files`);
  if (raw.has(entry.id)) troubles.push(`${NAMED}: ${entry.id} is a license file`);
  const license = { ...entry, spdx: `LicenseRef-${entry.id}`, matter: 'model', verified: false };
  if (!validate(license))
    for (const error of validate.errors ?? [])
      troubles.push(`${NAMED}: ${entry.id}: ${error.instancePath || '/'} ${error.message}`);
  raw.set(entry.id, license);
}

const INHERITED = ['matter', 'category', 'duties', 'limits', 'relicensing'] as const;

function whole(license: Raw, seen: readonly string[] = []): Raw {
  if (typeof license['like'] !== 'string') return license;
  const parent = raw.get(license['like']);
  if (!parent || seen.includes(license.id)) {
    troubles.push(`${license.id}.yml: like: ${license['like']} is not a license file`);
    return license;
  }
  const { ...own } = license;
  const base = whole(parent, [...seen, license.id]);
  for (const key of INHERITED) own[key] ??= base[key];
  return own;
}

const inOrder = [...raw.values()].sort((one, other) => (`${one.id}.yml` < `${other.id}.yml` ? -1 : 1));
const listed = inOrder.map((license) => {
  const { like: _, ...own } = whole(license);
  const duties = (own['duties'] ?? []) as Raw[];
  const limits = (own['limits'] ?? []) as Raw[];
  for (const term of [...duties, ...limits]) term['mayApplyTo'] ??= [];
  if (!own['oneOf'] && !own['matter']) troubles.push(`${own.id}.yml: no matter`);
  if (!own['oneOf'] && !own['category']) troubles.push(`${own.id}.yml: no category`);
  return {
    ...own,
    matter: own['matter'] ?? 'model',
    hub: own['hub'] ?? [],
    names: own['names'] ?? [],
    titles: own['titles'] ?? [],
    urls: own['urls'] ?? [],
    owners: own['owners'] ?? [],
    duties,
    limits,
    relicensing: own['relicensing'] ?? [],
    notes: own['notes'] ?? [],
  };
});

for (const license of listed) {
  for (const passage of license.relicensing as { to: string }[])
    if (!raw.has(passage.to))
      troubles.push(`${license.id}.yml: passage to ${passage.to}, which is no license file`);
  for (const id of (('oneOf' in license ? license['oneOf'] : []) ?? []) as string[])
    if (!raw.has(id)) troubles.push(`${license.id}.yml: oneOf names ${id}, which is no license file`);
}

for (const trouble of troubles) console.error(trouble);
if (troubles.length > 0) process.exitCode = 1;
else {
  const { licenses, names } = shippedForm(listed as unknown as Entry[]);
  generated('data/generated/licenses.json', licenses, 'npm run data');
  generated('data/generated/names.jsonl', inAscii(names), 'npm run data');
}
console.log(`${raw.size - named.length} license files, ${named.length} names, ${troubles.length} troubles`);
