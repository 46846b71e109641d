import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { spdxText } from '../support/license-texts.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeGguf } from '../support/write-gguf.ts';

const COMMIT = '0f3c2a1b4d5e6f708192a3b4c5d6e7f801234567';

/** A repository under the name `Llama-Haiku-8B`, and what a user types there. */
function repository(files: Readonly<Record<string, string | Uint8Array>>, env: NodeJS.ProcessEnv = {}) {
  const cwd = tempFolder(files);
  const type = (line: string) =>
    main([...line.split(' ').filter((word) => word !== ''), '--name', 'acme/Llama-Haiku-8B'], {
      cwd,
      env: { NO_COLOR: '1', HOME: cwd, ...env },
      terminal: false,
      width: 80,
      today: '2026-11-24',
    });
  return { cwd, type, read: (file: string) => readFileSync(join(cwd, file), 'utf8') };
}

/** A Hub cache in which one model lies with its LICENSE, as huggingface_hub lays it out. */
function downloaded(model: string, license: string, text: string): string {
  const root = tempFolder();
  const folder = join(root, `models--${model.replace('/', '--')}`);
  const snapshot = join(folder, 'snapshots', COMMIT);
  for (const one of [join(folder, 'refs'), join(folder, 'blobs'), snapshot])
    mkdirSync(one, { recursive: true });
  writeFileSync(join(folder, 'refs', 'main'), COMMIT);
  for (const [file, blob, content] of [
    ['README.md', 'one', `---\nlicense: ${license}\n---\n# Base\n`],
    ['LICENSE', 'two', text],
  ] as const) {
    writeFileSync(join(folder, 'blobs', blob), content);
    symlinkSync(join('..', '..', 'blobs', blob), join(snapshot, file));
  }
  return root;
}

const LORA = {
  'README.md':
    '---\nbase_model: meta-llama/Llama-3.1-8B-Instruct\nlibrary_name: peft\nlicense:\n---\n\n# Model Card\n',
  'adapter_config.json':
    '{"base_model_name_or_path": "meta-llama/Llama-3.1-8B-Instruct", "peft_type": "LORA"}',
};

describe('a limit of use that the text alone tells', () => {
  test.each([
    ['tags: [x]', 'For non-commercial use only.', 'allows non-commercial use only'],
    ['license: other', 'This model is for academic research only.', 'allows research only'],
    [
      'license: other',
      '본 모델의 상업적 이용은 별도 문의가 필요합니다.',
      'asks for consent to commercial use',
    ],
  ])('stands in the hint: %s, %s', async (line, words, said) => {
    const { type } = repository({ 'README.md': `---\n${line}\n---\n# Tiny\n\n## License\n\n${words}\n` });
    expect((await type('')).stdout.replace(/\s+/g, ' ')).toContain(`; the text ${said}`);
  });
});

describe('the way out', () => {
  test('a LoRA of Llama 3.1 without a license is told each command', async () => {
    const { type, read } = repository(LORA);
    expect(await type('')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        '\n  2 with `licet --fix --fix-unsafe missing-license,missing-phrase`: read the\n    hints first\n' +
          '  1 with `licet notice --write --online`, which fetches license texts\n',
      ) as string,
    });
    const fixed = await type('--fix --fix-unsafe missing-license,missing-phrase');
    expect(fixed).toMatchObject({ code: 0, stderr: 'licet: 1 file changed\n' });
    expect(fixed.stdout).toContain(
      '\n✖ 1 problem left (0 errors, 1 warning)\n' +
        '  1 with `licet notice --write --online`, which fetches license texts\n',
    );
    expect(read('README.md')).toContain('\nlicense: llama3.1\n');
    expect(read('README.md')).toMatch(/\nBuilt with Llama\n$/);
  });

  test('a LoRA without a license is clean after four commands', async () => {
    const cache = downloaded('maker/base', 'apache-2.0', spdxText('Apache-2.0'));
    const { cwd, type } = repository(
      {
        'README.md': '---\nbase_model: maker/base\nlibrary_name: peft\nlicense:\n---\n# Haiku\n',
        'adapter_config.json': '{"base_model_name_or_path": "maker/base", "peft_type": "LORA"}',
      },
      { HF_HUB_CACHE: cache },
    );
    expect((await type('--hub-cache')).stdout).toContain('`licet --fix --fix-unsafe missing-license`');
    expect((await type('--hub-cache --fix --fix-unsafe missing-license')).stdout).toMatch(
      /: no problems, 1 note\n {2}1 with `licet notice --write --online`, which fetches license texts\n$/,
    );
    expect((await type('notice --write --hub-cache')).stdout).toBe('wrote NOTICE\nwrote LICENSE\n');
    expect((await type('--hub-cache')).stdout).toMatch(
      /^✔ 1 repository, 1 upstream, data of \S+: no problems\n$/,
    );
    expect(readdirSync(cwd)).toContain('LICENSE');
  });

  test('a GGUF quant goes the same way', async () => {
    const { type } = repository({
      'README.md':
        '---\nlicense: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B-Instruct\n' +
        'base_model_relation: quantized\n---\n\n# Quant\n',
      'q4.gguf': writeGguf([
        ['general.architecture', ['string', 'llama']],
        ['general.license', ['string', 'llama3.1']],
      ]),
    });
    expect((await type('')).stdout).toContain('2 with `licet --fix --fix-unsafe incompatible-license`');
    const { stdout } = await type('--fix --fix-unsafe incompatible-license');
    expect(stdout).toMatch(/\n✖ 2 problems left .*\n {2}2 with `licet notice --write --online`/);
  });

  const over = (base: string, keys = '', words = '') =>
    `---\nlicense: apache-2.0\nbase_model: ${base}\nbase_model_relation: finetune\n${keys}---\n` +
    `# Haiku\n\nFine-tuned from ${base}.\n${words}`;
  const UNSLOTH =
    '\n- **Developed by:** acme\n\nThis model was trained 2x faster with ' +
    '[Unsloth](https://github.com/unslothai/unsloth).\n';
  const limited = 'CohereLabs/c4ai-command-r-v01';

  test.each([
    ['license_name', { 'README.md': over(limited, 'license_name: cc-by-nc-4.0\n') }, 2],
    ['the tag of the weights', { 'model.safetensors.license': 'SPDX-License-Identifier: CC-BY-NC-4.0\n' }, 2],
    ["a tool's default", { 'README.md': over(limited, 'tags: [unsloth]\n', UNSLOTH) }, 2],
    ['what says a third license', { 'README.md': over(limited, 'license_name: mit\n') }, 1],
  ])('%s beside the license is settled with it, or not', async (_, files, count) => {
    const { type } = repository({ 'README.md': over(limited), ...files });
    const { stdout } = await type('');
    expect(stdout).toContain(`  ${count} with \`licet --fix --fix-unsafe incompatible-license\``);
    expect(stdout.includes('by hand')).toBe(count === 1);
    const after = await type('--fix --fix-unsafe incompatible-license');
    expect(after.stdout.includes('by hand')).toBe(count === 1);
  });

  test('a NOTICE that the card names and another finding begins is nothing to do by hand', async () => {
    const { type } = repository({
      'README.md':
        '---\nlicense: gemma\nbase_model: google/gemma-3-12b-it\n---\n# Haiku\n\nSee NOTICE for terms.\n',
    });
    const { stdout } = await type('');
    expect(stdout).toContain('"NOTICE" is referenced but missing');
    expect(stdout).not.toContain('by hand');
  });

  const TERMS = '---\nlicense: apache-2.0\nbase_model: Qwen/Qwen2.5-7B\n---\n# Haiku\n\n';
  test.each([
    ['LICENSE', `${TERMS}The terms are in [LICENSE](LICENSE).\n`, false],
    ['LICENSE.txt', `${TERMS}The terms are in [LICENSE](LICENSE.txt).\n`, true],
    ['LICENSE', '---\nlicense: apache-2.0\n---\n# Haiku\n\nSee [LICENSE](LICENSE).\n', true],
  ])('a link to %s that notice brings is nothing to do by hand, another is', async (file, text, byHand) => {
    const { stdout } = await repository({ 'README.md': text }).type('');
    expect(stdout).toContain(`"${file}" is referenced but missing`);
    expect(stdout.includes('by hand')).toBe(byHand);
  });

  test('--fix that can do nothing says so', async () => {
    const { type } = repository({
      'README.md': '---\nlicense: mit\nbase_model: acme/unheard-of\n---\n# A\n',
    });
    expect((await type('--fix')).stderr).toBe('licet: No file changed: what is left has no safe fix\n');
  });

  test('a clean run says what it looked at, unless only errors are asked for', async () => {
    const { type } = repository({ 'README.md': '---\nlicense: mit\n---\n# A\n' });
    expect((await type('')).stdout).toMatch(
      /^✔ 1 repository, 0 upstreams, data of \d{4}-\d\d-\d\d: no problems\n$/,
    );
    expect((await type('--quiet')).stdout).toBe('');
  });
});

describe('licet notice --write', () => {
  const FRONT = '---\nlicense: mit\nbase_model: maker/base\nbase_model_relation: finetune\n---\n# Haiku\n';

  test('takes the text from a download, without a network', async () => {
    const cache = downloaded('maker/base', 'apache-2.0', spdxText('Apache-2.0'));
    const { cwd, type, read } = repository({ 'README.md': FRONT }, { HF_HUB_CACHE: cache });
    expect(await type('notice --write --hub-cache')).toMatchObject({
      code: 0,
      stdout: 'wrote NOTICE\nwrote LICENSES/apache-2.0.txt\n',
      stderr: '',
    });
    expect(read('LICENSES/apache-2.0.txt')).toBe(spdxText('Apache-2.0'));
    expect(await type('--hub-cache')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^✔ 1 repository, 1 upstream, .*: no problems/) as string,
    });
    expect(readdirSync(cwd).sort()).toEqual(['LICENSES', 'NOTICE', 'README.md']);
  });

  test('a line separator, as in the text of Llama, is no reason to leave a text out', async () => {
    const text = spdxText('Apache-2.0').replace('\n', '\u2028\n');
    const cache = downloaded('maker/base', 'apache-2.0', text);
    const { type, read } = repository({ 'README.md': FRONT }, { HF_HUB_CACHE: cache });
    expect((await type('notice --write --hub-cache')).code).toBe(0);
    expect(read('LICENSES/apache-2.0.txt')).toBe(text);
  });

  test.each([
    ['--hub-cache', 'another model lies there', 'maker/other', spdxText('Apache-2.0'), 'no copy of'],
    [
      '--hub-cache',
      'another text lies there',
      'maker/base',
      spdxText('MIT'),
      'is not the text of apache-2.0',
    ],
  ])('a text that is not found is exit 1: %s, %s', async (flag, _, model, text, why) => {
    const cache = downloaded(model, 'apache-2.0', text);
    const { type } = repository(
      {
        'README.md': FRONT,
        'licet.config.yaml':
          'facts:\n  - model: maker/base\n    license: apache-2.0\n    reason: its card\n' +
          '    reviewer: jo@example.com\n    date: 2026-11-24\n',
      },
      { HF_HUB_CACHE: cache },
    );
    const { code, stderr } = await type(`notice --write ${flag}`);
    expect(code).toBe(1);
    expect(stderr).toContain('The text of apache-2.0 was not written: ');
    expect(stderr).toContain(why);
  });

  test('nor is one that the network does not give', async () => {
    const { type } = repository(LORA, { HF_HUB_OFFLINE: '1' });
    const { code, stderr } = await type('notice --write --online');
    expect([code, stderr]).toEqual([1, expect.stringContaining('The text of llama3.1 was not written: ')]);
  });

  test('says which texts it did not look for', async () => {
    const { type } = repository(LORA);
    expect(await type('notice --write')).toMatchObject({
      code: 0,
      stderr:
        'licet: The text of llama3.1 is still missing\n' +
        '  hint  Add `--online`, or `--hub-cache` to take it from a local download\n',
    });
  });
});
