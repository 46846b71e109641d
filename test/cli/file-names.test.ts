import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { tempFolder } from '../support/temp-folder.ts';

const BAD =
  '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n# Llama\n';
const CODE = `import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\nexport default {};\n`;

/** Runs licet as a hook does: its own words, then the names of files as they are. */
async function hook(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const cwd = tempFolder({ '.git/HEAD': '', 'README.md': BAD, ...files });
  const names = Object.keys(files);
  const host = { cwd, env: {}, terminal: false, width: 80, today: '2026-11-30' };
  return { ...(await main(['--no-error-on-unmatched-pattern', ...args, 'README.md', ...names], host)), cwd };
}

describe('names of files that a hook hands over are no options', () => {
  test.each([
    ['--config=a/LICENSES/x.mjs'],
    ['-ca/LICENSES/x.mjs'],
    ['--baseline=b/licet-baseline.json'],
    ['--frozen-config=q/licet.config.yaml'],
    ['--format=json:out/LICENSE'],
    ['--fix'],
    ['-q/LICENSE'],
  ])('%s', async (name) => {
    const { stdout, stderr, code, cwd } = await hook({ [name]: CODE, 'a/LICENSES/x.mjs': CODE });
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(`"${name}" is an option, and the name of a file here`);
    expect(existsSync(join(cwd, 'ran'))).toBe(false);
  });

  test('behind -- and as ./ they are files', async () => {
    const host = { env: {}, terminal: false, width: 80, today: '2026-11-30' };
    const cwd = tempFolder({ '.git/HEAD': '', '--fix/README.md': BAD });
    for (const args of [['--', '--fix'], ['./--fix']])
      expect((await main(args, { ...host, cwd })).stdout).toContain('--fix/README.md');
  });

  test('what says which config counts stands once', async () => {
    const host = {
      cwd: tempFolder({ 'README.md': BAD }),
      env: {},
      terminal: false,
      width: 80,
      today: '2026-11-30',
    };
    const { stderr, code } = await main(['--config', 'a.yaml', '--config=b.yaml'], host);
    expect([stderr, code]).toEqual([
      'licet: Option "--config" is given twice\n  hint  Leave out one of them\n',
      2,
    ]);
    expect((await main(['--max-warnings', '0', '--max-warnings', '9'], host)).stderr).not.toContain('twice');
  });
});
