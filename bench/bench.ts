/**
 * One table: what licet costs over the least that any linter does (reading the files and parsing the front
 * matter's YAML), at n, 2n and 4n, and beside it the commands of others that are installed. All of one run
 * alternate, for machines are noisy. `npm run bench -- [--cards FOLDER] [--n N] [--write]`: `--write` makes
 * docs/performance.md.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.ts';
import { shippedCatalogue } from '../src/core/data/catalogue.ts';
import { useDataSource } from '../src/core/data/data-source.ts';
import { lint } from '../src/core/lint.ts';
import { snapshot } from '../src/core/resolve/snapshot.ts';
import { remembered } from '../src/core/resolve/upstreams.ts';
import { VERSION } from '../src/core/version.ts';
import { shippedData } from '../src/node/data/shipped-data.ts';
import { diskRepo } from '../src/node/fs/disk-repo.ts';
import { cardsIn } from './cards.ts';
import { floor } from './floor.ts';
import { largeCard, writeRepositories } from './generated-repositories.ts';

useDataSource(shippedData);

const { values } = parseArgs({
  options: {
    cards: { type: 'string' },
    n: { type: 'string', default: '25' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
});
const SIZES = [1, 2, 4].map((times) => times * Number(values.n));
const ROUNDS = Number(values.rounds);
const root = fileURLToPath(new URL('../', import.meta.url));

/** Others, how they are asked for their version, and how they check the folder that they run in. */
const PEERS: readonly { readonly name: string; readonly version: string[]; readonly run: string[] }[] = [
  { name: 'markdownlint-cli2', version: ['--version'], run: ['**/README.md'] },
  { name: 'remark', version: ['--version'], run: ['--quiet', '.'] },
  { name: 'licensee', version: ['version'], run: ['detect', '.'] },
  { name: 'licensecheck', version: ['--version'], run: ['--recursive', '.'] },
  { name: 'reuse', version: ['--version'], run: ['lint', '--quiet'] },
];

const work = mkdtempSync(join(tmpdir(), 'licet-bench-'));

/** Folders of a set, one repository each. */
function setsOf(): ReadonlyMap<string, readonly string[]> {
  const most = Math.max(...SIZES);
  const sets = new Map([
    ['generated repositories', writeRepositories(join(work, 'generated'), most, Number(values.seed))],
  ]);
  if (values.cards !== undefined) {
    const cards = cardsIn(values.cards, most).map(({ path }, nth) => {
      const folder = join(work, 'cards', `card-${nth}`);
      mkdirSync(folder, { recursive: true });
      copyFileSync(path, join(folder, 'README.md'));
      return folder;
    });
    sets.set('real cards', cards);
  }
  const large = join(work, 'large');
  mkdirSync(large);
  writeFileSync(join(large, 'README.md'), largeCard(Number(values.seed)));
  return sets.set('one card of 1 MB', [large]);
}

/** The least: every file read, the front matter of the card parsed. */
async function least(folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (const file of (await diskRepo(folder)).files)
      if (file !== 'README.md') readFileSync(join(folder, file));
    floor(join(folder, 'README.md'));
  }
}

async function linted(folders: readonly string[]): Promise<void> {
  const catalogue = shippedCatalogue();
  const upstreams = remembered(snapshot(catalogue));
  for (const folder of folders)
    await lint(await diskRepo(folder), { value: 'acme/Tiny', from: 'flag' }, { catalogue, upstreams, rules });
}

async function timed(does: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await does();
  return performance.now() - start;
}

const quartile = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 2] ?? NaN;

async function ratios(): Promise<string[]> {
  const lines = ['| set | size | licet | least | ratio |', '|---|---|---|---|---|'];
  for (const [name, folders] of setsOf())
    for (const size of new Set(SIZES.map((one) => Math.min(one, folders.length)))) {
      const some = folders.slice(0, size);
      const [ours, theirs]: [number[], number[]] = [[], []];
      await linted(some);
      for (let round = 0; round < ROUNDS; round += 1) {
        theirs.push(await timed(() => least(some)));
        ours.push(await timed(() => linted(some)));
      }
      const [took, bare] = [quartile(ours), quartile(theirs)];
      const ratio = `${(took / bare).toFixed(1)} x`;
      console.error(`${name}: ${size}`);
      lines.push(`| ${name} | ${size} | ${took.toFixed(0)} ms | ${bare.toFixed(0)} ms | ${ratio} |`);
    }
  return lines;
}

/** The commands beside each other, each a process over the same folder: start and all. */
function commands(): string[] {
  const lines = ['| command | version | over | time |', '|---|---|---|---|'];
  const cwd = join(work, 'generated');
  const path = `${process.env['PATH'] ?? ''}:${join(root, 'node_modules', '.bin')}`;
  const spawn = (name: string, args: readonly string[]) =>
    spawnSync(name, args, { cwd, encoding: 'utf8', env: { ...process.env, PATH: path }, maxBuffer: 1 << 28 });
  const time = (name: string, args: readonly string[]) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      spawn(name, args);
      return performance.now() - start;
    });
    return `${quartile(times).toFixed(0)} ms`;
  };
  const over = `${Math.max(...SIZES)} repositories`;
  const own = join(root, 'dist', 'licet.cjs');
  lines.push(`| licet | ${VERSION} | ${over} | ${time(process.execPath, [own, '.'])} |`);
  lines.push(`| licet --jobs 2 | ${VERSION} | ${over} | ${time(process.execPath, [own, '-j', '2', '.'])} |`);
  for (const { name, version, run } of PEERS) {
    const asked = spawn(name, version);
    const told = /\d+(?:\.\d+)+/.exec(`${asked.stdout}${asked.stderr}`)?.[0];
    if (asked.error) lines.push(`| ${name} | not installed | - | skipped |`);
    else lines.push(`| ${name} | ${told ?? '?'} | ${over} | ${time(name, run)} |`);
  }
  return lines;
}

try {
  const table = await ratios();
  const beside = commands();
  const [first] = cpus();
  const page = [
    '# Performance',
    '',
    'Made by `npm run bench -- --write`; the figures are those of one machine in one run, so look at ratios.',
    '',
    `Node ${process.version}, licet ${VERSION}, on ${cpus().length} processors:`,
    `${first?.model.trim() ?? 'unknown'}.`,
    '',
    '## Over the least',
    '',
    'The least that any linter does is to read the files and parse the YAML of the front matter. Sizes are',
    'repositories; all in one process and one thread, warmed up once.',
    '',
    ...table,
    '',
    '## Beside others',
    '',
    'Each a process of its own over the same generated repositories: a card of 5 to 50 KB, LICENSE, NOTICE,',
    'configs, a tokenizer, code and the header of weights. They do other things than licet does: Markdown',
    'linters read the cards, license checkers the license files.',
    '',
    ...beside,
    '',
  ].join('\n');
  console.log(page);
  if (values.write) writeFileSync(join(root, 'docs', 'performance.md'), page);
} finally {
  rmSync(work, { recursive: true, force: true });
}
