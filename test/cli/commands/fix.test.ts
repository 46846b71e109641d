import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { Host } from '../../../src/app/host.ts';
import { spdxText } from '../../support/license-texts.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const MIT = spdxText('MIT').replace('<year> <copyright holders>', '2026 Acme');
const LLAMA = 'base_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune';

function setUp(files: Readonly<Record<string, string>>) {
  const cwd = tempFolder(files);
  const world: Host = { cwd, env: { NO_COLOR: '1' }, terminal: false, width: 80, today: '2026-11-24' };
  return {
    cwd,
    run: (...argv: string[]) => main(['--no-config', '--name', 'acme/Llama-Chat-8B', ...argv], world),
    read: (file: string) => readFileSync(join(cwd, file), 'utf8'),
  };
}

describe('--fix-dry-run', () => {
  const CARD = `---\n# ours\nlicense: other\n---\n# Llama-Chat-8B\n\nText.`;
  const MERGE =
    'models:\n  - model: meta-llama/Llama-3.1-8B\n  - model: upstage/Solar-Open-100B\n  - model: ' +
    'naver-hyperclovax/HyperCLOVAX-SEED-Text-Instruct-1.5B\nmerge_method: linear\n';
  const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`;

  test.each([
    ['as on Unix, without a last line end', CARD, undefined],
    ['with a last line end, and a notice', `${CARD}\n`, 'Acme\n'],
    ['as on Windows, with a byte order mark', windows(`${CARD}\n`), windows('Acme\nwith thanks')],
  ])('%s: its diff, applied by git, is what --fix writes', async (_, readme, notice) => {
    const files = {
      'README.md': readme,
      'mergekit_config.yml': MERGE,
      ...(notice === undefined ? {} : { NOTICE: notice }),
    };
    const [dry, wet, patched] = [setUp(files), setUp(files), setUp(files)];
    const { stdout } = await dry.run('--fix-dry-run');
    expect(dry.read('README.md')).toBe(readme);
    const { stderr } = await wet.run('--fix');
    // Three phrases for the end of one card are three rounds, and one file.
    expect(stderr).toBe('licet: 2 files changed\n');
    const applied = spawnSync('git', ['apply', '--whitespace=nowarn', '-'], {
      cwd: patched.cwd,
      input: stdout,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
    });
    expect(applied.stderr.toString()).toBe('');
    for (const file of ['README.md', 'NOTICE']) expect(patched.read(file)).toBe(wet.read(file));
    for (const phrase of ['Built with Llama', 'Built with Solar', 'Powered by HyperCLOVA X'])
      expect(stdout).toContain(`+${phrase}`);
  });
});

describe('--fix-unsafe', () => {
  test('declares the license that the upstream binds to, once its rule is named, and rests', async () => {
    const { run, read } = setUp({
      'README.md': `---\n# ours\nlicense: "mit" # for now\n${LLAMA}\n---\n# Llama-Chat-8B\n`,
    });
    await run('--fix');
    expect(read('README.md')).toContain('license: "mit" # for now');
    await run('--fix', '--fix-unsafe', 'incompatible-license');
    const once = read('README.md');
    expect(once).toContain('# ours\nlicense: "llama3.1" # for now\n');
    const { stdout, stderr } = await run('--fix', '--fix-unsafe', 'incompatible-license');
    expect([read('README.md'), stderr]).toEqual([once, '']);
    expect(stdout).not.toContain('incompatible-license');
  });

  test('reads names with commas, and repeated', async () => {
    const { run, read } = setUp({ 'README.md': '---\ntags: [x]\n---\n# Llama-Chat-8B\n', LICENSE: MIT });
    const { stderr } = await run(
      '--fix',
      '--fix-unsafe',
      'incompatible-license, missing-license',
      '--fix-unsafe',
      'missing-name-prefix',
    );
    expect(read('README.md')).toContain('tags: [x]\nlicense: mit\n---');
    expect(stderr).toBe('licet: 1 file changed\n');
  });

  test.each([
    [
      'two upstreams that bind to two licenses',
      '---\nlicense: mit\nbase_model:\n- meta-llama/Llama-3.1-8B\n- google/gemma-2-9b\n' +
        'base_model_relation: merge\n---\n# A\n',
      undefined,
      'incompatible-license',
    ],
    [
      'a license file that narrows what it grants',
      '---\ntags: [x]\n---\n# A\n',
      `${MIT}\nFor research purposes only.\n`,
      'missing-license',
    ],
    ['nothing that tells of a license', '---\ntags: [x]\n---\n# A\n', undefined, 'missing-license'],
    [
      'two license texts',
      '---\ntags: [x]\n---\n# A\n',
      `${MIT}\n\n${spdxText('Apache-2.0')}`,
      'missing-license',
    ],
    [
      'a license named `other`',
      '---\nlicense: other\nlicense_name: mit\nlicense_link: https://opensource.org/license/mit\n' +
        `${LLAMA}\n---\n# A\n`,
      undefined,
      'incompatible-license',
    ],
  ])('chooses nothing for %s, and says whose part it is', async (_, card, license, rule) => {
    const { run, read } = setUp({
      'README.md': card,
      ...(license === undefined ? {} : { LICENSE: license }),
    });
    const { stderr } = await run('--fix', '--fix-type', rule, '--fix-unsafe', rule);
    expect(read('README.md')).toBe(card);
    expect(stderr).toBe(`licet: No automatic fix for "${rule}" here\n  hint  Edit by hand\n`);
  });

  test('shows as a diff what it would write', async () => {
    const { run, read } = setUp({ 'README.md': '---\ntags: [x]\n---\n# A\n', LICENSE: MIT });
    const { stdout } = await run('--fix-dry-run', '--fix-unsafe=missing-license');
    expect(stdout).toContain('\n tags: [x]\n+license: mit\n ---\n');
    expect(read('README.md')).not.toContain('license');
  });

  test.each([
    [['--fix', '--fix-unsafe'], 'needs a value', 'Name the rules'],
    [['--fix-unsafe', '--fix'], 'needs a value', 'Name the rules'],
    [['--fix', '--fix-unsafe', ','], 'needs a value', 'Name the rules'],
    [['--fix', '--fix-unsafe='], 'needs a value', 'Name the rules'],
    [['--fix', '--fix-unsafe', '.'], 'No rule named "."', 'Name the rules'],
    [['--fix', '--fix-unsafe', 'missing-licence'], 'No rule named "missing-licence"', '`missing-license`'],
    [['--fix', '--fix-type', 'suggestion'], 'No rule named "suggestion"', 'Name the rules'],
    [['--fix-unsafe', 'missing-license'], 'does nothing without `--fix`', '--fix-dry-run'],
    [['--fix-type', 'missing-phrase'], 'does nothing without `--fix`', '--fix-dry-run'],
  ])('%j is a wrong call, and changes nothing', async (argv, message, hint) => {
    const card = `---\nlicense: mit\n${LLAMA}\n---\n# A\n`;
    const { run, read } = setUp({ 'README.md': card });
    const { stdout, stderr, code } = await run(...argv);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    expect(read('README.md')).toBe(card);
  });
});

describe('--fix-type', () => {
  test('mends only what its rules find', async () => {
    const { run, read } = setUp({ 'README.md': `---\nlicense: llama3.1\n${LLAMA}\n---\n# Llama-Chat-8B\n` });
    await run('--fix', '--fix-type', 'missing-license,missing-phrase');
    expect(read('README.md')).toContain('Built with Llama');
    expect(() => read('NOTICE')).toThrow('ENOENT');
  });
});
