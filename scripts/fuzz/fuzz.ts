/**
 * Lints random repositories and holds what must hold for any input: no internal error, no control byte in an
 * output, machine-readable formats that parse, and fixes that lose no data and come to rest.
 *
 *   npm run fuzz [-- --seconds 60 --seed N --case M]
 *
 * A finding names seed and case, and its files stay in `.cache/fuzz`; `--case` runs that one alone. Exit 1
 * where something was found, 2 for a usage error.
 */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseDocument, isMap } from 'yaml';
import { main } from '../../src/cli/main.ts';
import { formatNames } from '../../src/core/report/formats.ts';
import { randomFrom, repositoryFrom } from './repositories.ts';
import { useDataSource } from '../../src/core/data/data-source.ts';
import { shippedData } from '../../src/node/data/shipped-data.ts';

useDataSource(shippedData);

const KEPT = fileURLToPath(new URL('../../.cache/fuzz/', import.meta.url));
/** All of C0 and C1 but tab and line feed, and the marks that turn the reading direction. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const RAW = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const PARSED: ReadonlySet<string> = new Set(['json', 'sarif', 'gitlab']);
/** A run that takes longer hangs, on whatever machine. */
const HANGS_MS = 30_000;
const MOST_FINDINGS = 20;

type Files = ReadonlyMap<string, Buffer>;

function put(folder: string, files: Files): void {
  for (const [name, bytes] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

function held(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name))]));
}

/** What is wrong with an outcome, whatever was linted. */
function troublesOf(format: string, { stdout, stderr, code }: Awaited<ReturnType<typeof main>>): string[] {
  const troubles: string[] = [];
  if (/internal error|^ {4}at /m.test(stderr))
    troubles.push(`an error of our own: ${JSON.stringify(stderr)}`);
  for (const [stream, text] of Object.entries({ stdout, stderr })) {
    const [byte] = RAW.exec(text) ?? [];
    if (byte !== undefined) troubles.push(`a raw ${JSON.stringify(byte)} in ${stream} of ${format}`);
  }
  if (code === 2) return troubles;
  try {
    if (PARSED.has(format)) JSON.parse(stdout);
    if (format === 'ndjson') for (const line of stdout.split('\n').filter(Boolean)) JSON.parse(line);
  } catch (error) {
    troubles.push(`${format} does not parse: ${String(error)}`);
  }
  return troubles;
}

/** Keys of the front matter, or undefined where it is not read as a mapping. */
function keysOf(card: string): number | undefined {
  const [, block] = /^---\r*\n([^]*?)\r*\n---[ \t]*(?:\r*\n|$)/.exec(card) ?? [];
  if (block === undefined) return undefined;
  const { contents, errors } = parseDocument(block);
  return errors.length === 0 && isMap(contents) ? contents.items.length : undefined;
}

/** The text below the front matter, also where its lines end with two carriage returns. */
const bodyOf = (card: string) => card.replace(/^---\r*\n[^]*?\r*\n---[ \t]*(?:\r*\n|$)/, '');

/** What a fix did beyond adding and respelling. */
function lossesOf(before: Files, after: Files): string[] {
  const losses: string[] = [];
  for (const [name, bytes] of before) {
    const now = after.get(name);
    if (now === undefined) losses.push(`--fix removed ${JSON.stringify(name)}`);
    else if (!now.equals(bytes)) {
      const [was, is] = [bytes.toString('utf8'), now.toString('utf8')];
      const keys = keysOf(was);
      if (keys !== undefined && (keysOf(is) ?? 0) < keys)
        losses.push(`--fix lost a key of ${JSON.stringify(name)}`);
      if (!bodyOf(is).includes(bodyOf(was).trimEnd()))
        losses.push(`--fix changed the text of ${JSON.stringify(name)}`);
    }
  }
  return losses;
}

async function lint(folder: string, format: string, args: readonly string[]): Promise<string[]> {
  const world = { cwd: folder, env: {}, terminal: false, width: 80, today: '2026-11-29' };
  const start = performance.now();
  const outcome = await main([...args, '-f', format], world);
  const seconds = (performance.now() - start) / 1000;
  const slow = seconds * 1000 > HANGS_MS ? [`${format} took ${seconds.toFixed(0)} s`] : [];
  return [...troublesOf(format, outcome), ...slow];
}

async function tried(seed: number, number: number): Promise<string[]> {
  const random = randomFrom(seed * 1_000_003 + number);
  const files = repositoryFrom(random);
  const folder = mkdtempSync(join(tmpdir(), 'licet-fuzz-'));
  const troubles: string[] = [];
  try {
    mkdirSync(join(folder, '.git'));
    put(folder, files);
    const before = held(folder);
    for (const format of [formatNames[number % formatNames.length] ?? 'json', 'json'])
      troubles.push(...(await lint(folder, format, [])));
    troubles.push(...(await lint(folder, 'compact', ['--fix'])));
    const once = held(folder);
    troubles.push(...lossesOf(before, once));
    await lint(folder, 'compact', ['--fix']);
    const twice = held(folder);
    for (const [name, bytes] of twice)
      if (!once.get(name)?.equals(bytes)) troubles.push(`--fix changes ${JSON.stringify(name)} each time`);
  } catch (error) {
    troubles.push(`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (troubles.length > 0) put(join(KEPT, `${seed}-${number}`), files);
  return troubles;
}

const count = (text: string | undefined, other: number): number => {
  if (text === undefined) return other;
  if (!/^\d{1,9}$/.test(text)) throw new Error(`"${text}" is no number`);
  return Number(text);
};

async function fuzz(): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { seconds: text, seed: text, case: text } });
  const seed = count(values.seed, Math.floor(Math.random() * 1e6));
  const until = performance.now() + 1000 * count(values.seconds, 60);
  let found = 0;
  let number = count(values.case, 0);
  const first = number;
  do {
    for (const trouble of await tried(seed, number)) {
      found += 1;
      console.log(`seed ${seed} case ${number}: ${trouble}`);
    }
    number += 1;
  } while (values.case === undefined && performance.now() < until && found < MOST_FINDINGS);
  console.log(`seed ${seed}: ${number - first} repositories, ${found} findings`);
  return found > 0 ? 1 : 0;
}

process.exitCode = await fuzz().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
});
