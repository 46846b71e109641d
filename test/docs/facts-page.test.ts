import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { factsOf, type Facts } from '../../src/core/evaluate/facts/facts.ts';
import { createContext } from '../../src/core/extract/make-context.ts';
import { extract } from '../../src/core/extract/extract.ts';
import { memoryRepo } from '../../src/core/read/memory-repo.ts';
import { readSources } from '../../src/core/read/read-sources.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import { lineageOf } from '../../src/core/resolve/trace.ts';

const page = readFileSync(new URL('../../docs/facts.md', import.meta.url), 'utf8');

interface Row {
  readonly member: string;
  readonly meaning: string;
  readonly example: string;
}

/** The rows of each table, by the heading above it. */
const tables = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((section): [string, Row[]] => [
      section.split('\n')[0] ?? '',
      [...section.matchAll(/^\| `(\w+)` \| (.+) \| `([^`]+)` \|$/gm)].map(
        ([, member = '', meaning = '', example = '']) => ({ member, meaning, example }),
      ),
    ]),
);

/** A repository that answers something to most questions. */
async function sample(): Promise<Facts> {
  const catalogue = shippedCatalogue();
  const repo = memoryRepo({
    'README.md':
      '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n# Tide\n',
    LICENSE: 'A license',
    NOTICE: 'A notice',
  });
  const name = { value: 'acme/Tide-8B', from: 'flag' } as const;
  const sources = await readSources(repo);
  const claims = await extract(sources, createContext(catalogue, name.value), repo.card);
  const { ancestors } = await lineageOf(claims, snapshot(catalogue), catalogue, name.value);
  return factsOf({
    repo,
    name,
    kind: 'model',
    sources,
    claims,
    ancestors,
    catalogue,
    data: new Map(),
    providers: new Map(),
    policy: {},
    today: '',
  });
}

const facts = await sample();
/** Every group of facts; what is no group stands in the first table. */
const groups = [...tables.keys()].slice(1);

test('the page has a table for each group and one for what belongs to none', () => {
  const plain = tables.get('The repository') ?? [];
  expect([...plain.map(({ member }) => member), ...groups].sort()).toEqual(Object.keys(facts).sort());
});

test.each(groups)('the table of %s has every member of the group and no other', (group) => {
  // A group is built from its interface, member by member: TypeScript lets none lack and none be added.
  const members = Object.keys(facts[group as keyof Facts] as object);
  expect(tables.get(group)?.map(({ member }) => member)).toEqual(members);
});

describe.each([...tables])('an example of %s', (group, rows) => {
  test.each(rows)('asks for $member, and runs', ({ member, example }) => {
    expect(example).toContain(group === 'The repository' ? member : `${group}.${member}`);
    expect(() => void runInNewContext(example, { ...facts })).not.toThrow();
  });
});

test('the sample is one for which the examples have something to tell', () => {
  expect(facts.upstreams.ancestors.map(({ model }) => model)).toEqual(['meta-llama/Llama-3.1-8B']);
  expect(facts.upstreams.ancestors.flatMap(facts.upstreams.lostTermsOf).length).toBeGreaterThan(0);
});
