/** One random repository: linted as the command does it, and what must hold for any input held against it. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv, type ValidateFunction } from 'ajv';
import reportSchema from '../../schema/report.schema.json' with { type: 'json' };
import { rules } from '../../rules/index.ts';
import { main } from '../../src/cli/main.ts';
import { formatNames } from '../../src/core/report/formats.ts';
import { lossesOf } from './losses.ts';
import { Link, pick, randomFrom, repositoryFrom, type Random, type Repository } from './repositories.ts';

/** What a trial was. */
export interface Trial {
  readonly kind: 'pipeline' | 'fix';
  readonly troubles: readonly string[];
  readonly files: Repository;
  /** Documents that were printed and held against the rules of their format. */
  readonly rendered: number;
  /** Whether `--fix` changed a file. */
  readonly mended: boolean;
}

type Outcome = Awaited<ReturnType<typeof main>>;

/** All of C0 and C1 but tab and line feed, and the marks that turn the reading direction. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const RAW = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const AN_ERROR_OF_OUR_OWN = /internal error|^ {4}at /m;
/** What a runner takes as a command, where the format `github` does not write it. */
const COMMAND = /^\s*::[a-z][\w-]*(?: [^\n]*)?::|##\[|##vso\[/m;
/** One trial of four mends. */
const FIX_EVERY = 4;
/** One trial of so many is done twice, and must give the same bytes. */
const TWICE_EVERY = 64;
const UNSAFE = rules.map(({ name }) => name).join(',');

const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
/** That of draft 4, as far as it is one of draft 7. */
const { $schema: _draft, id: $id, ...official } = sarifSchema;
const SCHEMAS: Readonly<Record<string, ValidateFunction>> = {
  json: ajv.compile(reportSchema),
  sarif: ajv.compile({ ...official, $id }),
};
const PATCH = '--fix-dry-run';
const OTHER_COMMANDS: readonly (readonly string[])[] = [
  ['tree'],
  ['tree', '--format', 'dot'],
  ['tree', '--format', 'mermaid'],
  ['notice'],
  ['bom'],
  ['bom', '--format', 'spdx'],
  ['dossier'],
  ['dossier', '--lang', 'ko', '--format', 'markdown'],
  ['review', '--status'],
  ['review', '--status', '--format', 'json'],
  ['diff', '.', '.'],
  ['diff', '.', '.', '--format', 'markdown'],
  ['license', 'LICENSE'],
  [PATCH],
  ['--print-config'],
];

function put(folder: string, files: Repository): void {
  for (const [name, content] of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (content instanceof Link) symlinkSync(content.target, path);
    else writeFileSync(path, content);
  }
}

/** The plain files of a folder, by name. */
function held(folder: string, under = '', files = new Map<string, Buffer>()): Map<string, Buffer> {
  for (const entry of readdirSync(join(folder, under), { withFileTypes: true })) {
    const name = under === '' ? entry.name : `${under}/${entry.name}`;
    if (entry.isDirectory()) held(folder, name, files);
    else if (entry.isFile()) files.set(name, readFileSync(join(folder, name)));
  }
  return files;
}

/** What is wrong with the form of a document. */
function misformed(format: string, text: string): string[] {
  try {
    if (format === 'ndjson') for (const line of text.split('\n').filter(Boolean)) JSON.parse(line);
    if (format === 'gitlab') JSON.parse(text);
    const valid = SCHEMAS[format];
    if (!valid || valid(JSON.parse(text))) return [];
    return [`${format} breaks its schema: ${ajv.errorsText(valid.errors)}`];
  } catch (error) {
    return [`${format} does not parse: ${String(error)}`];
  }
}

/** XML whose elements do not close each other; enough for a document without comments and CDATA. */
function unbalanced(text: string): string[] {
  const open: string[] = [];
  const bare = text.replace(
    /<([/?]?)([\w:-]+)(?:\s+[\w:-]+="[^"<]*")*\s*([/?]?)>/g,
    (_, end, name, alone) => {
      if (end === '/' && open.pop() !== name) open.push('?');
      else if (end === '' && alone === '') open.push(String(name));
      return '';
    },
  );
  return open.length > 0 || /[<>]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(bare)
    ? [`junit is no well-formed XML: ${JSON.stringify(bare.trim().slice(0, 200))}`]
    : [];
}

/** What is wrong with an outcome, whatever was linted. */
function troublesOf(format: string, runner: boolean, { stdout, stderr, code }: Outcome): string[] {
  const troubles: string[] = [];
  if (AN_ERROR_OF_OUR_OWN.test(stderr)) troubles.push(`an error of our own: ${JSON.stringify(stderr)}`);
  for (const [stream, text] of Object.entries({ stdout, stderr })) {
    // A patch has the ends of lines that its file has.
    const [byte] = RAW.exec(format === PATCH ? text.replaceAll('\r\n', '\n') : text) ?? [];
    if (byte !== undefined) troubles.push(`a raw ${JSON.stringify(byte)} in ${stream} of ${format}`);
    const [command] = (runner && format !== 'github' && COMMAND.exec(text)) || [];
    if (command !== undefined)
      troubles.push(`a command ${JSON.stringify(command)} in ${stream} of ${format}`);
  }
  if (code === 2) return troubles;
  return [...troubles, ...misformed(format, stdout), ...(format === 'junit' ? unbalanced(stdout) : [])];
}

/** One call of the command in a folder. */
function call(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return main(args, { cwd: folder, env, terminal: false, width: 80, today: '2026-11-29' });
}

/** A report in one format, or now and then another command. */
async function looked(folder: string, random: Random, twice: boolean): Promise<string[]> {
  const runner = random() < 0.1;
  const env = runner ? { GITHUB_ACTIONS: 'true' } : {};
  const format = pick(random, formatNames);
  const others = random() < 0.05 ? pick(random, OTHER_COMMANDS) : undefined;
  const preset = random() < 0.5 ? ['--preset', pick(random, ['publish', 'strict', 'consume'])] : [];
  const args = others ?? ['-f', format, ...preset, ...(random() < 0.1 ? ['--no-inline-config'] : [])];
  const outcome = await call(folder, args, env);
  const troubles = troublesOf(others ? args.join(' ') : format, runner, outcome);
  if (twice) {
    const again = await call(folder, args, env);
    if (again.stdout !== outcome.stdout || again.stderr !== outcome.stderr)
      troubles.push(`${args.join(' ')} says something else the second time`);
  }
  return troubles;
}

/** Fixes, then fixes again: nothing is lost, and the second time nothing changes. */
async function mended(folder: string, random: Random) {
  const named = random() < 0.3;
  const args = ['--fix', ...(named ? ['--fix-unsafe', UNSAFE] : []), '-f', 'compact'];
  const before = held(folder);
  const troubles = troublesOf('compact', false, await call(folder, args));
  const once = held(folder);
  troubles.push(...lossesOf(before, once, named));
  const same = (name: string, bytes: Buffer) => before.get(name)?.equals(bytes) === true;
  const changed = [...once].some(([name, bytes]) => !same(name, bytes));
  if (changed) {
    await call(folder, args);
    for (const [name, bytes] of held(folder))
      if (!once.get(name)?.equals(bytes)) troubles.push(`--fix changes ${JSON.stringify(name)} each time`);
  }
  return { troubles, changed };
}

/** What lies beside the repository: no run changes it. */
const OUTSIDE = 'MIT License\n\nCopyright (c) 2024 Somebody else\n';

/** The trial of a seed and a number: the same one on every machine. */
export async function trial(seed: number, number: number, under: string): Promise<Trial> {
  const random = randomFrom(seed * 1_000_003 + number);
  const files = repositoryFrom(random);
  const kind = number % FIX_EVERY === FIX_EVERY - 1 ? 'fix' : 'pipeline';
  const space = mkdtempSync(join(under, 'licet-fuzz-'));
  const folder = join(space, 'repo');
  const troubles: string[] = [];
  let changed = false;
  try {
    mkdirSync(join(folder, '.git'), { recursive: true });
    writeFileSync(join(space, 'outside'), OUTSIDE);
    put(folder, files);
    if (kind === 'pipeline') troubles.push(...(await looked(folder, random, number % TWICE_EVERY === 0)));
    else {
      const fixed = await mended(folder, random);
      troubles.push(...fixed.troubles);
      ({ changed } = fixed);
    }
    if (readFileSync(join(space, 'outside'), 'utf8') !== OUTSIDE)
      troubles.push('a file outside of the repository was changed');
  } catch (error) {
    troubles.push(`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  } finally {
    rmSync(space, { recursive: true, force: true });
  }
  return { kind, troubles, files, rendered: 1, mended: changed };
}

/** Keeps the files of a repository in a folder, to look at. */
export function keep(folder: string, files: Repository): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  put(folder, files);
}
