/**
 * How well `shared-code` tells copies from code of others' own.
 * `npx tsx scripts/measure/code-prints.ts SOURCES OTHERS [--index FILE]`: SOURCES as `build-code-index.ts`
 * reads it, OTHERS a folder with one folder for each project of independent or unrelated code. Copies
 * are made
 * from released files: classes renamed, header and comments dropped, definitions shuffled, then a share of
 * the lines edited. Prints recall for each level, every file of OTHERS that is told, the index's size
 * and the time
 * per file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { parseCodeIndex } from '../../src/core/extract/code/prints/code-index.ts';
import { codePrints } from '../../src/core/extract/code/prints/code-prints.ts';
import { sharedPrints } from '../../src/core/extract/code/prints/shared-prints.ts';
import { pythonFiles } from '../data/build-code-index.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { index: { type: 'string' } } });
const [sources, others] = positionals;
if (sources === undefined || others === undefined) {
  console.error('usage: npx tsx scripts/measure/code-prints.ts SOURCES OTHERS [--index FILE]');
  process.exit(2);
}
const bytes = readFileSync(values.index ?? 'data/code-index.bin');
const begun = performance.now();
const index = parseCodeIndex(bytes);
console.log(`index: ${bytes.length} bytes, read in ${(performance.now() - begun).toFixed(0)} ms`);

/** Numbers from 0 to 1, the same in every run. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const KEYWORDS = new Set(
  (
    'and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda not or pass raise return try while with yield None True False self super torch nn F'
  ).split(' '),
);

/** Header, comments and blank lines dropped, the family renamed, definitions in another order. */
function disguised(text: string, name: string, next: () => number): string[] {
  const stem = name.split('_')[0] ?? name;
  const bare = text
    .replace(/^\s*#.*$\n?/gm, '')
    .replace(/^(?:"""|''')[\s\S]*?(?:"""|''')$/gm, '')
    .replace(/^\s*\n/gm, '')
    .replace(new RegExp(stem, 'gi'), (found) => (/^[A-Z]/.test(found) ? 'Zentrix' : 'zentrix'));
  const parts = bare.split(/^(?=(?:@|class |def ))/m);
  const whole: string[] = [];
  for (const part of parts)
    if (whole.at(-1)?.startsWith('@') === true && !/^(?:class|def) /m.test(whole.at(-1) ?? ''))
      whole[whole.length - 1] += part;
    else whole.push(part);
  for (let at = whole.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [whole[at], whole[other]] = [whole[other] ?? '', whole[at] ?? ''];
  }
  return whole.join('').split('\n');
}

/** A share of the lines taken out, put in or given other names. */
function edited(lines: readonly string[], share: number, next: () => number): string[] {
  return lines.flatMap((line, at) => {
    if (next() >= share) return [line];
    const way = next();
    if (way < 0.2) return [];
    if (way < 0.4) return [line, `${/^\s*/.exec(line)?.[0] ?? ''}extra_${at} = options_${at}.value + ${at}`];
    return [line.replace(/\b[A-Za-z_]\w*/g, (word) => (KEYWORDS.has(word) ? word : `${word}_v`))];
  });
}

/** Every name that is not the language's another one, the same everywhere. */
function renamed(lines: readonly string[]): string[] {
  const names = new Map<string, string>();
  return lines.map((line) =>
    line.replace(/(?<![.\w'"])[a-z_]\w*\b(?!\s*\()/g, (word) => {
      if (KEYWORDS.has(word)) return word;
      const known = names.get(word) ?? `name_${names.size}`;
      names.set(word, known);
      return known;
    }),
  );
}

const FAMILIES = [
  'llama mistral mixtral gemma2 phi3 qwen2 qwen2_vl qwen2_moe gpt_neox falcon stablelm ' +
    'cohere olmo clip siglip',
  'whisper bert roberta t5 vit dinov2 llava idefics2 starcoder2',
].flatMap((line) => line.split(' '));

function filesOf(label: string): readonly { readonly name: string; readonly text: string }[] {
  return FAMILIES.flatMap((name) => {
    try {
      const file = join(sources ?? '', label, 'transformers/models', name, `modeling_${name}.py`);
      return [{ name, text: readFileSync(file, 'utf8') }];
    } catch {
      return [];
    }
  });
}

const isTold = (text: string) => sharedPrints(text, index) !== undefined;
const percent = (part: number, whole: number) => `${Math.round((100 * part) / Math.max(whole, 1))} %`;
const LEVELS = [0, 0.2, 0.4, 0.5, 0.6];

/** An own file of some length, into which lines are put: of the background, which the index leaves out. */
const plain = pythonFiles(join(sources, 'litgpt')).find(({ text }) => text.length > 30000)?.text ?? '';

let [named, right] = [0, 0];
function trial(label: string): void {
  const files = filesOf(label);
  const rows = new Map<string, number>();
  const count = (row: string, told: boolean) => rows.set(row, (rows.get(row) ?? 0) + (told ? 1 : 0));
  files.forEach(({ name, text }, nth) => {
    const next = random(nth + 1);
    const lines = disguised(text, name, next);
    for (const level of LEVELS) {
      const copy = edited(lines, level, next).join('\n');
      const found = sharedPrints(copy, index);
      count(`edited ${level * 100} %`, found !== undefined);
      if (found?.family !== undefined) {
        named += 1;
        if (found.family === name) right += 1;
      }
    }
    const other = renamed(lines);
    for (const level of [0, 0.2])
      count(`renamed, edited ${level * 100} %`, isTold(edited(other, level, next).join('\n')));
    for (const many of [40, 80, 160]) {
      const from = Math.floor(next() * Math.max(1, lines.length - many));
      const copied = lines.slice(from, from + many).join('\n');
      count(`${many} lines`, isTold(`${plain}\n${copied}\n`));
    }
  });
  const shown = [...rows].map(([row, told]) => `${row}: ${percent(told, files.length)}`).join(', ');
  console.log(`${label} (${files.length} files): ${shown}`);
}

const INDEXED = ['transformers-4.36', 'transformers-4.48', 'transformers-4.57.6', 'transformers-5.18.0'];
const NOT_INDEXED = ['transformers-4.31', 'transformers-4.40', 'transformers-4.51', 'transformers-5.2'];
console.log('copies of an indexed version');
INDEXED.forEach(trial);
console.log('copies of a version that is not indexed');
NOT_INDEXED.forEach(trial);
console.log(`family named in ${named}, right in ${right}`);

let [looked, told, time, slowest] = [0, 0, 0, 0];
for (const project of readdirSync(others).sort()) {
  const files = pythonFiles(join(others, project)).filter(
    ({ text }) => codePrints(text, index.known).names.prints.length >= 25,
  );
  const hits = files.flatMap(({ path, text }) => {
    const from = performance.now();
    const found = sharedPrints(text, index);
    const took = performance.now() - from;
    time += took;
    slowest = Math.max(slowest, took);
    return found === undefined ? [] : [{ path, ...found }];
  });
  looked += files.length;
  told += hits.length;
  if (files.length > 0) console.log(`${project}: ${hits.length} of ${files.length}`);
  for (const { path, project: of, family, fold, shared, total, densest } of hits)
    console.log(
      `    ${path}: ${shared} of ${total} (${fold}, densest ${densest}) with ${of} ${family ?? ''}`,
    );
}
const mean = (time / Math.max(looked, 1)).toFixed(1);
console.log(`others: ${told} of ${looked} told; ${mean} ms a file, ${slowest.toFixed(0)} at most`);
