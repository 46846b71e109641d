/**
 * Holds licet against a folder of numbered repositories that each ask one thing about the origin of code:
 * `npx tsx scripts/measure/code-cases.ts FOLDER [--licet dist/licet.cjs]`. Each has an `EXPECT.txt`, of which
 * the line `run:` tells the arguments. What is to be said is here: every line of the three rules about code
 * that is not wanted is false, and `also` may be said. Exit 1 where something is missed or false.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';

interface Expected {
  /** Of each, words of one line. */
  readonly wanted: readonly RegExp[];
  /** What may be said beside it. */
  readonly also?: RegExp;
}

const ABOUT_CODE = / (?:uncredited-code|uncredited-component|shared-code)(?: |$)/;
const TEXT = /Text of license "apache-2\.0"/;
const holder = (name: string) => new RegExp(`Copyright of "${name}"`);
const origin = (name: string, how = '(?:copied|adapted) from') =>
  new RegExp(`says it is ${how} "${name}"; its header names only`);
const silent: Expected = { wanted: [] };

const CASES: Readonly<Record<string, Expected>> = {
  '01': silent,
  '02': silent,
  '03': { wanted: [holder('Facebook, Inc\\.?(?: and its affiliates)?')], also: TEXT },
  '04': silent,
  '05': silent,
  '06': silent,
  '07': { wanted: [origin('glm4_moe')], also: TEXT },
  '08': { wanted: [/copied from "gptj" and bears no copyright line .*\(possible\)/] },
  '09': { wanted: [/bears names of "glm4_moe" and no copyright line .*\(possible\)/] },
  '10': {
    wanted: [
      'Haotian Liu|Alibaba Cloud|Google AI|Meta Platforms, Inc\\.|MosaicML Examples authors',
      'Alibaba Wan Team Authors|DeepSeek-AI',
    ].flatMap((names) => names.split('|').map((name) => new RegExp(` info .*Copyright of "${name}"`))),
    also: /Text of license|Copyright of "HuggingFace/,
  },
  '11': { wanted: [/points above its code to "huggingface\/pytorch-image-models".*\(possible\)/] },
  '12': { wanted: ['other/big', 'other/big2', 'other/big3', 'other/big4'].map((name) => origin(name)) },
  '13': { wanted: [/ warning .*Copyright of "Other Cloud"/] },
  '14': {
    wanted: ['eye-7b', 'eye2-7b', 'big-8b-instruct'].map((name) => new RegExp(`names "other/${name}"`)),
  },
  '15': silent,
  '16': {
    wanted: [
      /Copyright of "First Author" .*adapted from "BigVL"/,
      /Copyright of "Second Author" .*adapted from "BigVL"/,
    ],
    also: TEXT,
  },
  '17': { wanted: [/ info .*Copyright of "vLLM team" .*adapted from "vllm"/], also: TEXT },
  '18': { wanted: [holder('Other Lab')], also: /other-audio-encoder/ },
  '19': { wanted: [origin('other-lab/eye-vl')] },
  '20': { wanted: [/license file is given by "Other AI"/] },
  '21': { wanted: ['clip', 'opt', 'phi', 'mpt'].map((name) => origin(name)) },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { licet: { type: 'string' } } });
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: npx tsx scripts/measure/code-cases.ts FOLDER [--licet dist/licet.cjs]');
  process.exit(2);
}
const licet = resolve(values.licet ?? 'dist/licet.cjs');

/** The lines about code that a case gets. */
function saidOf(number: string): readonly string[] {
  const run = /^run: node \S+ (.+)$/m.exec(readFileSync(join(folder ?? '', number, 'EXPECT.txt'), 'utf8'));
  const args = [licet, ...(run?.[1] ?? '').split(' ')];
  const { stdout, status } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (status === null || status > 1)
    throw new Error(`Case ${number}: licet ended with ${status ?? 'no'} code`);
  return stdout.split('\n').filter((line) => ABOUT_CODE.test(line));
}

let right = 0;
for (const [number, { wanted, also }] of Object.entries(CASES).sort(([a], [b]) => (a < b ? -1 : 1))) {
  const said = saidOf(number);
  const missed = wanted.filter((one) => !said.some((line) => one.test(line)));
  const wrong = said.filter((line) => ![...wanted, ...(also ? [also] : [])].some((one) => one.test(line)));
  if (missed.length + wrong.length === 0) right += 1;
  for (const one of missed) console.log(`${number} missed: ${one.source}`);
  for (const line of wrong) console.log(`${number} false: ${line}`);
}
const all = Object.keys(CASES).length;
console.log(`${right} of ${all} cases`);
if (right < all) process.exitCode = 1;
