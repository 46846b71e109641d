import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tempFolder } from '../support/temp-folder.ts';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const ACTION = parse(readFileSync(path('action.yml'), 'utf8')) as {
  readonly inputs: Readonly<Record<string, unknown>>;
};
const readme = (name: string) =>
  /```yaml\n(on: pull_request\n[^`]*)```/.exec(readFileSync(path(name), 'utf8'))?.[1] ?? '';
const texts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    readdirSync(path('examples/workflows')).map((name) => [
      name,
      readFileSync(path(`examples/workflows/${name}`), 'utf8'),
    ]),
  ),
  'README.md': readme('README.md'),
  'README.ko.md': readme('README.ko.md'),
};
const stepsOf = (text: string) => Object.values((parse(text) as Workflow).jobs).flatMap(({ steps }) => steps);

describe.each(Object.entries(texts))('the workflow in %s', (name, text) => {
  test('gives the Action only inputs that it takes', () => {
    const own = stepsOf(text).filter(({ uses }) => uses?.startsWith('licet/licet@'));
    expect(own.length + Number(text.includes('npx --yes licet@'))).toBe(1);
    for (const step of own)
      expect(Object.keys(step.with ?? {}).filter((input) => !Object.hasOwn(ACTION.inputs, input))).toEqual(
        [],
      );
  });

  test('gives no rights beyond those that it names, and puts no expression into a shell', () => {
    const { permissions = {} } = parse(text) as Workflow;
    expect(text).toMatch(/^ *permissions:/m);
    expect(Object.values(permissions).filter((right) => right !== 'read')).toEqual([]);
    expect(
      stepsOf(text)
        .map(({ run = '' }) => run)
        .join('\n'),
    ).not.toContain('${{');
  });

  // A README shows the short form, and leads to these.
  if (!name.startsWith('README'))
    test("pins others' actions to commits, with the version beside it", () => {
      for (const [line] of text.matchAll(/uses: (?!licet\/licet@).*/g))
        expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });
});

test(
  'the scheduled resolve pushes a changed lock and opens one pull request, and nothing where all ' +
    'is as it was',
  { timeout: 30_000 },
  () => {
    const LOG = 'for a in "$@"; do printf "%s " "$a"; done >> "$LOG"; echo >> "$LOG"\n';
    const folder = tempFolder({
      'bin/gh':
        `#!/bin/sh\n${LOG}case "$1 $2" in "pr list") cat "$OPEN" ;; ` +
        `"pr create") cat >> "$LOG" ;; esac\n`,
      'bin/npx': `#!/bin/sh\necho '~ acme/base  mit → gemma'; cp "$NEXT" licet.lock.json; exit 1\n`,
      open: '0\n',
      'old.json': '{"version":1}\n',
      'new.json': '{"version":1,"models":{}}\n',
      'work/licet.lock.json': '{"version":1}\n',
      'runner/keep': '',
      log: '',
    });
    for (const tool of ['gh', 'npx']) chmodSync(join(folder, 'bin', tool), 0o755);
    const work = join(folder, 'work');
    const sh = (script: string, env: Readonly<Record<string, string>> = {}) =>
      spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
        cwd: work,
        encoding: 'utf8',
        env: {
          PATH: `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`,
          HOME: folder,
          RUNNER_TEMP: join(folder, 'runner'),
          LOG: join(folder, 'log'),
          OPEN: join(folder, 'open'),
          ...env,
        },
      });
    expect(
      sh(
        'git init -q --bare ../origin.git; git init -qb main; git config user.name t; git config ' +
          'user.email t@t; git add .; git commit -qm one; git remote add origin ../origin.git; git ' +
          'push -q origin main',
      ).status,
    ).toBe(0);

    const runs = stepsOf(texts['resolve.yml'] ?? '').flatMap(({ run }) => (run === undefined ? [] : [run]));
    const week = (next: string) =>
      runs
        .map((run) => sh(run, { NEXT: join(folder, next) }))
        .map(({ status, stderr }) => (status === 0 ? 0 : stderr));
    expect(week('old.json')).toEqual([0, 0]);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('');
    expect(week('new.json')).toEqual([0, 0]);
    expect(readFileSync(join(folder, 'log'), 'utf8')).toBe(
      'auth setup-git \npr list --head licet-resolve --json number --jq length \npr create --head ' +
        'licet-resolve --title Upstream licenses changed --body-file - \n    ~ acme/base  mit → gemma\n',
    );
    expect(sh('git -C ../origin.git show licet-resolve:licet.lock.json').stdout).toBe(
      '{"version":1,"models":{}}\n',
    );
    expect(existsSync(join(folder, 'origin.git/refs/heads/main'))).toBe(true);
  },
);
