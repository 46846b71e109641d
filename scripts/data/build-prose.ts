/**
 * Checks `data/prose/*.yml` and writes `data/generated/prose.jsonl`: every expression must compile. `--check`
 * writes nothing and says where it is stale.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { generated, inAscii } from './generated.ts';
import { waysOf } from './required-literals.ts';

const folder = new URL('../../data/prose/', import.meta.url);
let troubles = 0;

function check(value: unknown, where: string): void {
  if (typeof value === 'string') {
    try {
      new RegExp(value, 'iu');
    } catch (error) {
      troubles += 1;
      console.error(`${where}: ${(error as Error).message}`);
    }
  } else if (Array.isArray(value)) value.forEach((item, index) => check(item, `${where}[${index}]`));
  else if (value !== null && typeof value === 'object')
    for (const [key, item] of Object.entries(value)) check(item, `${where}.${key}`);
}

type Patterns = readonly string[];
interface Saying {
  readonly cue: string;
  readonly opens?: string;
  readonly needs?: string;
  readonly sure?: string;
}
interface Language {
  readonly license: Readonly<Record<string, Patterns>>;
  readonly parts: Readonly<Record<string, Patterns>>;
  readonly upstream: readonly Saying[];
  readonly limits: readonly Saying[];
  readonly forms: readonly Saying[];
  readonly components: readonly Saying[];
  readonly partOrigin: readonly Saying[];
  /** Parts of expressions that the program writes. */
  readonly script?: string;
  readonly turn: Patterns;
  readonly or: Patterns;
}

const ways = (patterns: Patterns) => patterns.flatMap(waysOf);
const waysEach = (fields: Readonly<Record<string, Patterns>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, patterns]) => [name, ways(patterns)]));
const said = ({ cue, opens, needs, sure: _, ...one }: Saying) => ({
  cue: waysOf(cue),
  ...(opens === undefined ? {} : { opens: waysOf(opens) }),
  ...(needs === undefined ? {} : { needs: waysOf(needs) }),
  ...one,
});

const languages = readdirSync(folder)
  .filter((file) => file.endsWith('.yml'))
  .sort()
  .map((file) => {
    const parsed: unknown = parse(readFileSync(new URL(file, folder), 'utf8'));
    check(parsed, file);
    const {
      language: _,
      script,
      license,
      parts,
      upstream,
      limits,
      forms,
      components,
      partOrigin,
      turn,
      or,
      ...rest
    } = parsed as Language & { readonly language: string };
    return {
      script: script ?? null,
      cues: {
        turn,
        or,
        parts,
        license: waysEach(license),
        upstream: upstream.map(said),
        limits: limits.map(said),
        forms: forms.map(said),
        components: components.map(said),
        partOrigin: partOrigin.map(said),
        ...waysEach(rest),
      },
    };
  });
if (troubles > 0) process.exitCode = 1;
else {
  const rows = [languages.map(({ script }) => script), ...languages.map(({ cues }) => cues)];
  const text = rows.map((row) => `${inAscii(JSON.stringify(row))}\n`).join('');
  generated('data/generated/prose.jsonl', text, 'npm run data');
}
console.log(`${languages.length} languages, ${troubles} troubles`);
