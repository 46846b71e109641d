import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { VERSION } from '../../src/core/version.ts';
import manifest from '../../package.json' with { type: 'json' };
import { formatNames } from '../../src/core/report/formats.ts';
import { hubServer, SHA } from '../support/hub-server.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { writeGguf } from '../support/write-gguf.ts';

/** What people install: packed, unpacked elsewhere, and every way of calling it held against the sources. */
const folder = inject('packed');
const licet = join(folder, 'node_modules/licet');
const cache = join(folder, 'cache');
beforeAll(() => mkdirSync(cache, { mode: 0o700 }));

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The packed program, beside which this test's own Hub can answer. */
function runs(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(licet, manifest.bin.licet), ...args], { cwd, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject).on('close', (status) => resolve({ status, stdout, stderr }));
  });
}

async function fromSources(cwd: string, args: readonly string[], env: Readonly<Record<string, string>>) {
  const today = new Date().toISOString().slice(0, 10);
  const { code, stdout, stderr } = await main(args, { cwd, env, terminal: false, width: 80, today });
  return { status: code, stdout, stderr };
}

const versioned = ({ status, stdout, stderr }: Said): Said => ({
  status,
  // The number of a bill of materials is of the whole document, and the version stands in it.
  stdout: stdout
    .replaceAll(manifest.version, 'VERSION')
    .replaceAll(VERSION, 'VERSION')
    .replace(/urn:uuid:[0-9a-f-]{36}/g, 'NUMBER'),
  stderr,
});

/** Without a code cache, with one that is empty, and with one that earlier runs filled. */
async function holds(cwd: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const expected = versioned(await fromSources(cwd, args, { HOME: cwd, ...env }));
  const bare = { HOME: cwd, NODE_DISABLE_COMPILE_CACHE: '1', ...env };
  expect(versioned(await runs(cwd, args, bare))).toEqual(expected);
  const code = join(cache, 'code');
  rmSync(code, { recursive: true, force: true });
  for (const run of ['makes the folder', 'fills it', 'is warm'])
    expect({ run, ...versioned(await runs(cwd, args, { HOME: cwd, LICET_CACHE: cache, ...env })) }).toEqual({
      run,
      ...expected,
    });
  return expected;
}

const header = (metadata: Readonly<Record<string, string>>): Uint8Array => {
  const text = Buffer.from(JSON.stringify({ __metadata__: metadata }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text]);
};
const FILES = {
  'README.md':
    '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\nbase_model_relation: finetune\n---\n# Tiny\n\n' +
    '- **Fine-tuned** from [Qwen/Qwen2.5-7B](https://huggingface.co/Qwen/Qwen2.5-7B) &amp; merged.\n\n' +
    '| Base model | License |\n|---|---|\n| google/gemma-2-9b | gemma |\n',
  LICENSE: 'MIT License\n\nCopyright (c) 2026 Acme\n\nPermission is hereby granted, free of charge\n',
  NOTICE: 'Copyright [year] [name]\n',
  'modeling_tiny.py': '# Copyright 2024 The Qwen team\n# Licensed under the Apache License, Version 2.0\n',
  'model.gguf': writeGguf([
    ['general.license', ['string', 'apache-2.0']],
    ['general.base_model.0.repo_url', ['string', 'https://huggingface.co/google/gemma-2-9b']],
  ]),
  'adapter.safetensors': header({ license: 'gemma', base_model: 'google/gemma-2-9b' }),
  '.git/HEAD': '',
  '.gitignore': '*.tmp\n',
};

describe('the packed program says what the sources say', () => {
  test.each([
    ['its help', ['--help']],
    ['its config', ['--print-config']],
    ['a wrong option', ['--formatt']],
    ['a fix that is not written', ['--fix-dry-run']],
    ['licenses', ['licenses']],
    ['license', ['license', 'llama3.1']],
    ['license of a file', ['license', 'LICENSE']],
    ['compat', ['compat', 'llama3.1', 'apache-2.0']],
    ['tree', ['tree']],
    ['bom', ['bom']],
    ['notice', ['notice', '--name', 'acme/Llama-Tiny']],
    ['explain', ['explain', 'missing-phrase']],
    ['explain of a file', ['explain', 'README.md']],
    ['a word that is nearly a command', ['licence']],
    ['a format', ['-f', 'json']],
  ])('%s', { timeout: 120_000 }, async (_, args) => {
    const { stderr } = await holds(tempFolder(FILES), args);
    expect(stderr).not.toContain('internal error');
  });

  test.each(formatNames)(
    'the format %s, with code that another run kept',
    { timeout: 120_000 },
    async (format) => {
      const cwd = tempFolder(FILES);
      const args = ['-f', format];
      const expected = versioned(await fromSources(cwd, args, { HOME: cwd }));
      expect(expected.stderr).not.toContain('internal error');
      expect(versioned(await runs(cwd, args, { HOME: cwd, LICET_CACHE: cache }))).toEqual(expected);
    },
  );

  test('of headers of weights', { timeout: 120_000 }, async () => {
    const { stdout } = await holds(tempFolder(FILES), ['tree']);
    expect(stdout).toContain('model.gguf');
  });

  test('init, which writes a config', { timeout: 120_000 }, async () => {
    const env = { NODE_DISABLE_COMPILE_CACHE: '1' };
    const [one, other] = [tempFolder(FILES), tempFolder(FILES)];
    expect(await runs(one, ['init'], { HOME: one, ...env })).toEqual(
      await fromSources(other, ['init'], { HOME: other }),
    );
    const added = readdirSync(one).filter((name) => !Object.hasOwn(FILES, name) && name.startsWith('licet'));
    expect(added).not.toEqual([]);
    for (const name of added)
      expect(readFileSync(join(one, name), 'utf8')).toBe(readFileSync(join(other, name), 'utf8'));
  });

  test('the Hub and the lock', { timeout: 120_000 }, async () => {
    const { url, seen } = await hubServer({
      'acme/unheard-of': { sha: SHA, cardData: { license: 'cc-by-nc-4.0' }, files: { 'README.md': '' } },
    });
    const cwd = tempFolder({
      'README.md': '---\nlicense: mit\nbase_model: acme/unheard-of\n---\n# Tiny\n',
      '.git/HEAD': '',
    });
    const env = { HF_ENDPOINT: url, XDG_CACHE_HOME: join(cwd, '.none') };
    const { stdout } = await holds(cwd, ['--online'], env);
    expect(stdout).toContain('cc-by-nc-4.0');
    expect(seen.length).toBeGreaterThan(0);
    const { stderr } = await runs(cwd, ['resolve', '--online'], { HOME: cwd, ...env });
    expect(stderr).toBe('');
    expect(existsSync(join(cwd, 'licet.lock.json'))).toBe(true);
    const locked = await holds(cwd, ['--frozen-lock']);
    expect(locked.stdout).toContain('cc-by-nc-4.0');
    await holds(cwd, ['--online', '-f', 'json'], env);
  });

  test('a config that is code, with the package by its name', { timeout: 120_000 }, async () => {
    const cwd = join(folder, 'repo');
    const files = {
      'README.md': FILES['README.md'],
      'licet.config.mjs':
        "import { version } from 'licet';\nif (!version) throw 1;\nexport default { extends: 'strict' };\n",
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    }
    const env = { HOME: cwd, LICET_CACHE: cache };
    for (let run = 0; run < 3; run += 1) {
      const { status, stderr } = await runs(cwd, ['--config', 'licet.config.mjs'], env);
      expect([status, stderr]).toEqual([1, '']);
    }
  });
});

test('the package holds its programs, its library, its types and the licenses of what is in them', () => {
  for (const file of [
    ...Object.values(manifest.exports).flatMap((one) => (typeof one === 'string' ? [] : Object.values(one))),
    manifest.bin.licet,
    'dist/action.cjs',
    'dist/main.cjs',
    'THIRD_PARTY_LICENSES',
  ])
    expect(existsSync(join(licet, file)), file).toBe(true);
});

test('the Action runs from the repository as it is', { timeout: 60_000 }, async () => {
  const cwd = tempFolder(FILES);
  const said = await new Promise<Said>((resolve) => {
    const action = fileURLToPath(new URL('../../dist/action.cjs', import.meta.url));
    const child = spawn(process.execPath, [action], { cwd, env: { GITHUB_WORKSPACE: cwd, HOME: cwd } });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  expect([said.status, said.stderr]).toEqual([1, '']);
  expect(said.stdout).toContain('::error');
});
