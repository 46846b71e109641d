import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import glob from 'fast-glob';
import { describe, expect, test } from 'vitest';

/** A layer may import itself and the layers before it. */
const LAYERS = ['model', 'license', 'read', 'config', 'extract', 'resolve', 'evaluate', 'report'];
const layerOf = (file: string) => (file.startsWith('src/') ? LAYERS.indexOf(file.split('/')[1] ?? '') : -1);

const root = new URL('..', import.meta.url);
const files = glob.sync('{src,rules}/**/*.ts', { cwd: root.pathname }).sort();
const textOf = new Map(files.map((file) => [file, readFileSync(new URL(file, root), 'utf8')]));
/** Code without comments and without texts: words in them are no use of a name. */
const codeOf = (file: string) => (textOf.get(file) ?? '').replace(/\/\*[^]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");

/** What a file imports: own files by their path, packages and Node's modules by their name. Types count. */
function importsOf(file: string): string[] {
  const text = textOf.get(file) ?? '';
  const found = [...text.matchAll(/(?:^|\n)(?:import|export)\b[^;'"]*?\bfrom '([^']+)'|\bimport\('([^']+)'\)|(?:^|\n)import '([^']+)'/g)];
  return found.map(([, one, two, three]) => one ?? two ?? three ?? '').map((to) => (to.startsWith('.') ? normalize(join(dirname(file), to)) : to));
}
const imports = new Map(files.map((file) => [file, importsOf(file)]));

/** Node's modules that touch the world. */
const WORLD = /^node:(?:fs|net|http|https|child_process|os|worker_threads)/;
/** Layers and files that may touch it: they read, ask the Hub, or are the command itself. */
const MAY_TOUCH = /^src\/(?:read|resolve|config|commands)\/|^src\/[\w-]+\.ts$|^src\/license\/data\.ts$/;

/** All that touches files, and why it is not the reader or the writer that does. */
const FILES: Readonly<Record<string, string>> = {
  'src/read/plain-file.ts': 'the reader',
  'src/read/walk.ts': 'lists folders',
  'src/write-file.ts': 'the writer',
  'src/license/data.ts': 'reads what licet itself ships, in parts, from a file that stays open',
  'src/cli.ts': 'writes to the open streams 1 and 2 without loading those of Node',
};
/** All that writes files; the cache lies in a layer and writes nonetheless. */
const WRITERS: readonly string[] = ['src/action.ts', 'src/commands/init.ts', 'src/commands/notice.ts', 'src/commands/resolve.ts', 'src/fix.ts', 'src/main.ts', 'src/resolve/hub-http-cache.ts'];

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(importsOf('src/lint.ts')).toContain('src/extract/extract.ts');
});

describe.each(files)('%s', (file) => {
  test('is short enough to be read in one go', () => {
    const lines = (textOf.get(file) ?? '').trimEnd().split('\n').length;
    expect(lines).toBeLessThanOrEqual(file.startsWith('rules/') && file !== 'rules/index.ts' ? 90 : 250);
  });

  test('has a name that says what it is', () => {
    expect(file).not.toMatch(/\b(?:utils?|helpers?|manager|common|misc)\b/);
  });

  test('imports only what lies before it', () => {
    const own = layerOf(file);
    for (const to of imports.get(file) ?? []) {
      if (to.startsWith('src/') || to.startsWith('rules/')) expect(existsSync(new URL(to, root)), `${file} imports ${to}, which is not there`).toBe(true);
      if (own < 0) continue;
      expect(to.startsWith('rules/'), `${file} must not import ${to}`).toBe(false);
      if (/^src\/[^/]+\.ts$/.test(to) && to !== 'src/version.ts' && !WRITERS.includes(file)) expect(to, `${file} must not import from above`).toBe('');
      if (to.startsWith('src/') && layerOf(to) >= 0) expect(layerOf(to), `${file} must not import ${to}`).toBeLessThanOrEqual(own);
    }
  });

  test('leaves the world to those whose job it is', () => {
    if (MAY_TOUCH.test(file)) return;
    expect((imports.get(file) ?? []).filter((to) => WORLD.test(to))).toEqual([]);
  });

  test('does not know the process unless it is the door to it', () => {
    if (file === 'src/cli.ts' || file === 'src/action.ts') return;
    expect(codeOf(file)).not.toMatch(/\bprocess\.\w|\bconsole\.\w/);
    expect(imports.get(file)).not.toContain('node:process');
  });
});

test.each(files.filter((file) => file.startsWith('rules/') && file !== 'rules/index.ts'))('%s sees nothing but what a rule may see', (file) => {
  expect(imports.get(file)).toEqual(['src/rule.ts']);
  expect(codeOf(file)).not.toMatch(/\b(?:Date|Math\.random|fetch|globalThis|require)\b/);
});

test('model imports nothing but itself', () => {
  for (const file of files.filter((one) => one.startsWith('src/model/'))) expect((imports.get(file) ?? []).filter((to) => !to.startsWith('src/model/')), file).toEqual([]);
});

/** The first circle of imports that is met, as a way of files; types do not count, they are gone at run time. */
function circle(): string[] {
  const done = new Set<string>();
  const bare = (file: string) => {
    const text = (textOf.get(file) ?? '').replace(/(?:^|\n)(?:import|export) type\b[^;]*;/g, '\n');
    return [...text.matchAll(/(?:^|\n)(?:import|export)\b[^;'"]*?\bfrom '(\.[^']+)'/g)].map(([, to = '']) => normalize(join(dirname(file), to)));
  };
  const walk = (file: string, way: readonly string[]): string[] => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const to of bare(file)) {
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

test('only index and rule are nothing but a list of what others hold', () => {
  const isBarrel = (file: string) => codeOf(file).replace(/export (?:type )?(?:\*|\{[^}]*\}) from '';/g, '').trim() === '';
  expect(files.filter(isBarrel).filter((file) => !['src/index.ts', 'src/rule.ts'].includes(file))).toEqual([]);
});

test('files are read in one place and written in one place', () => {
  expect(files.filter((file) => imports.get(file)?.some((to) => /^(?:node:)?fs(?:\/|$)/.test(to)))).toEqual(Object.keys(FILES).sort());
  expect(files.filter((file) => imports.get(file)?.includes('src/write-file.ts'))).toEqual(WRITERS);
});

test('the version stands alone, so that any layer may name it', () => {
  expect(imports.get('src/version.ts')?.filter((to) => to.startsWith('src/'))).toEqual([]);
});
