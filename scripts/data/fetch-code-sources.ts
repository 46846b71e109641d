/**
 * Gets the code that `build-code-index.ts` reads, each pinned in `code-sources.ts`: wheels by pip,
 * commits by git. What is there already is not asked for again.
 * npx tsx scripts/data/fetch-code-sources.ts [--to .cache/code-sources] [--git https://github.com]
 * [LABEL…]
 * Exit 0: all of it is there. Exit 1: one line for each that is not, with the reason and how to get it.
 * Exit 2: usage error.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { BACKGROUND, INDEXED, type CodeSource } from './code-sources.ts';

const TIMEOUT_MS = 600_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { to: { type: 'string' }, git: { type: 'string' } },
});
const to = values.to ?? '.cache/code-sources';
const host = values.git ?? 'https://github.com';

/** What a program says, or its last line of complaint as an error. */
function run(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: TIMEOUT_MS,
      maxBuffer: 2 ** 30,
    });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(stderr?.trim().split('\n').at(-1) ?? message, { cause: error });
  }
}

/** Fills an empty folder with the source's files. */
function fill(from: NonNullable<CodeSource['from']>, folder: string): void {
  if ('wheel' in from) {
    const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:'];
    run('python3', [...pip, '--retries', '1', from.wheel], folder);
    for (const wheel of readdirSync(folder).filter((file) => file.endsWith('.whl'))) {
      run('python3', ['-m', 'zipfile', '-e', wheel, '.'], folder);
      rmSync(join(folder, wheel));
    }
    return;
  }
  const { repository, commit } = from;
  run('git', ['init', '--quiet', '.git-of-source'], folder);
  const clone = join(folder, '.git-of-source');
  run('git', ['fetch', '--quiet', '--depth', '1', `${host}/${repository}`, commit], clone);
  const part = from.folder ?? '.';
  run('git', ['checkout', '--quiet', commit, '--', part], clone);
  const above = dirname(join(clone, part));
  const taken = from.folder === undefined ? clone : above;
  for (const name of readdirSync(taken))
    if (name !== '.git' && (from.folder === undefined || join(taken, name) === join(clone, part)))
      renameSync(join(taken, name), join(folder, name));
  rmSync(clone, { recursive: true });
}

const howTo = (from: NonNullable<CodeSource['from']>) =>
  'wheel' in from
    ? `pip download --no-deps ${from.wheel}, unpacked`
    : `${from.folder ?? 'all'} of ${host}/${from.repository} at ${from.commit} (${from.is}` +
      `${from.forkOf === undefined ? '' : `, a fork of ${from.forkOf}`})`;

const sources = [...INDEXED, ...BACKGROUND].filter(({ label, from }) => label !== '' && from !== undefined);
const unknown = positionals.filter((one) => !sources.some(({ label }) => label === one));
if (unknown.length > 0) {
  console.error(
    `No source "${unknown.join('", "')}": they are ${sources.map(({ label }) => label).join(', ')}`,
  );
  process.exit(2);
}
mkdirSync(to, { recursive: true });
const wanted = sources.filter(({ label }) => positionals.length === 0 || positionals.includes(label));
let missing = 0;
for (const { label, from } of wanted) {
  if (from === undefined || existsSync(join(to, label))) continue;
  const folder = mkdtempSync(join(to, '.part-'));
  try {
    fill(from, folder);
    renameSync(folder, join(to, label));
    console.log(`${label}: fetched`);
  } catch (error) {
    missing += 1;
    rmSync(folder, { recursive: true });
    console.error(`${label}: missing: ${error instanceof Error ? error.message : String(error)}`);
    console.error(`    into ${join(to, label)}: ${howTo(from)}`);
  }
}
console.log(`${wanted.length - missing} of ${wanted.length} sources are in ${to}`);
if (missing > 0) process.exitCode = 1;
