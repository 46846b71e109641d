import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../package.json' with { type: 'json' };
import { tempFolder } from '../support/temp-folder.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.github/workflows');

/** What asks GitHub itself, with the token in its environment. */
const ASKS_GITHUB = /^npm run release:upload/;
/** The rights that a job may have beyond reading, and why each is needed stands beside it. */
const RIGHTS: Readonly<Record<string, readonly string[]>> = {
  'release.yml publish': ['id-token: write'],
  'release.yml data': ['contents: write'],
  'release.yml wheel': ['contents: write'],
  'release.yml major-tag': ['contents: write'],
  'pages.yml deploy': ['pages: write', 'id-token: write'],
  'data.yml refresh': ['contents: write', 'pull-requests: write'],
};

describe.each(readdirSync(folder))('.github/workflows/%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  const { permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('runs only `npm ci` and scripts of package.json', () => {
    for (const { run } of steps) {
      if (run === undefined || run === 'npm ci') continue;
      const [, script] = /^npm run ([\w:-]+)$/.exec(run) ?? [];
      expect(Object.keys(manifest.scripts), run).toContain(script);
    }
  });

  test('pins every action to a commit, with the version beside it', () => {
    const lines = [...text.matchAll(/^.*uses:.*$/gm)].map(([line]) => line);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/uses: [\w.-]+\/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('gives each job the rights that it needs and no others', () => {
    expect(permissions).toEqual({});
    for (const [job, { permissions: own = {} }] of Object.entries(jobs)) {
      const beyond = Object.entries(own)
        .map(([right, level]) => `${right}: ${level}`)
        .filter((right) => !right.endsWith(': read'));
      expect(beyond).toEqual(RIGHTS[`${name} ${job}`] ?? []);
    }
  });

  test('keeps the token out of reach of scripts unless a job pushes', () => {
    for (const [job, { steps: own, permissions: rights = {} }] of Object.entries(jobs)) {
      const checkout = own.find(({ uses }) => uses?.startsWith('actions/checkout@'));
      const pushes =
        rights['contents'] === 'write' &&
        !own.some(({ uses, run = '' }) => uses?.startsWith('peter-evans/') || ASKS_GITHUB.test(run));
      // A job that has no checkout runs no script of ours, nor has it a place to keep the token in.
      if (checkout === undefined && own.every(({ run }) => run === undefined)) continue;
      expect([job, checkout?.with?.['persist-credentials']]).toEqual([job, pushes ? undefined : false]);
    }
    expect(steps.map(({ run = '' }) => run).join('\n')).not.toContain('${{');
  });
});

test('the same action has the same commit in every workflow, and in the examples', () => {
  const files = [folder, join(root, 'examples/workflows')].flatMap((one) =>
    readdirSync(one).map((file) => readFileSync(join(one, file), 'utf8')),
  );
  const pins = new Map<string, Set<string>>();
  for (const [, action = '', commit = ''] of files.join('\n').matchAll(/uses: ([\w./-]+)@([0-9a-f]{40})/g))
    pins.set(action, (pins.get(action) ?? new Set()).add(commit));
  expect([...pins].filter(([, commits]) => commits.size > 1)).toEqual([]);
});

test('issue forms ask for something and have an id for each answer', () => {
  const forms = join(root, '.github/ISSUE_TEMPLATE');
  for (const file of readdirSync(forms)) {
    const { name, description, body } = parse(readFileSync(join(forms, file), 'utf8')) as {
      name: string;
      description: string;
      body: { type: string; id?: string }[];
    };
    expect([file, typeof name, typeof description]).toEqual([file, 'string', 'string']);
    const ids = body.filter(({ type }) => type !== 'markdown').map(({ id }) => id);
    expect(
      ids.every((id) => /^[a-z-]+$/.test(id ?? '')) && new Set(ids).size === ids.length && ids.length > 1,
      file,
    ).toBe(true);
  }
});

describe('move-major-tag', () => {
  function clone() {
    const work = tempFolder({ 'origin.git/keep': '', 'work/file': 'one' });
    const cwd = join(work, 'work');
    const env = { PATH: process.env['PATH'] ?? '', HOME: work, GIT_CONFIG_NOSYSTEM: '1' };
    const git = (...args: readonly string[]) =>
      spawnSync('git', args, { cwd, encoding: 'utf8', env }).stdout.trim();
    spawnSync('git', ['init', '-q', '--bare', join(work, 'origin.git')], { env });
    git('init', '-qb', 'main');
    for (const [key, value] of [
      ['user.name', 't'],
      ['user.email', 't@t'],
    ] as const)
      git('config', key, value);
    git('remote', 'add', 'origin', '../origin.git');
    const release = (tag: string) => {
      git('commit', '-q', '--allow-empty', '-m', tag);
      git('tag', tag);
      git('push', '-q', 'origin', 'main', tag);
    };
    const script = join(root, 'scripts/release/move-major-tag.ts');
    const move = (tag: string) =>
      spawnSync(process.execPath, ['--import', join(root, 'node_modules/tsx/dist/loader.mjs'), script], {
        cwd,
        encoding: 'utf8',
        env: { ...env, GITHUB_REF_NAME: tag },
      });
    const at = (ref: string) =>
      spawnSync('git', ['rev-parse', '--verify', '-q', ref], {
        cwd: join(work, 'origin.git'),
        encoding: 'utf8',
        env,
      }).stdout.trim();
    return { release, move, at };
  }

  test('moves the tag forward, never back, and not for a pre-release', () => {
    const { release, move, at } = clone();
    release('v1.2.3');
    expect(move('v1.2.3').stdout).toMatch(/^v1 is v1\.2\.3 \([0-9a-f]{12}\)\n$/);
    release('v1.10.0');
    expect(move('v1.10.0').status).toBe(0);
    expect(at('v1')).toBe(at('v1.10.0'));
    release('v1.2.4');
    expect(move('v1.2.4').stdout).toBe('v1 stays where it is: a release newer than v1.2.4 is tagged\n');
    release('v1.11.0-rc.1');
    expect(move('v1.11.0-rc.1').stdout).toBe('v1.11.0-rc.1 is a pre-release: v1 stays where it is\n');
    expect(at('v1')).toBe(at('v1.10.0'));
  });

  test('refuses what is no version, and says what git said', () => {
    const { move } = clone();
    expect(move('main')).toMatchObject({
      status: 2,
      stderr: '"main" is not the tag of a version, such as v1.2.3\n',
    });
    const { status, stderr } = move('v9.0.0');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^git rev-parse failed: /);
    expect(stderr).not.toContain('    at ');
  });
});
