import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = mkdtempSync(join(tmpdir(), 'licet-cache-'));
afterAll(() => rmSync(cache, { recursive: true }));

/** The program as people start it, with a code cache of this test's own. */
const licet = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, ['dist/licet.cjs', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, LICET_CACHE: cache, NO_COLOR: '1', ...env },
  });

const CONFIG = ['--config', 'examples/plugin/licet.config.mjs', 'examples/plugin/model'];

describe('the example plugin', () => {
  test('brings a rule, a license and a fact that holds with it', () => {
    const { stdout, stderr, status } = licet([...CONFIG, '-f', 'compact']);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout.split('\n').filter((line) => line !== '')).toEqual([
      'examples/plugin/model/README.md:1:1  error  No line "Contact:" in "README.md"  missing-contact',
      'examples/plugin/model/README.md:2:10  error  License "mit" lacks the non-commercial limit ' +
        '(§3) of acme-eula  incompatible-license',
      'examples/plugin/model/README.md:3:13  warning  Missing phrase "Powered by Acme"  missing-phrase',
    ]);
  });

  test('brings a format, also where the program starts from its code cache', () => {
    for (let run = 0; run < 2; run += 1) {
      const { stdout, stderr, status } = licet([...CONFIG, '-f', 'count']);
      expect({ stdout, stderr, status }).toEqual({
        stdout: 'examples/plugin/model: 3\n',
        stderr: '',
        status: 1,
      });
    }
  });

  test('its own test passes', () => {
    const { status, stdout } = spawnSync(process.execPath, ['--test', 'examples/plugin/plugin.test.mjs'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/# pass 2\n/);
    expect(status).toBe(0);
  });

  test.each([
    [
      'a license without a clause',
      `{ name: 'x', licenses: [{ id: 'a', name: 'A', limits: [{ kind: 'non-commercial' }] }] }`,
      'License 1 of plugin "x" has no "section" in limits, entry 1',
    ],
    [
      'a license without an id',
      `{ name: 'x', licenses: [{ name: 'A' }] }`,
      'License 1 of plugin "x" has no id',
    ],
    [
      'a rule without a check',
      `{ name: 'x', rules: [{ name: 'r' }] }`,
      'Plugin "x" has a rule without name or check',
    ],
    ['a plugin without a name', `{}`, 'Plugin 1 of the config has no name'],
  ])('%s is told in one message', (_, plugin, message) => {
    const config = join(cache, `${message.length}.mjs`);
    writeFileSync(config, `export default { plugins: [${plugin}] };\n`);
    const { stdout, stderr, status } = licet(['--config', config, 'examples/plugin/model']);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr.split('\n')[0]).toBe(`licet: ${message}`);
  });
});

describe('the code cache', () => {
  const args = ['examples/lora-bad', '-f', 'compact'];
  const plain = licet(args, { NODE_DISABLE_COMPILE_CACHE: '1' });

  test('changes nothing of what is said, in the first run and in later ones', () => {
    for (let run = 0; run < 3; run += 1) expect(licet(args).stdout).toBe(plain.stdout);
  });

  test.each([
    ['cannot be made', { LICET_CACHE: join(root, 'package.json') }],
    ['has no place', { LICET_CACHE: '', XDG_CACHE_HOME: '', HOME: '', USERPROFILE: '' }],
  ])('that %s costs time and nothing else', (_, env) => {
    expect(licet(args, env)).toMatchObject({ stdout: plain.stdout, stderr: '', status: plain.status });
  });
});
