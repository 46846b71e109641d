/**
 * How well `shared-code` tells copies from code of others' own.
 * `npx tsx scripts/measure/code-prints.ts SOURCES OTHERS… [--index FILE] [--no-copies]`: SOURCES as
 * `build-code-index.ts` reads it, OTHERS folders with one folder for each project of independent or
 * unrelated code. Prints recall for each kind of copy (`code-copies.ts`), every file of OTHERS that is
 * told, the index's size and the time per file.
 * A told file of OTHERS is set apart by two rules, which were written before anything was counted:
 * - `says so`: asked about in a repository of its own, `shared-code` is silent, as the file's header
 *   names the project or the file says where it comes from.
 * - `copy`: 100 tokens in a row, names and all, stand in an indexed file of the project too, parameters
 *   and arguments handed on left out. 100 is where PMD's copy finder begins. All others are false.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { rules } from '../../rules/index.ts';
import sharedCode from '../../rules/shared-code.ts';
import { parseCodeIndex } from '../../src/core/extract/code/prints/code-index.ts';
import { codePrints } from '../../src/core/extract/code/prints/code-prints.ts';
import { pythonTokens } from '../../src/core/extract/code/prints/python-tokens.ts';
import { sharedPrints } from '../../src/core/extract/code/prints/shared-prints.ts';
import { ruleReport } from '../../src/rule-tester/rule-tester.ts';
import { pythonFiles } from '../data/build-code-index.ts';
import { INDEXED } from '../data/code-sources.ts';
import { bareCopy, edited, pieceOf, random, renamed, reordered, textOf, type Way } from './code-copies.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { index: { type: 'string' }, 'no-copies': { type: 'boolean' } },
});
const [sources, ...others] = positionals;
if (sources === undefined || others.length === 0) {
  console.error('usage: npx tsx scripts/measure/code-prints.ts SOURCES OTHERS… [--index FILE] [--no-copies]');
  process.exit(2);
}
const bytes = readFileSync(values.index ?? 'data/code-index.bin');
const begun = performance.now();
const index = parseCodeIndex(bytes);
console.log(`index: ${bytes.length} bytes, read in ${(performance.now() - begun).toFixed(0)} ms`);

const FAMILIES = [
  'llama mistral mixtral gemma2 phi3 qwen2 qwen2_vl qwen2_moe gpt_neox falcon stablelm cohere olmo clip',
  'siglip whisper bert roberta t5 vit dinov2 llava idefics2 starcoder2',
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

const LEVELS = [0, 0.2, 0.4, 0.5, 0.6];
const WAYS: readonly Way[] = ['one', 'mixed', 'line'];

/** Pieces of each length that are taken out of each file. */
const PIECES = 5;

/** An own file of some length, into which lines are put: of the background, which the index leaves out. */
const plain = pythonFiles(join(sources, 'litgpt')).find(({ text }) => text.length > 30000)?.text ?? '';

let [named, right] = [0, 0];
function trial(label: string): void {
  if (values['no-copies'] === true) return;
  const files = filesOf(label);
  const rows = new Map<string, number>();
  const count = (row: string, text: string, name: string, weight = 1) => {
    const found = sharedPrints(text, index);
    rows.set(row, (rows.get(row) ?? 0) + (found === undefined ? 0 : weight));
    if (found?.family === undefined) return;
    named += 1;
    if (found.family === name) right += 1;
  };
  files.forEach(({ name, text }, nth) => {
    const next = random(nth + 1);
    const bare = bareCopy(text, name);
    const lines = reordered(bare, next);
    for (const way of WAYS)
      for (const level of LEVELS)
        count(`${way} ${level * 100}`, textOf(edited(lines, level, way, next)), name);
    const other = renamed(lines);
    for (const level of [0, 0.2, 0.4])
      count(`all names renamed, mixed ${level * 100}`, textOf(edited(other, level, 'mixed', next)), name);
    for (const many of [40, 80, 160])
      for (let time = 0; time < PIECES; time += 1)
        count(`${many} lines`, `${plain}\n${textOf(pieceOf(bare, many, next))}`, name, 1 / PIECES);
  });
  const percent = (part: number) => `${Math.round((100 * part) / Math.max(files.length, 1))} %`;
  console.log(`${label} (${files.length} files)`);
  for (const [row, told] of rows) console.log(`    ${row}: ${percent(told)}`);
}

console.log('copies of an indexed version, told of those with so many percent of lines edited');
for (const one of [
  'transformers-4.37.0.dev0',
  'transformers-4.49.0.dev0',
  'transformers-4.57.6',
  'transformers-5.18.0',
])
  trial(one);
console.log('copies of a version that is not indexed');
for (const one of [
  'transformers-4.32.0.dev0',
  'transformers-4.41.0.dev0',
  'transformers-4.52.0.dev0',
  'transformers-5.3.0.dev0',
])
  trial(one);
console.log(`family named in ${named}, right in ${right}`);

const RUN = 100;
/** Hashes of all runs of tokens of a text. */
function runsOf(text: string): readonly string[] {
  const { words } = pythonTokens(text);
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

/** Whether a run of a told file stands in a file of the project. */
function isCopy(text: string, project: string): boolean {
  const runs = new Set(runsOf(text));
  return INDEXED.some(
    (source) =>
      source.project === project &&
      source.label !== '' &&
      pythonFiles(join(sources ?? '', source.label)).some(
        (file) => source.family(file.path) !== undefined && runsOf(file.text).some((run) => runs.has(run)),
      ),
  );
}

/** Whether the rule says nothing of a file that is all the code of a repository. */
async function saysSo(text: string): Promise<boolean> {
  const card = '---\nlicense: apache-2.0\n---\n# Zentrix 8B\n\nTrained from scratch.\n';
  const report = await ruleReport(
    { name: 'told', repo: 'zentrix/zentrix-8b', files: { 'README.md': card, 'modeling_zentrix.py': text } },
    sharedCode,
    rules,
  );
  return report.findings.length === 0;
}

let [looked, false_, apart, time, slowest] = [0, 0, 0, 0, 0];
for (const folder of others)
  for (const project of readdirSync(folder).sort()) {
    const files = pythonFiles(join(folder, project)).filter(
      ({ text }) => codePrints(text, index.known).names.prints.length >= 25,
    );
    looked += files.length;
    for (const { path, text } of files) {
      const from = performance.now();
      const found = sharedPrints(text, index);
      const took = performance.now() - from;
      time += took;
      slowest = Math.max(slowest, took);
      if (found === undefined) continue;
      const why = (await saysSo(text)) ? 'says so' : isCopy(text, found.project) ? 'copy' : 'FALSE';
      if (why === 'FALSE') false_ += 1;
      else apart += 1;
      const { shared, total, fold, stretch, family } = found;
      console.log(
        `  ${why}: ${project}/${path}: ${shared} of ${total} (${fold}; ` +
          `${stretch.shared} of ${stretch.total} in ${stretch.lines.join('–')}) ` +
          `with ${found.project} ${family ?? ''}`,
      );
    }
    console.log(`${project}: ${files.length} files`);
  }
const mean = (time / Math.max(looked, 1)).toFixed(1);
console.log(
  `others: ${looked} files, ${false_} false, ${apart} set apart; ` +
    `${mean} ms a file, ${slowest.toFixed(0)} at most`,
);
