import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const textOf = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');
const project = textOf('pyproject.toml');
const { files, license, engines } = JSON.parse(textOf('package.json')) as {
  readonly files: readonly string[];
  readonly license: string;
  readonly engines: { readonly node: string };
};

/** The lines of one table of `pyproject.toml`. */
const table = (name: string) => project.split(`[${name}]\n`)[1]?.split(/^\[/m)[0] ?? '';

test('the wheel carries what the npm package carries, but for its library, types and Action', () => {
  const lines = [...table('tool.hatch.build.targets.wheel.force-include').matchAll(/^"(.+)" = "(.+)"$/gm)];
  expect(lines.map(([, from, to]) => [from, to])).toEqual(
    lines.map(([, from = '']) => [from, `licet/package/${from}`]),
  );
  const carried = lines.map(([, from]) => from ?? '');
  const programs = ['dist/licet.cjs', 'dist/lsp.cjs', 'dist/main.cjs', 'package.json'];
  const own = new Set(['dist', 'action.yml']);
  expect([...carried].sort()).toEqual([...programs, ...files.filter((name) => !own.has(name))].sort());
});

test('version and license are those of package.json', () => {
  expect(table('tool.hatch.version')).toContain('path = "package.json"');
  expect(table('project')).toContain('dynamic = ["version"]');
  expect(table('project')).toContain(`license = "${license}"`);
});

test('the door asks for no older Node than the program does', () => {
  expect(textOf('python/licet/node.py')).toContain(`\nOLDEST = ${engines.node.replace('>=', '')}\n`);
});
