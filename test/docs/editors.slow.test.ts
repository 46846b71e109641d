import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = readFileSync(`${root}docs/editors.md`, 'utf8');

interface Task {
  readonly problemMatcher: {
    readonly pattern: { readonly regexp: string } & Readonly<Record<string, number>>;
  };
}

test('the problem matcher of the page finds all that is printed of every example', async () => {
  const { tasks } = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '') as {
    readonly tasks: readonly [Task];
  };
  const { regexp, ...groups } = tasks[0].problemMatcher.pattern;
  const pattern = new RegExp(regexp);
  const run = async (format: string) => {
    const host = { cwd: root, env: {}, terminal: false, width: 80, today: '2026-11-30' };
    return (await main(['examples', '--format', format], host)).stdout;
  };
  const found = (await run('compact'))
    .trimEnd()
    .split('\n')
    .map((line) => pattern.exec(line));
  const { repositories } = JSON.parse(await run('json')) as {
    readonly repositories: readonly {
      readonly findings: readonly Readonly<Record<string, string | number>>[];
    }[];
  };
  const findings = repositories.flatMap((repository) => repository.findings);
  expect(findings.length).toBeGreaterThan(50);
  expect(found.map((line) => Object.keys(groups).map((name) => line?.[groups[name] ?? 0]))).toEqual(
    findings.map((finding) =>
      Object.keys(groups).map((name) => `${finding[name === 'code' ? 'rule' : name] ?? ''}`),
    ),
  );
});

test('every schema that the page names is shipped', () => {
  const named = [...page.matchAll(/`schema\/([\w.]+)`/g)].map(([, name]) => name);
  expect(named).toHaveLength(3);
  for (const name of named) expect(readdirSync(`${root}schema`)).toContain(name);
});
