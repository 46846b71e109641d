/**
 * One table: what licet costs over the least that any linter does (reading the files and parsing the front
 * matter's YAML), at n, 2n and 4n, and beside it the commands of others that are installed. What one
 * measurement compares alternates, and is time of the processor: machines are noisy.
 * `npm run bench -- [--cards FOLDER] [--n N] [--write FILE]`: `--write` makes a page of it. Build first.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { rules } from '../rules/index.ts';
import { shippedCatalogue } from '../src/core/data/catalogue.ts';
import { useDataSource } from '../src/core/data/data-source.ts';
import { lint } from '../src/core/lint.ts';
import { snapshot } from '../src/core/resolve/snapshot.ts';
import { remembered } from '../src/core/resolve/upstreams.ts';
import { shippedData } from '../src/node/data/shipped-data.ts';
import { diskRepo } from '../src/node/fs/disk-repo.ts';
import { cardsIn } from './cards.ts';
import { floor } from './floor.ts';
import { largeCard, writeRepositories } from './generated-repositories.ts';

useDataSource(shippedData);

const { values } = parseArgs({
  options: {
    cards: { type: 'string' },
    n: { type: 'string', default: '5' },
    'n-cards': { type: 'string', default: '50' },
    limit: { type: 'string', default: '60' },
    rounds: { type: 'string', default: '3' },
    write: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const TIMES = [1, 2, 4] as const;
/** The largest of the cards measured alone: the most that is read. */
const LARGE = 1_000_000;
const ROUNDS = Number(values.rounds);
const MOST = 4 * Number(values.n);
/** How long a command may take, in milliseconds. */
const LIMIT = 1000 * Number(values.limit);
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

/** Folders with a repository each, and what is said of how many or how large they are. */
interface Part {
  readonly set: string;
  readonly size: string;
  readonly folders: readonly string[];
}

function repositories(): Part[] {
  const folders = writeRepositories(join(work, 'generated'), MOST, Number(values.seed));
  return grown('generated repositories', folders);
}

const grown = (set: string, folders: readonly string[]) =>
  TIMES.map((times): Part => {
    const some = folders.slice(0, Math.ceil((times * folders.length) / 4));
    return { set, size: String(some.length), folders: some };
  });

function realCards(from: string): Part[] {
  const folders = cardsIn(from, 4 * Number(values['n-cards'])).map(({ path }, nth) => {
    const folder = join(work, 'cards', `card-${nth}`);
    mkdirSync(folder, { recursive: true });
    copyFileSync(path, join(folder, 'README.md'));
    return folder;
  });
  return grown('real cards', folders);
}

const largeCards = () =>
  TIMES.map((times): Part => {
    const bytes = (times * LARGE) / 4;
    const folder = join(work, 'large', String(bytes));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'README.md'), largeCard(Number(values.seed), bytes));
    return { set: 'one large card', size: `${bytes / 1000} KB`, folders: [folder] };
  });

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

/** Milliseconds of the processor that something takes, in all threads. */
async function timed(does: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await does();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const quartile = (all: readonly number[]) => all.toSorted((a, b) => a - b)[all.length >> 2] ?? NaN;

/** A line as soon as it is known: what comes behind may take long. */
function printed(line: string): string {
  console.log(line);
  return line;
}

async function ratios(): Promise<string[]> {
  const lines = [printed('| set | size | licet | least | ratio |'), printed('|---|---|---|---|---|')];
  const cards = values.cards === undefined ? [] : realCards(values.cards);
  for (const { set, size, folders } of [...cards, ...repositories(), ...largeCards()]) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    await linted(folders);
    for (let round = 0; round < ROUNDS; round += 1) {
      theirs.push(await timed(() => least(folders)));
      ours.push(await timed(() => linted(folders)));
    }
    const [took, bare] = [quartile(ours), quartile(theirs)];
    const ratio = `${(took / bare).toFixed(1)} x`;
    lines.push(printed(`| ${set} | ${size} | ${took.toFixed(0)} ms | ${bare.toFixed(0)} ms | ${ratio} |`));
  }
  return lines;
}

/** Where commands are looked for: in the project, and where `LICET_BENCH_PEERS` says that others lie. */
const binaries = [process.env['LICET_BENCH_PEERS'], join(root, 'node_modules', '.bin')].filter(
  (folder) => folder !== undefined,
);

function spawned(name: string, args: readonly string[]) {
  const PATH = [...binaries, process.env['PATH'] ?? ''].join(':');
  return spawnSync(name, args, {
    cwd: join(work, 'generated'),
    encoding: 'utf8',
    env: { ...process.env, PATH },
    maxBuffer: 1 << 28,
    timeout: LIMIT,
  });
}

function spent(name: string, args: readonly string[]): string {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    if (spawned(name, args).error) return `more than ${LIMIT / 1000} s`;
    times.push(performance.now() - start);
  }
  return `${quartile(times).toFixed(0)} ms`;
}

/** The commands beside each other, each a process over the same folder: start and all. */
function commands(): string[] {
  const lines = [printed('| command | version | over | time |'), printed('|---|---|---|---|')];
  const say = (...cells: readonly string[]) => lines.push(printed(`| ${cells.join(' | ')} |`));
  const over = `${MOST} repositories`;
  const own = join(root, 'dist', 'licet.cjs');
  if (existsSync(own)) {
    const version = spawned(process.execPath, [own, '--version']).stdout.trim();
    say('licet', version, over, spent(process.execPath, [own, '.']));
    say('licet --jobs 2', version, over, spent(process.execPath, [own, '--jobs', '2', '.']));
  }
  for (const { name, version, run } of PEERS) {
    const asked = spawned(name, version);
    const told = /\d+(?:\.\d+)+/.exec(`${asked.stdout}${asked.stderr}`)?.[0];
    if (asked.error) say(name, 'not installed', '-', 'skipped');
    else say(name, told ?? '?', over, spent(name, run));
  }
  return lines;
}

try {
  const table = await ratios();
  const beside = commands();
  const load = loadavg()[0]?.toFixed(1) ?? '?';
  const page = [
    '# Performance',
    '',
    'Made by `npm run bench -- --write`; the figures are those of one machine in one run, so look at ratios.',
    '',
    `Node ${process.version}, ${cpus().length} processors. Load when it ended: ${load}.`,
    '',
    '## Over the least',
    '',
    'The least that any linter does is to read the files and parse the YAML of the front matter. Sizes are',
    'repositories or, of a card, bytes. Time is that of the processor, all threads,',
    `in one process warmed up once; the lower quartile of ${ROUNDS} rounds that alternate.`,
    '',
    ...table,
    '',
    '## Beside others',
    '',
    'Each a process of its own over the same generated repositories: a card of 5 to 50 KB, LICENSE, NOTICE,',
    'configs, a tokenizer, code and the header of weights. They do other things than licet does: Markdown',
    'linters read the cards, license checkers the license files. Time is that of the clock, start and all.',
    '',
    ...beside,
    '',
  ].join('\n');
  if (values.write !== undefined) writeFileSync(values.write, page);
} finally {
  rmSync(work, { recursive: true, force: true });
}
