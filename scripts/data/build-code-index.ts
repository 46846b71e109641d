/**
 * Builds `data/code-index.bin`: hashes of the code of released packages, none of their code. Reads the
 * folders that `code-sources.ts` names, under `.cache/code-sources` (`fetch-code-sources.ts` fills it) or
 * the folder given. The same folders give the same bytes.
 * `npx tsx scripts/data/build-code-index.ts [FOLDER] [--without FAMILY,…] [--out FILE]`
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { MAGIC, riceEncoded, type CodeIndexHead } from '../../src/core/extract/code/prints/code-index.ts';
import { codePrints, FOLDS, heldPart, type Fold } from '../../src/core/extract/code/prints/code-prints.ts';
import { pythonTokens } from '../../src/core/extract/code/prints/python-tokens.ts';
import { BACKGROUND, INDEXED, type CodeSource } from './code-sources.ts';

/** Where licet's own code for tests lies. */
const OWN = new URL('../../test/fixtures/code', import.meta.url).pathname;
/** A name that stands in this share of the background's files is the language's or a library's. */
const COMMON = 0.04;

export interface CodeFile {
  readonly path: string;
  readonly text: string;
}

/** The Python files of a folder, sorted by their path in it. */
export function pythonFiles(folder: string): readonly CodeFile[] {
  if (!existsSync(folder)) throw new Error(`No folder "${folder}": see scripts/data/code-sources.ts`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.py'))
    .sort()
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(join(folder, path), 'utf8') }];
      } catch {
        return [];
      }
    });
}

/** Names in at least a 25th of the files, sorted. */
function commonNames(files: readonly CodeFile[]): readonly string[] {
  const counts = new Map<string, number>();
  const told = files.filter(({ text }) => text.length > 500);
  for (const { text } of told)
    for (const word of new Set(pythonTokens(text).words))
      if (/^[A-Za-z_]\w*$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= COMMON * told.length)
    .map(([word]) => word)
    .sort();
}

/**
 * Whether a file's header bears copyright lines and nowhere the project's name: it took the file over
 * itself.
 */
function isOthers(text: string, named: RegExp): boolean {
  const header = text.slice(0, 3000);
  return /^[\s#"']*copyright\b/im.test(header) && !named.test(header);
}

/** Whose each fingerprint is, as `project/family`. */
type Owners = Map<number, Set<string>>;

/** `PROJECT` alone where several families share it; undefined where several projects do. */
function groupFor(owners: ReadonlySet<string>): string | undefined {
  const projects = new Set([...owners].map((one) => one.split('/')[0] ?? ''));
  // vLLM's model files say themselves that they were taken from transformers.
  if (projects.has('transformers') && projects.has('vllm')) projects.delete('vllm');
  const [project, ...others] = projects;
  if (project === undefined || others.length > 0) return undefined;
  const [owner, ...more] = owners;
  return more.length === 0 ? owner : project;
}

/** The bytes of the index of everything under a folder, families aside that are to be left out. */
export function buildCodeIndex(root: string, without: ReadonlySet<string> = new Set()): Buffer {
  const background = BACKGROUND.flatMap(({ label }) => pythonFiles(join(root, label)));
  const known = commonNames(background);
  const knownSet = new Set(known);
  const plain = new Map<Fold, Set<number>>(FOLDS.map((fold) => [fold, new Set()]));
  for (const { text } of background) {
    const prints = codePrints(text, knownSet);
    for (const fold of FOLDS) for (const print of prints[fold].prints) plain.get(fold)?.add(print);
  }
  const owners = new Map<Fold, Owners>(FOLDS.map((fold) => [fold, new Map()]));
  for (const { label, project, family, named: ours } of INDEXED)
    for (const { path, text } of pythonFiles(label === '' ? OWN : join(root, label))) {
      const named = family(path);
      if (named === undefined || without.has(named) || isOthers(text, ours)) continue;
      const prints = codePrints(text, knownSet);
      for (const fold of FOLDS)
        for (const print of prints[fold].prints) {
          if (plain.get(fold)?.has(print) === true) continue;
          const all = owners.get(fold)?.get(print) ?? new Set<string>();
          owners.get(fold)?.set(print, all.add(`${project}/${named}`));
        }
    }
  return encoded(known, owners);
}

/** `NAME==VERSION`, or the repository, the commit and what it is. */
function origin(from: CodeSource['from']): string {
  if (from === undefined) return '`test/fixtures/code` of this repository';
  if ('wheel' in from) return `wheel \`${from.wheel}\``;
  const fork = from.forkOf === undefined ? '' : `, a fork of ${from.forkOf}`;
  return `[${from.repository}](https://github.com/${from.repository}/tree/${from.commit}) ${from.is}${fork}`;
}

/** One digest over files: of each its path and its text. */
function digest(files: readonly CodeFile[]): string {
  const hash = createHash('sha256');
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 16);
}

/** What the index was made of: every source, how many of its files, and a digest over them. */
export function sourcesPage(root: string): string {
  const indexed = INDEXED.map(({ label, project, from, family, named }) => {
    const files = pythonFiles(label === '' ? OWN : join(root, label)).filter(
      ({ path, text }) => family(path) !== undefined && !isOthers(text, named),
    );
    const families = new Set(files.map(({ path }) => family(path)));
    return `| ${project} | ${origin(from)} | ${families.size} | ${files.length} | \`${digest(files)}\` |`;
  });
  const background = BACKGROUND.map(({ label, from }) => {
    const files = pythonFiles(join(root, label));
    return `| ${origin(from)} | ${files.length} | \`${digest(files)}\` |`;
  });
  return `# Sources of the code index

Written by \`npx tsx scripts/data/build-code-index.ts\`. \`code-index.bin\` holds hashes of these files,
and none of their code. The digest is the beginning of a SHA-256 over paths and texts. Files that bear
others' copyright lines alone are not indexed.

| project | source | families | files | digest |
|---|---|---|---|---|
${indexed.join('\n')}

What stands in one of these too is left out:

| source | files | digest |
|---|---|---|
${background.join('\n')}
`;
}

function encoded(known: readonly string[], owners: ReadonlyMap<Fold, Owners>): Buffer {
  const groups: CodeIndexHead['groups'][number][] = [];
  const parts: Uint8Array[] = [];
  const projects = [...new Set(INDEXED.map(({ project }) => project))];
  for (const [fold, all] of owners) {
    const byGroup = new Map<string, number[]>();
    for (const [print, set] of all) {
      const group = groupFor(set);
      if (group !== undefined) byGroup.set(group, [...(byGroup.get(group) ?? []), print]);
    }
    for (const [group, prints] of [...byGroup].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const [project = '', family = ''] = group.split('/');
      const sorted = [...new Set(prints.map(heldPart))].sort((a, b) => a - b);
      const { bytes, rest } = riceEncoded(sorted);
      const nth = FOLDS.indexOf(fold);
      groups.push([nth, projects.indexOf(project), family, sorted.length, rest, bytes.length]);
      parts.push(bytes);
    }
  }
  const head = Buffer.from(JSON.stringify({ known, projects, groups } satisfies CodeIndexHead));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([Buffer.from(MAGIC), length, head, ...parts]);
}

if (process.argv[1]?.endsWith('build-code-index.ts') === true) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { without: { type: 'string' }, out: { type: 'string' } },
  });
  const bytes = buildCodeIndex(
    positionals[0] ?? '.cache/code-sources',
    new Set((values.without ?? '').split(',')),
  );
  const out = values.out ?? 'data/code-index.bin';
  writeFileSync(out, bytes);
  if (values.out === undefined)
    writeFileSync('data/code-index-sources.md', sourcesPage(positionals[0] ?? '.cache/code-sources'));
  console.log(`${out}: ${bytes.length} bytes`);
}
