import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  existsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { linesFrom, owedTexts } from '../../../src/app/notice/owed-texts.ts';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { memoryRepo } from '../../../src/core/read/memory-repo.ts';
import type { NoticeCredit } from '../../../src/app/notice/notice-document.ts';
import { Budget } from '../../../src/node/hub/request-budget.ts';
import { pageAt, plainAddress } from '../../../src/node/hub/license-page.ts';
import { closedPort, hubServer } from '../../support/hub-server.ts';
import { unifiedDiff } from '../../../src/app/unified-diff.ts';
import { writeFile } from '../../../src/node/fs/write-file.ts';
import { spdxText } from '../../support/license-texts.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'licet-notice-'));
  writeFileSync(
    join(cwd, 'README.md'),
    '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B-Instruct\nbase_model_relation: ' +
      'finetune\n---\n# Llama acme\n\nBuilt with Llama\n',
  );
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const notice = (...args: string[]) =>
  main(['notice', '--name', 'acme/Llama-acme-8B', ...args], {
    cwd,
    env: { NO_COLOR: '1' },
    terminal: false,
    width: 80,
    today: '2026-11-24',
  });
const sentence =
  'Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. ' +
  'All Rights Reserved.';
const read = () => readFileSync(join(cwd, 'NOTICE'), 'utf8');

describe('licet notice', () => {
  test('names every upstream, its license and the sentence the license words', async () => {
    const { stdout, code } = await notice();
    expect(code).toBe(0);
    expect(stdout).toContain(
      '\nmeta-llama/Llama-3.1-8B-Instruct\nhttps://huggingface.co/meta-llama/Llama-3.1-8B-Instruct\n' +
        'License: Llama 3.1 Community License (',
    );
    expect(stdout).toContain(sentence);
    expect(stdout).toContain('Changes: fine-tuned.');
    // The base of the base is an upstream of its own, although its id begins the other's.
    expect(stdout).toMatch(/^meta-llama\/Llama-3\.1-8B$/m);
    expect(existsSync(join(cwd, 'NOTICE'))).toBe(false);
  });

  test('written once it stays as it is, and the check agrees', async () => {
    expect((await notice('--check')).code).toBe(1);
    expect((await notice('--write')).stdout).toBe('wrote NOTICE\n');
    const once = read();
    expect((await notice('--write')).stdout).toBe('');
    expect(read()).toBe(once);
    expect((await notice('--check')).code).toBe(0);
  });

  test('what people wrote by hand stays, and only what lacks is added', async () => {
    writeFileSync(
      join(cwd, 'NOTICE'),
      '\ufeffOurs.\r\n\r\nWe thank meta-llama/Llama-3.1-8B-Instruct and meta-llama/Llama-3.1-8B.\r\n',
    );
    expect((await notice('--check')).stdout).toContain('@@\n \ufeffOurs.\r\n');
    await notice('--write');
    expect(read()).toBe(
      '\ufeffOurs.\r\n\r\nWe thank meta-llama/Llama-3.1-8B-Instruct and meta-llama/Llama-3.1-8B.\r\n' +
        `\r\n${sentence}\r\n`,
    );
  });

  test('the section for the card shows the phrase', async () => {
    const { stdout } = await notice('--format', 'markdown');
    expect(stdout).toContain(
      '## License and attribution\n\n**Built with Llama**\n\n- ' +
        '[meta-llama/Llama-3.1-8B-Instruct](https://huggingface.co/meta-llama/Llama-3.1-8B-Instruct), ' +
        '[Llama 3.1 Community License](',
    );
  });

  test('as data it lists the same', async () => {
    expect(JSON.parse((await notice('--format', 'json')).stdout)).toMatchObject([
      {
        name: 'acme/Llama-acme-8B',
        upstreams: [
          {
            model: 'meta-llama/Llama-3.1-8B-Instruct',
            required: [sentence],
            phrases: ['Built with Llama'],
            texts: ['llama3.1'],
          },
          {},
        ],
      },
    ]);
  });

  test('a repository without upstreams gets no file', async () => {
    writeFileSync(join(cwd, 'README.md'), '---\nlicense: mit\n---\n# Own\n');
    expect((await notice('--write')).stdout).toBe('');
    expect(existsSync(join(cwd, 'NOTICE'))).toBe(false);
  });
});

describe('what a notice cannot tell', () => {
  test('a NOTICE that is no text stays as it is, and nobody is told that all is well', async () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x00, 0x41]);
    writeFileSync(join(cwd, 'NOTICE'), bytes);
    for (const flag of ['--write', '--check'])
      expect(await notice(flag)).toMatchObject({
        stdout: '',
        stderr: 'licet: "NOTICE" could not be read as text and was not changed\n  hint  Save it as UTF-8\n',
        code: 1,
      });
    expect(readFileSync(join(cwd, 'NOTICE'))).toEqual(Buffer.from(bytes));
  });

  test('an upstream without an id on the Hub is left out, and named', async () => {
    writeFileSync(
      join(cwd, 'README.md'),
      '---\nlicense: llama2\n---\n# Llama acme\n\nThis model is a fine-tuned version of Llama 2.\n',
    );
    expect(await notice('--write')).toEqual({
      stdout: '',
      stderr: 'licet: "Llama 2" is not a Hub id and was left out\n',
      code: 0,
    });
  });

  test('one work is not several', async () => {
    writeFileSync(
      join(cwd, 'README.md'),
      '---\nlicense: llama3.1\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Llama acme\n',
    );
    expect((await notice()).stdout).toContain('builds on the following work.\n');
    writeFileSync(
      join(cwd, 'README.md'),
      '---\nlicense: llama3.1\nbase_model: [meta-llama/Llama-3.1-8B, Qwen/Qwen2.5-7B]\n---\n# Llama acme\n',
    );
    expect((await notice()).stdout).toContain('builds on the following works.\n');
  });
});

describe('writing', () => {
  const draft = (file: string, replaces = false) =>
    writeFile({ folder: cwd, file, cwd, shown: file, text: 'X\n', replaces });

  test('a link out of the repository is not followed, neither as file nor as folder', () => {
    const out = mkdtempSync(join(tmpdir(), 'licet-out-'));
    symlinkSync(out, join(cwd, 'LICENSES'));
    symlinkSync(join(out, 'x'), join(cwd, 'NOTICE'));
    expect(draft('LICENSES/mit.txt')).toMatch(/symbolic link/);
    expect(draft('NOTICE', true)).toMatch(/symbolic link/);
    expect(draft('../x')).toMatch(/outside/);
    expect(existsSync(join(out, 'mit.txt')) || existsSync(join(out, 'x'))).toBe(false);
    rmSync(out, { recursive: true });
  });

  test('a file keeps its mode, and one that came in between is not overwritten', () => {
    writeFileSync(join(cwd, 'a'), 'old');
    chmodSync(join(cwd, 'a'), 0o640);
    expect(draft('a')).toMatch(/there already/);
    expect(draft('a', true)).toBeUndefined();
    expect(statSync(join(cwd, 'a')).mode & 0o777).toBe(0o640);
    mkdirSync(join(cwd, 'b'));
    expect(draft('b', true)).toMatch(/could not be written/);
  });
});

describe('license texts', () => {
  const mit = shippedCatalogue().byId('mit');
  const credit = (model: string): NoticeCredit => ({
    model,
    link: '',
    license: 'MIT',
    licenseUrl: undefined,
    required: [],
    phrases: [],
    copyright: [],
    keepsLines: true,
    changes: undefined,
    through: [],
    texts: mit ? [mit] : [],
  });

  test('one is taken from the upstream that ships it, if it is the text of that license', async () => {
    const text = spdxText('MIT').replace('<year>', '2026').replace('<copyright holders>', 'Quayside Systems');
    const good = await owedTexts(
      [credit('a/b')],
      () => false,
      () => Promise.resolve(memoryRepo({ LICENSE: text })),
    );
    expect(good).toMatchObject([{ text }]);
    const other = await owedTexts(
      [credit('a/b')],
      () => false,
      () => Promise.resolve(memoryRepo({ LICENSE: spdxText('Apache-2.0') })),
    );
    expect(other).toMatchObject([{ text: undefined, why: '"LICENSE" of a/b is not the text of mit' }]);
    expect(
      await owedTexts(
        [credit('a/b')],
        () => false,
        () => Promise.resolve(undefined),
      ),
    ).toMatchObject([{ text: undefined }]);
    expect(
      await owedTexts(
        [credit('a/b')],
        () => false,
        () => Promise.reject(new Error('gone')),
      ),
    ).toMatchObject([{ text: undefined }]);
    expect(
      await owedTexts(
        [credit('a/b')],
        () => true,
        () => Promise.resolve(undefined),
      ),
    ).toEqual([]);
  });
});

describe('a text with words of somebody else', () => {
  const apache = shippedCatalogue().byId('apache-2.0');
  const credits: NoticeCredit[] = [
    {
      model: 'a/b',
      link: '',
      license: '',
      licenseUrl: undefined,
      required: [],
      phrases: [],
      copyright: [],
      keepsLines: true,
      changes: undefined,
      through: [],
      texts: apache ? [apache] : [],
    },
  ];
  const brought = (text: string) =>
    owedTexts(
      credits,
      () => false,
      () => Promise.resolve(memoryRepo({ LICENSE: text })),
    );

  test('that take away of the license are shown, and it is not passed on as that license', async () => {
    const found = await brought(
      `${spdxText('Apache-2.0')}\n\nThe model may not be used for commercial purposes.\n`,
    );
    expect(found).toMatchObject([
      {
        text: undefined,
        why: expect.stringContaining(
          '"LICENSE" of a/b adds to apache-2.0 words that may restrict it',
        ) as string,
      },
    ]);
    expect(found[0]?.why).toContain('may not be used for commercial purposes');
  });

  test('of a license that shares its text with another is found', async () => {
    const gpl = shippedCatalogue().byId('gpl-3.0-only');
    const [found] = await owedTexts(
      credits.map((credit) => ({ ...credit, texts: gpl ? [gpl] : [] })),
      () => false,
      () => Promise.resolve(memoryRepo({ LICENSE: spdxText('GPL-3.0-only') })),
    );
    expect(found).toMatchObject({ why: '', text: spdxText('GPL-3.0-only') });
  });

  test('that take nothing away is taken, and told to differ', async () => {
    expect(
      await brought(`${spdxText('Apache-2.0')}\n\nWe are glad about every letter, and about tea.\n`),
    ).toMatchObject([{ differs: true, why: '' }]);
  });
});

describe('the address of a license', () => {
  const apache = shippedCatalogue().byId('apache-2.0');
  const credits = (license = apache): NoticeCredit[] => [
    {
      model: 'a/b',
      link: '',
      license: '',
      licenseUrl: undefined,
      required: [],
      phrases: [],
      copyright: [],
      keepsLines: true,
      changes: undefined,
      through: [],
      texts: license ? [license] : [],
    },
  ];
  const from = (address: string, license = apache) =>
    owedTexts(
      credits(license),
      () => false,
      () => Promise.resolve(undefined),
      () => pageAt(address, {}),
    );

  test('gives the text where no upstream ships it, and only if it is that text', async () => {
    const text = spdxText('Apache-2.0');
    const server = await hubServer({
      'a/b': {
        files: { good: text, other: spdxText('MIT'), page: '<!doctype html><html></html>', pdf: '%PDF-1.7' },
      },
    });
    const at = (file: string) => `${server.url}/a/b/resolve/main/${file}`;
    expect(await from(at('good'))).toMatchObject([{ text, differs: false }]);
    expect(await from(at('other'))).toMatchObject([
      {
        text: undefined,
        why: expect.stringMatching(
          /^no copy of a\/b is at hand; what stands at .* is not the text of apache-2\.0$/,
        ) as string,
      },
    ]);
    expect((await from(at('other'), shippedCatalogue().byId('mit')))[0]).toMatchObject({
      text: undefined,
      why: expect.stringContaining('leaves the holder blank') as string,
    });
    expect((await from(at('page')))[0]?.why).toContain('is a web page, not the plain text');
    expect((await from(at('pdf')))[0]?.why).toContain('is no text file');
    expect((await from(at('gone')))[0]?.why).toContain('answers 404');
    expect((await from(`${await closedPort()}/x`))[0]?.why).toContain('no connection to 127.0.0.1');
    expect(await pageAt(at('good'), { HF_HUB_OFFLINE: '1' })).toEqual({
      is: 'none',
      why: 'HF_HUB_OFFLINE is set',
    });
  });

  test('waits for all texts of a run together, and no longer', async () => {
    const server = await hubServer();
    server.play('/', ['drip'], true);
    const budget = new Budget(300);
    const first = await pageAt(`${server.url}/one`, {}, budget);
    expect(first).toMatchObject({
      is: 'none',
      why: expect.stringContaining('did not come to its end') as string,
    });
    expect(await pageAt(`${server.url}/two`, {}, budget)).toEqual({
      is: 'none',
      why: 'the 0.3 s for license texts are used up',
    });
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    ['https://github.com/a/b/blob/main/x/LICENSE', 'https://raw.githubusercontent.com/a/b/main/x/LICENSE'],
    ['https://huggingface.co/a/b/blob/main/LICENSE', 'https://huggingface.co/a/b/resolve/main/LICENSE'],
    ['https://www.apache.org/licenses/LICENSE-2.0', 'https://www.apache.org/licenses/LICENSE-2.0.txt'],
    ['https://www.gnu.org/licenses/gpl-3.0.html', 'https://www.gnu.org/licenses/gpl-3.0.txt'],
    [
      'https://creativecommons.org/licenses/by/4.0/',
      'https://creativecommons.org/licenses/by/4.0/legalcode.txt',
    ],
    ['https://coqui.ai/cpml.txt', 'https://coqui.ai/cpml.txt'],
  ])('%s has its plain text at %s', (url, plain) => expect(plainAddress(url)).toBe(plain));

  test("copyright lines that nobody recorded come from the upstream's own files", async () => {
    const open = () =>
      Promise.resolve(
        memoryRepo({
          LICENSE: 'MIT License\n\nCopyright (c) 2025 Quayside Systems\n',
          NOTICE: '© 2024 Harbor Lab\n',
        }),
      );
    expect(await linesFrom(credits(), open)).toMatchObject([
      { copyright: ['Copyright (c) 2025 Quayside Systems', '© 2024 Harbor Lab'] },
    ]);
    expect(await linesFrom(credits(), () => Promise.reject(new Error('gone')))).toMatchObject([
      { copyright: [] },
    ]);
  });
});

describe('diffs', () => {
  test('far changes have hunks of their own; a last line without an end is marked so', () => {
    const old = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);
    const fresh = ['first\n', ...old.slice(1, 19), 'last'];
    expect(unifiedDiff('a.md', old.join(''), fresh.join(''))).toBe(
      '--- a/a.md\n+++ b/a.md\n@@ -1,4 +1,4 @@\n-line 0\n+first\n line 1\n line 2\n line 3\n@@ -17,4 ' +
        '+17,4 @@\n line 16\n line 17\n line 18\n-line 19\n+last\n\\ No newline at end of file\n',
    );
    expect(unifiedDiff('NOTICE', undefined, 'N\n')).toBe('--- /dev/null\n+++ b/NOTICE\n@@ -0,0 +1 @@\n+N\n');
    expect(unifiedDiff('a b', 'x\n', 'y\n')).toBe('--- a/a b\t\n+++ b/a b\t\n@@ -1 +1 @@\n-x\n+y\n');
    expect(unifiedDiff('a', 'x', 'x')).toBe('');
  });
});
