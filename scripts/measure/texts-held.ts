/**
 * Holds the data and the index against license texts that no development dependency ships.
 *
 *   tsx scripts/measure/texts-held.ts <folder of texts>    (`npm run fetch-texts` fills .cache/license-texts)
 *
 * Required words and cited sections stand in the text; recorded copyright lines stand in some text; each text
 * is recognized as what it is, also with words exchanged, with its use policy, under another product's name;
 * the good examples are silent with their texts beside them. A text that is not in the folder is left out and
 * counted. Exit 1 where something does not hold; 2 without a folder.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import spdxList from 'spdx-license-list/full.js';
import { rules } from '../../rules/index.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { dataText, useDataSource } from '../../src/core/data/data-source.ts';
import { rowsOf } from '../../src/core/data/table-rows.ts';
import { loadIndex, matchText } from '../../src/core/license/texts/match-text.ts';
import { recognize } from '../../src/core/license/texts/rider.ts';
import { lint } from '../../src/core/lint.ts';
import { memoryRepo } from '../../src/core/read/memory-repo.ts';
import { snapshot } from '../../src/core/resolve/snapshot.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';
import { lostSections, missingWords, readLicenses } from '../data/stated-terms.ts';

useDataSource(shippedData);

const folder = process.argv[2];
if (folder === undefined) {
  console.error('texts-held: name a folder of license texts');
  process.exit(2);
}
const held = new Map(
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => [name.slice(0, -4), readFileSync(join(folder, name), 'utf8')]),
);
const catalogue = shippedCatalogue();
const index = loadIndex();
const further = (name: string): string | undefined => held.get(name);
const idsIn = (text: string, file = 'LICENSE'): readonly string[] =>
  matchText(file, text, index).hits.map(({ id }) => id);

const faults: string[] = [];
const lacking = new Set<string>();
let checks = 0;

/** Counts a check, and keeps what it says where it does not hold. */
function holds(fine: boolean, otherwise: string): void {
  checks += 1;
  if (!fine) faults.push(otherwise);
}

/** The texts of these names, or undefined where one is not in the folder. */
function textsOf<Names extends readonly string[]>(
  ...names: Names
): { readonly [at in keyof Names]: string } | undefined {
  const missing = names.filter((name) => !held.has(name));
  for (const name of missing) lacking.add(name);
  return missing.length > 0
    ? undefined
    : (names.map((name) => held.get(name)) as unknown as { readonly [at in keyof Names]: string });
}

function checkTerms(): void {
  for (const [entry, text] of readLicenses(further))
    for (const one of [...missingWords(entry, text, further), ...lostSections(entry, text), undefined])
      holds(one === undefined, `${one} does not stand in its text`);
  const all = [...held.values()];
  for (const { line = '' } of rowsOf(dataText('data/copyright.tsv')))
    holds(
      all.some((text) => text.includes(line)),
      `"${line}" stands in no text`,
    );
}

function worn(text: string): string {
  let count = 0;
  return text.replace(/\S+/g, (word) => (++count % 25 === 0 ? 'zebra' : word));
}

function checkSiblings(): void {
  const entries: readonly { id: string; text?: string; moreTexts?: readonly string[] }[] = catalogue.entries;
  for (const { id, text, moreTexts = [] } of entries)
    for (const name of [text ?? '', ...moreTexts]) {
      if (name === '' || name.startsWith('spdx:')) continue;
      const [own] = textsOf(name) ?? [];
      if (own === undefined) continue;
      holds(idsIn(own).join() === id, `${name} is ${idsIn(own).join() || 'nothing'} instead of ${id}`);
      const first = idsIn(worn(own))[0];
      holds(first === id, `${name} with every 25th word exchanged is ${first} instead of ${id}`);
    }
}

function checkPolicies(): void {
  for (const name of [
    'llama2-use-policy',
    'llama3.1-use-policy',
    'llama4-use-policy',
    'gemma-prohibited-use-policy',
  ]) {
    const [text] = textsOf(name) ?? [];
    if (text !== undefined) holds(idsIn(text).join() === `policy:${name}`, `${name} is no policy`);
  }
  for (const name of ['llama3.1', 'llama3.2', 'llama3.3']) {
    const [text, policy] = textsOf(name, `${name}-use-policy`) ?? [];
    if (text === undefined || policy === undefined) continue;
    const card = `---\nextra_gated_prompt: |\n${text}\n${policy}\n---\n# Zebra\n`;
    const inCard = idsIn(card, 'README.md');
    holds(inCard[0] === name && !inCard.includes('llama3'), `${name} in a card is ${inCard.join()}`);
    const changed = text.replace('non-exclusive', 'exclusive');
    holds(idsIn(`${changed}\n${policy}`)[0] === name, `${name} with a word changed is not itself`);
    holds(
      idsIn(`${text}\n\n${policy}`).join() === `${name},policy:${name}-use-policy`,
      `${name} with its policy behind it is not both`,
    );
  }
}

/** Where lines break, and what a file ends with, makes no other license. */
function checkForms(): void {
  const [llama2] = textsOf('llama2') ?? [];
  if (llama2 !== undefined)
    holds(
      matchText('LICENSE', llama2.replace(/\n\s*Copyright \(c\) Meta/, ' Copyright (c) Meta'), index)
        .match === 'exact',
      'llama2 without a line break before its copyright is not exact',
    );
  const [llama3] = textsOf('llama3') ?? [];
  if (llama3 !== undefined) {
    const own = llama3.slice(0, llama3.indexOf('\nMeta Llama 3 Acceptable Use Policy'));
    holds(idsIn(own).join() === 'llama3', 'llama3 without its policy is not itself');
    holds(
      idsIn(own.replace('non-exclusive', 'exclusive')).join() === 'llama3',
      'llama3 without its policy, a word changed, is not itself',
    );
  }
  const [dress] = textsOf('audiocraft-weights-cc-by-nc-4.0') ?? [];
  for (const id of ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-ND-4.0']) {
    if (dress === undefined) break;
    const own = spdxList[id]?.licenseText ?? '';
    const [start, end] = [
      'By exercising the Licensed Rights',
      'Creative Commons is not a party to its public',
    ];
    const text =
      dress.slice(0, dress.indexOf(start)).replaceAll('Attribution-NonCommercial', 'Attribution') +
      own.slice(own.indexOf(start), own.indexOf(end)) +
      dress.slice(dress.indexOf(end));
    holds(
      matchText('LICENSE', text, index).match === 'exact' && idsIn(text).join() === id.toLowerCase(),
      `${id} in the dress of the legalcode file is not exactly itself`,
    );
  }
}

/** A rider that one giver wrote is his; under another product's name it is the license below it. */
function checkRiders(): void {
  const known = (text: string): string =>
    recognize('LICENSE', text, index, catalogue)
      .hits.map(({ id }) => id)
      .join();
  for (const [name, product, id] of [
    ['kimi-k2-modified-mit', 'Kimi K2', 'kimi-k2'],
    ['kimi-k2.5-modified-mit', 'Kimi K2.5', 'kimi-k2.5'],
    ['minimax-modified-mit-m2', 'MiniMax M2', 'minimax-modified-mit'],
  ] as const) {
    const [text] = textsOf(name) ?? [];
    if (text === undefined) continue;
    holds(known(text) === id, `${name} is ${known(text)}`);
    for (const other of ['Acme One', `${product}.9`])
      holds(
        known(text.replace(product, other)) === 'mit',
        `${name} for "${other}" is not MIT with words added`,
      );
  }
  const [h3] = textsOf('minimax-h3') ?? [];
  const acme = h3?.replaceAll('MiniMax H3', 'Acme H3');
  if (acme !== undefined)
    holds(known(acme) === idsIn(acme).join(), 'minimax-h3 for Acme lost what it is like');
}

const root = fileURLToPath(new URL('../../', import.meta.url));
interface Example {
  readonly name: string;
  readonly owes?: readonly string[];
}

async function checkExamples(): Promise<void> {
  const names = JSON.parse(readFileSync(join(root, 'examples/names.json'), 'utf8')) as Record<
    string,
    Example
  >;
  const all: [string, Example][] = [
    ...Object.entries(names).map(([one, example]): [string, Example] => [`examples/${one}`, example]),
    [
      'test/fixtures/relicensed-distill/repaired',
      { name: 'acme-lab/Llama-Thinker-Distill-8B', owes: ['llama3.1'] },
    ],
  ];
  for (const [place, { name, owes = [] }] of all) {
    const further = owes.filter((id) => /^[a-z]/.test(id));
    const texts = textsOf(...further);
    if (further.length === 0 || further.length < owes.length || !texts || place === 'examples/lineage')
      continue;
    const files = Object.fromEntries([
      ...readdirSync(join(root, place), { withFileTypes: true })
        .filter((one) => one.isFile() && one.name !== 'expected.txt')
        .map((one) => [one.name, readFileSync(join(root, place, one.name), 'utf8')]),
      ...texts.map((text, at) => [at === 0 ? 'LICENSE' : `LICENSES/${further[at]}.txt`, text]),
    ]) as Record<string, string>;
    const { findings } = await lint(
      memoryRepo(files),
      { value: name, from: 'flag' },
      { catalogue, rules, upstreams: snapshot(catalogue) },
    );
    const told = findings.map(({ rule }) => rule).join();
    holds(told === '', `${place} with its texts says ${told}`);
  }
}

if (held.size === 0) throw new Error(`There are no license texts in ${folder}`);
checkTerms();
checkSiblings();
checkPolicies();
checkForms();
checkRiders();
await checkExamples();
console.log(
  `${checks} checks over ${held.size} texts, ${faults.length} fail, ${lacking.size} texts not there`,
);
for (const one of faults) console.log(`    ${one}`);
if (lacking.size > 0) console.log(`not there: ${[...lacking].sort().join(', ')}`);
if (faults.length > 0) process.exitCode = 1;
