/**
 * Measures how well license texts are recognized, and prints the figures.
 *
 *   tsx scripts/measure/texts.ts <folder of texts> [<folder or archive listing of texts that are no
 *   licenses>...]
 *
 * Every text of the SPDX list and of the folder is matched as it stands, re-wrapped, with 5 % of its words
 * changed, with a header, and inside a README; a family is every id of which some text has at least 90 % of
 * the grams in common.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { loadIndex, matchText } from '../../src/core/license/texts/match-text.ts';
import { gramAt, GRAM } from '../../src/core/license/texts/fingerprint.ts';
import { wordsOf } from '../../src/core/license/texts/normalize-text.ts';
import { heldTexts, type Held } from '../data/local-texts.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

const [folder, ...others] = process.argv.slice(2);
if (folder === undefined)
  throw new Error('usage: measure-texts <folder of texts> [<folder of other texts>...]');
const verbose = process.env['VERBOSE'] !== undefined;
const index = loadIndex();
const held = heldTexts(folder);
const grams = held.map(({ text }) => gramsOf(text));
const family = familiesOf();

/** A repeatable sequence of numbers from 0 to 1. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FORMS: Readonly<Record<string, (text: string, seed: number) => readonly [file: string, text: string]>> =
  {
    'as it stands': (text) => ['LICENSE', text],
    're-wrapped to 52': (text) => ['LICENSE', rewrapped(text, 52)],
    're-wrapped to 110': (text) => ['LICENSE', rewrapped(text, 110)],
    'behind # marks': (text) => [
      'LICENSE',
      text
        .split('\n')
        .map((line) => `# ${line}`)
        .join('\n'),
    ],
    '5 % of words changed': (text, seed) => ['LICENSE', worn(text, seed)],
    'with a header': (text) => [
      'LICENSE',
      'Project Zebra\nThis repository is developed by the Zebra team.\nPlease report defects to the ' +
        `address below.\n\n${text}`,
    ],
    'with a mark and CRLF': (text) => ['LICENSE', `\ufeff${text.replaceAll('\n', '\r\n')}`],
    'with curly quotes': (text) => ['LICENSE', text.replace(/"([^"]*)"/g, '“$1”').replaceAll("'", '’')],
    'as HTML': (text) => [
      'LICENSE',
      `<html><body>\n${text
        .split(/\n\s*\n/)
        .map((part) => `<p>${inHtml(part)}</p>`)
        .join('\n')}\n</body></html>`,
    ],
    'in a README': (text) => [
      'README.md',
      '# Zebra\n\nZebra is a small model for stripes.\n\n## Usage\n\nLoad it and ask for stripes.\n\n' +
        `## License\n\n${text}\n`,
    ],
  };

/** A sentence that binds, put where people put it: none of these is the license word for word. */
const SENTENCE = 'This software may not be used for commercial purposes.';
const BINDING: Readonly<Record<string, (text: string) => string>> = {
  above: (text) => `${SENTENCE}\n\n${text}`,
  below: (text) => `${text.trimEnd()}\n\n${SENTENCE}\n`,
  'below, about this license': (text) =>
    `${text.trimEnd()}\n\nCommercial use is not covered by this license.\n`,
  'on the last line': (text) => `${text.trimEnd()} ${SENTENCE}\n`,
  'in the middle': (text) => {
    const parts = text.split(/\n\s*\n/);
    return [
      ...parts.slice(0, Math.ceil(parts.length / 2)),
      SENTENCE,
      ...parts.slice(Math.ceil(parts.length / 2)),
    ].join('\n\n');
  },
  'on a copyright line': (text) => `Copyright (c) 2024 Zebra. ${SENTENCE}\n\n${text}`,
  'below a copyright line': (text) => `Copyright (c) 2024 Zebra\nFor non-commercial use only.\n\n${text}`,
};

console.log(`index: ${index.ids.length} texts, ${index.grams.length} grams`);
for (const [name, make] of Object.entries(FORMS)) {
  for (const [what, list] of [
    ['SPDX list', held.filter(({ spdx }) => spdx !== undefined)],
    ['folder', held.filter(({ spdx }) => spdx === undefined)],
  ] as const) {
    const result = { id: 0, family: 0, wrong: 0, none: 0 };
    const matches: Record<string, number> = {};
    const started = performance.now();
    list.forEach((one) => {
      const seed = held.indexOf(one);
      const [file, text] = make(one.text, seed);
      const match = matchText(file, text, index);
      matches[match.match] = (matches[match.match] ?? 0) + 1;
      const ids = match.hits.map(({ id }) => id);
      const how =
        ids.length === 0
          ? 'none'
          : ids.includes(idOf(one))
            ? 'id'
            : ids.some((id) => family[seed]?.has(id))
              ? 'family'
              : 'wrong';
      result[how] += 1;
      if (verbose && (how !== 'id' || (name === 'as it stands' && match.match !== 'exact')))
        console.log(`  ${name}: ${one.key} (${one.id}) ${match.match} ${hitsOf(match, true) || '-'}`);
    });
    const right = result.id + result.family;
    const spent = (performance.now() - started) / list.length;
    const share = ((100 * right) / list.length).toFixed(2);
    console.log(
      `${name}, ${what}: ${right} of ${list.length} to the family (${share} %), ${result.id} to the id; ` +
        `wrong ${result.wrong}, none ${result.none}; ${counted(matches)}; ${spent.toFixed(2)} ms each`,
    );
  }
}
for (const [name, add] of Object.entries(BINDING)) measureAdded(name, add);
for (const other of others) measureOthers(other);

function inHtml(text: string): string {
  const tagless = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return tagless.replaceAll('"', '&quot;');
}

/** The hits of a match: id, score, lines, and how many words are missing where that is asked for. */
function hitsOf({ hits }: ReturnType<typeof matchText>, withMissing: boolean): string {
  return hits
    .map(
      ({ id, score, lines, missing }) =>
        `${id} ${score} ${lines.join('-')}${withMissing ? ` -${missing}` : ''}`,
    )
    .join('; ');
}

function counted(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
}

function measureAdded(name: string, add: (text: string) => string): void {
  const missed = held.filter((one) => matchText('LICENSE', add(one.text), index).match === 'exact');
  console.log(
    `a binding sentence ${name}: ${held.length - missed.length} of ${held.length} are not word for ` +
      `word the license${missed.length === 0 ? '' : `; missed: ${missed.map(({ key }) => key).join(', ')}`}`,
  );
}

/** The id that the index has for a wording, which for one wording with several SPDX ids is one of them. */
function idOf(one: Held): string {
  return index.ids.includes(one.id) ? one.id : (sameWording(one) ?? one.id);
}

function sameWording(one: Held): string | undefined {
  const own = grams[held.indexOf(one)] ?? new Set();
  return held.find(
    (other, at) =>
      index.ids.includes(other.id) &&
      grams[at]?.size === own.size &&
      [...own].every((gram) => grams[at]?.has(gram)),
  )?.id;
}

function gramsOf(text: string): ReadonlySet<number> {
  const { count, hashes } = wordsOf(text);
  const all = new Set<number>();
  for (let at = 0; at + GRAM <= count; at += 1) all.add(gramAt(hashes, at));
  return all;
}

function familiesOf(): readonly ReadonlySet<string>[] {
  const holders = new Map<number, number[]>();
  grams.forEach((own, at) => {
    for (const gram of own) holders.set(gram, [...(holders.get(gram) ?? []), at]);
  });
  return grams.map((own, at) => {
    const shared = new Map<number, number>();
    for (const gram of own)
      for (const other of holders.get(gram) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    const near = [...shared].filter(
      ([other, count]) => (2 * count) / (own.size + (grams[other]?.size ?? 0)) >= 0.9,
    );
    return new Set([...near.map(([other]) => held[other]?.id ?? ''), held[at]?.id ?? '']);
  });
}

function rewrapped(text: string, width: number): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => {
      const lines: string[] = [];
      let line = '';
      for (const word of paragraph.split(/\s+/).filter((one) => one !== '')) {
        if (line !== '' && line.length + word.length >= width) lines.push(line);
        line = line === '' || line.length + word.length >= width ? word : `${line} ${word}`;
      }
      return [...lines, line].join('\n');
    })
    .join('\n\n');
}

function worn(text: string, seed: number): string {
  const next = chance(seed + 1);
  return text.replace(/\S+/g, (word) =>
    next() < 0.05 ? (['zebra', 'quagga', 'okapi', 'tapir'][Math.floor(next() * 4)] ?? word) : word,
  );
}

function measureOthers(place: string): void {
  const files = statSync(place).isDirectory() ? filesIn(place, 0) : [place];
  const found: Record<string, number> = {};
  let wrong = 0;
  const started = performance.now();
  for (const file of files) {
    const match = matchText(file, readFileSync(file, 'utf8'), index);
    found[match.match] = (found[match.match] ?? 0) + 1;
    if (match.hits.length === 0) continue;
    wrong += 1;
    console.log(`  ${file.slice(place.length + 1)}: ${match.match} ${hitsOf(match, false)}`);
  }
  const spent = (performance.now() - started) / files.length;
  console.log(
    `${files.length} texts that should be no license: ${wrong} with a hit (${counted(found)}); ` +
      `${spent.toFixed(2)} ms each`,
  );
}

function filesIn(place: string, depth: number): readonly string[] {
  if (depth > 6) return [];
  return readdirSync(place, { withFileTypes: true })
    .flatMap((one) =>
      one.isDirectory() ? filesIn(join(place, one.name), depth + 1) : [join(place, one.name)],
    )
    .filter((file) => /\.(?:md|txt|ts|js|py|json)$/.test(file))
    .slice(0, 2000);
}
