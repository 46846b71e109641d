import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path/posix';
import glob from 'fast-glob';
import { describe, expect, test } from 'vitest';

/** A layer may import itself and the layers before it. */
const LAYERS = [
  'src/core/text/',
  'src/core/model/',
  'src/core/data/',
  'src/core/license/',
  'src/core/config/',
  'src/core/read/',
  'src/core/extract/',
  'src/core/resolve/',
  'src/core/hub/',
  'src/core/evaluate/',
  'src/core/report/',
  'src/core/disclosure/',
  'src/core/batch/',
  'src/core/',
  'src/node/',
  'src/app/',
  'src/',
];
const layerOf = (file: string) => LAYERS.findIndex((layer) => file.startsWith(layer));

/** Files that a part of the house holds at most: more of them are two parts. */
const MOST_IN_A_FOLDER = 15;
const MOST_AT_THE_ROOT = 5;

/** All that touches files, and why it is not the reader or the writer that does. */
const FILES: Readonly<Record<string, string>> = {
  'src/cli/run.ts': 'writes to the open streams 1 and 2 without loading those of Node',
  'src/cli/start.ts': 'keeps what V8 compiled, before anything of the program is loaded',
  'src/node/data/shipped-data.ts': 'reads what licet itself ships, in parts, from a file that stays open',
  'src/node/fs/links.ts': 'follows links, be what they lead to there or not',
  'src/node/fs/own-folder.ts': 'looks at the owner and mode of folders; the launcher runs it too',
  'src/node/fs/plain-file.ts': 'the reader',
  'src/node/fs/walk.ts': 'lists folders',
  'src/node/fs/write-file.ts': 'the writer',
};
/** All that writes files. */
const WRITERS: readonly string[] = [
  'src/action/main.ts',
  'src/app/fix.ts',
  'src/cli/commands/init.ts',
  'src/cli/commands/notice.ts',
  'src/cli/commands/resolve.ts',
  'src/cli/output-file.ts',
  'src/node/data/keep-update.ts',
  'src/node/hub/http-cache.ts',
];

const root = new URL('..', import.meta.url);
const files = glob.sync('{src,rules}/**/*.ts', { cwd: root.pathname }).sort();
const textOf = new Map(files.map((file) => [file, readFileSync(new URL(file, root), 'utf8')]));
/** Code without comments and without texts: words in them are no use of a name. */
const codeOf = (file: string) =>
  (textOf.get(file) ?? '').replace(/\/\*[^]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

const IMPORT =
  /(?:^|\n)(?:import|export)\b[^;'"]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import '([^']+)'/g;

/** What a file imports: own files by their path, packages and Node's modules by their name. Types count. */
function importsOf(file: string): string[] {
  const found = [...(textOf.get(file) ?? '').matchAll(IMPORT)];
  return found
    .map(([, one, two, three]) => one ?? two ?? three ?? '')
    .map((to) => (to.startsWith('.') ? normalize(join(dirname(file), to)) : to));
}
const imports = new Map(files.map((file) => [file, importsOf(file)]));

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(importsOf('src/core/lint.ts')).toContain('src/core/extract/extract.ts');
});

describe.each(files)('%s', (file) => {
  test('is short enough to be read in one go', () => {
    const lines = (textOf.get(file) ?? '').trimEnd().split('\n').length;
    expect(lines).toBeLessThanOrEqual(file.startsWith('rules/') && file !== 'rules/index.ts' ? 110 : 350);
  });

  test('has a name that says what it is', () => {
    expect(file).not.toMatch(/\b(?:utils?|helpers?|manager|common|misc)\b/);
  });

  test('imports only what lies before it', () => {
    const own = file.startsWith('src/') ? layerOf(file) : -1;
    for (const to of imports.get(file) ?? []) {
      if (!to.startsWith('src/') && !to.startsWith('rules/')) continue;
      expect(existsSync(new URL(to, root)), `${file} imports ${to}, which is not there`).toBe(true);
      // The version stands alone, so that any layer may name it.
      if (own < 0 || to === 'src/core/version.ts') continue;
      expect(to.startsWith('rules/') && own < layerOf('src/app/'), `${file} must not import ${to}`).toBe(
        false,
      );
      if (to.startsWith('src/'))
        expect(layerOf(to), `${file} must not import ${to}`).toBeLessThanOrEqual(own);
    }
  });

  test('does not know the process unless it is a program', () => {
    if (['src/cli/run.ts', 'src/cli/start.ts', 'src/action/main.ts'].includes(file)) return;
    expect(codeOf(file)).not.toMatch(/\bprocess\.\w|\bconsole\.\w/);
    expect(imports.get(file)).not.toContain('node:process');
  });
});

describe('the core runs anywhere', () => {
  const core = files.filter((file) => file.startsWith('src/core/') || file.startsWith('rules/'));
  const ELSEWHERE = new RegExp(
    String.raw`\b(?:Buffer|Date\.now|new Date\(\)|__dirname|__filename|require\(|import\.meta|` +
      String.raw`performance\.|set(?:Timeout|Interval|Immediate)|fetch\(|globalThis)`,
  );

  test.each(core)('%s knows neither Node nor a clock', (file) => {
    expect((imports.get(file) ?? []).filter((to) => to.startsWith('node:'))).toEqual([]);
    expect(codeOf(file)).not.toMatch(ELSEWHERE);
  });

  test('and its face shows nothing else', () => {
    const reached = new Set<string>();
    const walk = (file: string) => {
      if (reached.has(file)) return;
      reached.add(file);
      for (const to of imports.get(file) ?? []) if (textOf.has(to)) walk(to);
    };
    walk('src/core.ts');
    expect(reached.size).toBeGreaterThan(100);
    expect([...reached].filter((file) => file !== 'src/core.ts' && !core.includes(file))).toEqual([]);
  });
});

test('no folder holds more files than a reader takes in', () => {
  const held = new Map<string, number>();
  for (const file of files.filter((one) => one.startsWith('src/')))
    held.set(dirname(file), (held.get(dirname(file)) ?? 0) + 1);
  const full = [...held].filter(([folder, count]) => {
    return count > (folder === 'src' ? MOST_AT_THE_ROOT : MOST_IN_A_FOLDER);
  });
  expect(full.map(([folder, count]) => `${folder}: ${count}`)).toEqual([]);
});

test.each(files.filter((file) => file.startsWith('rules/') && file !== 'rules/index.ts'))(
  '%s sees nothing but what a rule may see',
  (file) => {
    expect(imports.get(file)).toEqual(['src/core/rule.ts']);
    expect(codeOf(file)).not.toMatch(/\b(?:Date|Math\.random|fetch|globalThis|require)\b/);
  },
);

/** The first circle of imports that is met, as a way of files; types count too. */
function circle(): string[] {
  const done = new Set<string>();
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const to of (imports.get(file) ?? []).filter((one) => textOf.has(one))) {
      const found = walk(to, [...way, file]);
      if (found.length > 0) return found;
    }
    done.add(file);
    return [];
  };
  return files.map((file) => walk(file, [])).find((way) => way.length > 0) ?? [];
}

test('no file imports itself, however long the way round', () => {
  expect(circle()).toEqual([]);
});

test('files are read in one place and written in one place', () => {
  const touching = files.filter((file) => imports.get(file)?.some((to) => /^(?:node:)?fs(?:\/|$)/.test(to)));
  expect(touching).toEqual(Object.keys(FILES).sort());
  expect(files.filter((file) => imports.get(file)?.includes('src/node/fs/write-file.ts'))).toEqual(WRITERS);
});

test('only index and rule are nothing but a list of what others hold', () => {
  const isBarrel = (file: string) =>
    codeOf(file)
      .replace(/export (?:type )?(?:\*|\{[^}]*\}) from '';/g, '')
      .trim() === '';
  const barrels = files.filter(isBarrel).filter((file) => !['index.ts', 'core.ts'].includes(basename(file)));
  expect(barrels.filter((file) => file !== 'src/core/rule.ts')).toEqual([]);
});
