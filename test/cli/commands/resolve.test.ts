import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { help, run, type ResolveWorld } from '../../../src/cli/commands/resolve.ts';
import { main } from '../../../src/cli/main.ts';
import { closedPort, hubServer, SHA, type ServedModel } from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const card = (base: string) => `---\nlicense: mit\nbase_model: ${base}\n---\n# Tiny\n`;
const CHAIN: Record<string, ServedModel> = {
  'acme/mid': {
    cardData: { license: 'apache-2.0', base_model: 'acme/root' },
    files: { LICENSE: 'terms of mid\n' },
  },
  'acme/root': {
    cardData: { license: 'other', license_name: 'acme-1.0', license_link: 'LICENSE' },
    files: { LICENSE: 'terms of root\n' },
  },
};

function world(
  folder: string,
  url: string,
  more: Partial<ResolveWorld> = {},
  day = '2026-11-24',
): ResolveWorld {
  return {
    cwd: folder,
    env: { HF_ENDPOINT: url, HOME: folder, LICET_CACHE: join(folder, '.cache') },
    now: () => new Date(`${day}T10:00:00Z`),
    ...more,
  };
}

const lockIn = (folder: string) => readFileSync(join(folder, 'licet.lock.json'), 'utf8');

describe('licet resolve --online', () => {
  test('locks every upstream, all the way up, with the hash of its text', async () => {
    const hub = await hubServer(CHAIN);
    const folder = tempFolder({ 'README.md': card('acme/mid') });
    const { stdout, stderr, code } = await run(['--online'], world(folder, hub.url));
    const host = new URL(hub.url).host;
    expect(stdout).toBe(
      `licet.lock.json: 2 models\n  + acme/mid  apache-2.0  (Hub (${host}), 2026-11-24)\n  + ` +
        `acme/root  other  (Hub (${host}), 2026-11-24)\n`,
    );
    expect([stderr, code]).toEqual(['', 0]);
    expect(JSON.parse(lockIn(folder))).toMatchObject({
      models: {
        'acme/mid': {
          license: 'apache-2.0',
          bases: [{ model: 'acme/root' }],
          revision: SHA,
          text_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          date: '2026-11-24',
        },
        'acme/root': { license: 'other', license_name: 'acme-1.0', license_link: 'LICENSE' },
      },
    });
  });

  test('a second run, days later, changes nothing where nothing changed', async () => {
    const hub = await hubServer(CHAIN);
    const folder = tempFolder({ 'README.md': card('acme/mid') });
    const env = { HF_ENDPOINT: hub.url, HOME: folder, LICET_CACHE: tempFolder() };
    await run(['--online'], world(folder, hub.url, { env }));
    const before = lockIn(folder);
    const first = hub.seen.length;
    expect(await run(['--online'], world(folder, hub.url, { env }, '2026-12-03'))).toMatchObject({
      stdout: 'licet.lock.json: 2 models, unchanged\n',
      code: 0,
    });
    expect(lockIn(folder)).toBe(before);
    // Texts of a known commit are not fetched again, and the records are only asked whether they hold.
    const second = hub.seen.slice(first);
    expect(second.map(({ path }) => path.split('?')[0])).toEqual([
      '/api/models/acme/mid',
      '/api/models/acme/root',
    ]);
    expect(second.every(({ headers }) => headers['if-none-match'] !== undefined)).toBe(true);
  });

  test('keeps the copyright lines of license and notice, and the linter asks for them offline', async () => {
    const files = {
      LICENSE:
        'MIT License\n\nCopyright (c) 2025 Quayside Systems\n\nPermission is hereby granted, ' +
        'Copyright (c) of nobody\n',
      'NOTICE.md': '**© 2024 Harbor Lab**\n\nCopyright [yyyy] [name of copyright owner]\n',
    };
    const hub = await hubServer({ 'acme/mid': { cardData: { license: 'mit' }, files } });
    const folder = tempFolder({
      'README.md': '---\nlicense: mit\nbase_model: acme/mid\nbase_model_relation: finetune\n---\n# Tiny\n',
    });
    await run(['--online'], world(folder, hub.url));
    const lines = [
      { line: 'Copyright (c) 2025 Quayside Systems', file: 'LICENSE' },
      { line: '© 2024 Harbor Lab', file: 'NOTICE.md' },
    ];
    expect(
      (JSON.parse(lockIn(folder)) as { models: Record<string, unknown> }).models['acme/mid'],
    ).toMatchObject({ copyright: lines });
    const before = lockIn(folder);
    await run(['--online'], world(folder, hub.url, {}, '2026-12-03'));
    expect(lockIn(folder)).toBe(before);

    const lint = (...args: string[]) =>
      main(args, { cwd: folder, env: {}, terminal: false, width: 100, today: '2026-11-24' });
    const asked = await lint();
    for (const { line, file } of lines)
      expect(asked.stdout).toContain(`Add to NOTICE: "${line}" (${file} of acme/mid, 2026-11-24)`);
    await lint('--fix');
    expect(readFileSync(join(folder, 'NOTICE'), 'utf8')).toBe(
      'acme/mid (MIT License)\nCopyright (c) 2025 Quayside Systems\n© 2024 Harbor Lab\n',
    );
    expect((await lint()).stdout).not.toContain('missing-copyright');
  });

  test('a lock without copyright lines takes them in at the next run online', async () => {
    const hub = await hubServer({
      'acme/mid': {
        cardData: { license: 'mit' },
        files: { LICENSE: 'Copyright (c) 2025 Quayside Systems\n' },
      },
    });
    const folder = tempFolder({ 'README.md': card('acme/mid') });
    await run(['--online'], world(folder, hub.url));
    writeFileSync(
      join(folder, 'licet.lock.json'),
      JSON.stringify(JSON.parse(lockIn(folder)), (key, value: unknown) =>
        key === 'copyright' ? undefined : value,
      ),
    );
    await run(['--online'], world(folder, hub.url));
    expect(lockIn(folder)).toContain('Quayside Systems');
  });

  test('a license and a text that changed are told, and refused where the lock is frozen', async () => {
    const hub = await hubServer({ ...CHAIN });
    const folder = tempFolder({ 'README.md': card('acme/mid') });
    await run(['--online'], world(folder, hub.url));
    const before = lockIn(folder);
    hub.models['acme/mid'] = {
      ...CHAIN['acme/mid'],
      cardData: { license: 'cc-by-nc-4.0', base_model: 'acme/root' },
    };
    hub.models['acme/root'] = {
      ...CHAIN['acme/root'],
      sha: 'e'.repeat(40),
      files: { LICENSE: 'new terms\n' },
    };

    const frozen = await run(['--online', '--frozen-lock'], world(folder, hub.url));
    expect(frozen).toMatchObject({ stdout: '', code: 1 });
    expect(frozen.stderr).toContain('licet: licet.lock.json would change\n');
    expect(frozen.stderr).toContain(
      '  - License of "acme/mid" was "apache-2.0" (2026-11-24) and is "cc-by-nc-4.0"\n',
    );
    expect(frozen.stderr).toContain('  - License text of "acme/root" changed after 2026-11-24\n');
    expect(lockIn(folder)).toBe(before);

    const { stdout, code } = await run(['--online'], world(folder, hub.url));
    expect(stdout).toContain('  ~ License of "acme/mid" was "apache-2.0"');
    expect(code).toBe(0);
    expect(lockIn(folder)).not.toBe(before);
  });

  test('with nobody there it ends, says so, and keeps what the lock has', async () => {
    const hub = await hubServer(CHAIN);
    const folder = tempFolder({ 'README.md': card('acme/mid') });
    await run(['--online'], world(folder, hub.url));
    const before = lockIn(folder);
    const { stdout, stderr, code } = await run(['--online'], world(folder, await closedPort()));
    expect([stdout, code]).toEqual(['licet.lock.json: 2 models, unchanged\n', 0]);
    expect(stderr).toMatch(
      new RegExp(
        String.raw`^licet: The Hub did not answer for "acme\/mid": no connection to 127\.0\.0\.1:\d+ ` +
          String.raw`\(ECONNREFUSED\)\n`,
      ),
    );
    expect(lockIn(folder)).toBe(before);
  });

  test('what stays unknown is told with a hint, exit code 1', async () => {
    const hub = await hubServer();
    const folder = tempFolder({ 'README.md': card('acme/absent') });
    const { stdout, stderr, code } = await run(['--online'], world(folder, hub.url));
    expect(stdout).toBe(
      'licet.lock.json: 0 models, unchanged\n  ? acme/absent  unknown: it is missing, renamed or ' +
        'private; if private, set HF_TOKEN\n      hint  Check the id, or set `HF_TOKEN`\n',
    );
    expect([stderr, code]).toEqual(['', 1]);
    expect(existsSync(join(folder, 'licet.lock.json'))).toBe(false);
  });

  test('a fact of the config is asked of nobody and not written', async () => {
    const hub = await hubServer();
    const folder = tempFolder({
      'README.md': card('acme/secret'),
      'licet.config.yaml':
        'facts:\n  - model: acme/secret\n    license: mit\n    reason: a letter\n    date: 2026-05-01\n',
    });
    expect(await run(['--online'], world(folder, hub.url))).toMatchObject({
      code: 0,
      stdout: 'No upstream models, nothing to lock\n',
    });
    expect(hub.seen).toEqual([]);
  });
});

describe('licet resolve, offline', () => {
  test('sends no packet and locks what licet ships', async () => {
    const hub = await hubServer();
    const folder = tempFolder({ 'README.md': card('meta-llama/Llama-3.1-8B') });
    const { code, stdout } = await run([], world(folder, hub.url));
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'licet.lock.json: 1 model']);
    expect(hub.seen).toEqual([]);
    expect(JSON.parse(lockIn(folder))).toMatchObject({
      models: { 'meta-llama/Llama-3.1-8B': { license: 'llama3.1', source: 'snapshot' } },
    });
  });

  test('what the Hub said before is kept, not replaced by the snapshot', async () => {
    const hub = await hubServer({ 'meta-llama/Llama-3.1-8B': { cardData: { license: 'llama3.1' } } });
    const folder = tempFolder({ 'README.md': card('meta-llama/Llama-3.1-8B') });
    await run(['--online'], world(folder, hub.url));
    const before = lockIn(folder);
    await run([], world(folder, hub.url));
    expect(lockIn(folder)).toBe(before);
  });

  test("with --hub-cache the machine's own downloads count", async () => {
    const folder = tempFolder({
      'repo/README.md': card('acme/mid'),
      'hf/hub/models--acme--mid/refs/main': SHA,
      [`hf/hub/models--acme--mid/snapshots/${SHA}/README.md`]: '---\nlicense: gemma\n---\n',
    });
    const env = { HF_HOME: join(folder, 'hf'), HOME: folder };
    expect(await run([], world(join(folder, 'repo'), '', { env }))).toMatchObject({ code: 1 });
    expect(await run(['--hub-cache'], world(join(folder, 'repo'), '', { env }))).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('+ acme/mid  gemma  (Hub cache, ') as string,
    });
  });

  test('what nobody needs any more goes, but not when only a part was looked at', async () => {
    const folder = tempFolder({
      'a/README.md': card('meta-llama/Llama-3.1-8B'),
      'b/README.md': card('mistralai/Mistral-7B-v0.1'),
    });
    const w = world(folder, '');
    await run([], w);
    expect(Object.keys((JSON.parse(lockIn(folder)) as { models: object }).models)).toEqual([
      'meta-llama/Llama-3.1-8B',
      'mistralai/Mistral-7B-v0.1',
    ]);
    writeFileSync(join(folder, 'b/README.md'), '---\nlicense: mit\n---\n# B\n');
    expect((await run(['b'], w)).stdout).toBe('licet.lock.json: 2 models, unchanged\n');
    expect(await run(['--frozen-lock'], w)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(
        '"mistralai/Mistral-7B-v0.1" is in the lock and no repository needs it',
      ) as string,
    });
    expect((await run([], w)).stdout).toContain('  - mistralai/Mistral-7B-v0.1\n');
  });
});

describe('licet resolve --frozen-lock', () => {
  test('accepts a lock that fits; a model that it lacks is an error, even one that licet ships', async () => {
    const folder = tempFolder({ 'README.md': card('meta-llama/Llama-3.1-8B') });
    const w = world(folder, '');
    expect(await run(['--frozen-lock'], w)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('  - "meta-llama/Llama-3.1-8B" is not in the lock\n') as string,
    });
    expect(existsSync(join(folder, 'licet.lock.json'))).toBe(false);
    await run([], w);
    expect(await run(['--frozen-lock'], w)).toEqual({
      stdout: 'licet.lock.json: 1 model, as locked\n',
      stderr: '',
      code: 0,
    });
  });
});

test('offline, a frozen lock is the measure, not what a newer licet ships', async () => {
  const folder = tempFolder({
    'README.md': card('meta-llama/Llama-3.1-8B'),
    'licet.lock.json':
      '{"version":1,"models":{"meta-llama/Llama-3.1-8B":' +
      '{"license":"mit","source":"snapshot","date":"2024-12"}}}',
  });
  expect(await run(['--frozen-lock'], world(folder, ''))).toMatchObject({ code: 0 });
  expect((await run([], world(folder, ''))).stdout).toContain(
    'License of "meta-llama/Llama-3.1-8B" was "mit" (2024-12) and is "llama3.1"',
  );
});

describe('what is refused', () => {
  test.each([
    [['--onlin'], 'Did you mean `--online`?'],
    [['--lock'], 'needs a value'],
    [['nowhere'], 'nowhere'],
    [['hf:acme/tiny'], '"hf:acme/tiny" is on the Hub'],
    [['hf:'], 'names no repository on the Hub'],
  ])('%j with exit code 2', async (args, message) => {
    const { stdout, stderr, code } = await run(args, world(tempFolder({ 'README.md': card('a/b') }), ''));
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });

  test('a lock that cannot be read is not written over', async () => {
    const folder = tempFolder({
      'README.md': card('meta-llama/Llama-3.1-8B'),
      'licet.lock.json': '<<<<<<< HEAD\n',
    });
    expect(await run([], world(folder, ''))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('merge conflict') as string,
    });
    expect(lockIn(folder)).toBe('<<<<<<< HEAD\n');
  });

  test('--help is the help', async () => {
    expect(await run(['--help'], world(tempFolder(), ''))).toEqual({ stdout: help, stderr: '', code: 0 });
  });
});
