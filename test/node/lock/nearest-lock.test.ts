import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../../src/cli/commands/resolve.ts';
import { main } from '../../../src/cli/main.ts';
import { closedPort, hubServer, SHA, type ServedModel } from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const card = (base: string, license = 'mit') =>
  `---\nlicense: ${license}\nbase_model: ${base}\n---\n# Tiny\n`;
const lock = (model: string, license: string, more: object = {}) =>
  JSON.stringify({
    version: 1,
    models: { [model]: { license, source: 'Hub', date: '2026-11-01', ...more } },
  });

function host(root: string, part = '', url = '', cache = join(root, '.cache')) {
  const env = { HF_ENDPOINT: url, HOME: root, LICET_CACHE: cache };
  return {
    cwd: join(root, part),
    env,
    terminal: false,
    width: 100,
    today: '2026-11-24',
    now: () => new Date('2026-11-24T10:00:00Z'),
  };
}

const lint = (args: readonly string[], root: string, part = '', url = '', cache?: string) =>
  main(['--format', 'compact', ...args], host(root, part, url, cache));
const modelsIn = (root: string, path: string) =>
  Object.keys((JSON.parse(readFileSync(join(root, path), 'utf8')) as { readonly models: object }).models);

describe('the lock of a repository', () => {
  test('is the nearest one above it, for each repository of a run its own', async () => {
    const root = tempFolder({
      '.git/HEAD': '',
      'licet.lock.json': lock('acme/big', 'cc-by-nc-4.0'),
      'a/README.md': card('acme/big'),
      'team/licet.lock.json': lock('acme/big', 'mit'),
      'team/b/README.md': card('acme/big'),
    });
    const { stdout } = await lint([], root);
    expect(stdout).toMatch(/^a\/README\.md:2:10 .*lacks the non-commercial limit/m);
    expect(stdout).not.toMatch(/team\/b\/README\.md.*lacks/);
    // From wherever it is started.
    expect((await lint([], root, 'a')).stdout).toMatch(/^README\.md:2:10 .*lacks the non-commercial limit/m);
    expect((await lint(['../team/b'], root, 'a')).stdout).not.toContain('lacks');
  });

  test('is not looked for beyond the root of the git checkout', async () => {
    const root = tempFolder({
      'licet.lock.json': lock('acme/big', 'cc-by-nc-4.0'),
      'clone/.git/HEAD': '',
      'clone/README.md': card('acme/big'),
    });
    expect((await lint([], root)).stdout).toContain('Terms of "acme/big" are unknown');
  });

  test('is the named one with --lock, for all', async () => {
    const root = tempFolder({
      'licet.lock.json': lock('acme/big', 'mit'),
      'my.lock': lock('acme/big', 'cc-by-nc-4.0'),
      'a/README.md': card('acme/big'),
    });
    expect((await lint(['--lock', 'my.lock'], root)).stdout).toContain('lacks the non-commercial limit');
  });

  test('that is broken, absent or no file is one message with its path', async () => {
    const root = tempFolder({
      'x/licet.lock.json': '<<<<<<< HEAD\n',
      'x/a/README.md': card('acme/big'),
      'y/README.md': card('acme/big'),
      'z/licet.lock.json/file': '',
      'z/README.md': card('a/b'),
    });
    expect(await lint(['x/a'], root)).toMatchObject({
      stdout: '',
      code: 2,
      stderr: expect.stringContaining('"x/licet.lock.json" holds the marks of a merge conflict') as string,
    });
    expect(await lint(['--frozen-lock', 'y'], root)).toMatchObject({
      stdout: '',
      code: 2,
      stderr: 'licet: No licet.lock.json in or above "y"\n  hint  Write it with `licet resolve`\n',
    });
    expect(await lint(['z'], root)).toMatchObject({
      stdout: '',
      code: 2,
      stderr: expect.stringContaining('"z/licet.lock.json" is not a plain file') as string,
    });
  });

  test('gives its facts beside those of the nearest config', async () => {
    const facts = (license: string) =>
      `facts:\n  - model: acme/big\n    license: ${license}\n    reason: a letter\n    date: 2026-05-01\n`;
    const root = tempFolder({
      'licet.config.yaml': facts('mit'),
      'a/README.md': card('acme/big'),
      'b/licet.config.yaml': facts('cc-by-nc-4.0'),
      'b/README.md': card('acme/big'),
    });
    const { stdout } = await lint([], root);
    expect(stdout).toMatch(/^b\/README\.md:.*lacks/m);
    expect(stdout).not.toMatch(/^a\/README\.md:.*lacks/m);
  });
});

describe('licet resolve', () => {
  test('renews the nearest lock of each repository and begins one here where there is none', async () => {
    const root = tempFolder({
      '.git/HEAD': '',
      'a/README.md': card('meta-llama/Llama-3.1-8B'),
      'team/licet.lock.json': '{"version":1,"models":{}}',
      'team/b/README.md': card('mistralai/Mistral-7B-v0.1'),
    });
    const { stdout, code } = await run([], host(root));
    expect(stdout.split('\n').filter((line) => !line.startsWith(' '))).toEqual([
      'licet.lock.json: 1 model',
      'team/licet.lock.json: 1 model',
      '',
    ]);
    expect(code).toBe(0);
    expect(modelsIn(root, 'licet.lock.json')).toEqual(['meta-llama/Llama-3.1-8B']);
    expect(modelsIn(root, 'team/licet.lock.json')).toEqual(['mistralai/Mistral-7B-v0.1']);
  });

  test('from a folder below, renews the lock above and takes nothing out of it', async () => {
    const root = tempFolder({
      '.git/HEAD': '',
      'licet.lock.json': lock('acme/other', 'mit'),
      'a/README.md': card('meta-llama/Llama-3.1-8B'),
    });
    expect((await run([], host(root, 'a'))).stdout).toMatch(/^\.\.\/licet\.lock\.json: 2 models\n/);
    expect(modelsIn(root, 'licet.lock.json')).toEqual(['acme/other', 'meta-llama/Llama-3.1-8B']);
    expect(existsSync(join(root, 'a/licet.lock.json'))).toBe(false);
  });

  test('puts the lock of another checkout at the root of that, where the linter meets it', async () => {
    const root = tempFolder({ 'clone/.git/HEAD': '', 'clone/m/README.md': card('meta-llama/Llama-3.1-8B') });
    expect((await run([], host(root))).stdout).toMatch(/^clone\/licet\.lock\.json: 1 model\n/);
    expect((await lint(['--frozen-lock'], root)).stdout).not.toContain('are unknown');
  });
});

describe('a lock that is held against newer sources', () => {
  const HUB: Record<string, ServedModel> = {
    'acme/big': { cardData: { license: 'cc-by-nc-4.0' }, files: { LICENSE: 'new terms\n' } },
  };
  const stale = (stdout: string) => stdout.split('\n').filter((line) => / stale-lock(?: |$)/.test(line));

  test.each([[['--online']], [['--online', '--frozen-lock']]])(
    'tells with %j that the license changed, and keeps the lock as the measure',
    async (args) => {
      const hub = await hubServer(HUB);
      const root = tempFolder({ 'README.md': card('acme/big'), 'licet.lock.json': lock('acme/big', 'mit') });
      const cache = tempFolder();
      const { stdout } = await lint(args, root, '', hub.url, cache);
      expect(stale(stdout)).toEqual([
        expect.stringMatching(
          new RegExp(
            String.raw`^README\.md:3:13 {2}warning {2}License of "acme\/big" was "mit" ` +
              String.raw`\(2026-11-01\) and is "cc-by-nc-4\.0" ` +
              String.raw`\(Hub \(127\.0\.0\.1:\d+\), \d{4}-\d\d-\d\d\) {2}stale-lock$`,
          ),
        ) as string,
      ]);
      expect(stdout).not.toContain('lacks');
      const before = hub.seen.length;
      expect((await lint(args, root, '', hub.url, cache)).stdout).toBe(stdout);
      expect(hub.seen).toHaveLength(before);
    },
  );

  test('asks for a text only where the commit is another, and tells that it changed', async () => {
    const hub = await hubServer({ 'acme/big': { ...HUB['acme/big'], cardData: { license: 'mit' } } });
    const held = (revision: string) =>
      tempFolder({
        'README.md': card('acme/big'),
        'licet.lock.json': lock('acme/big', 'mit', { revision, text_sha256: 'a'.repeat(64) }),
      });
    expect(stale((await lint(['--online'], held(SHA), '', hub.url)).stdout)).toEqual([]);
    expect(hub.seen).toHaveLength(1);
    const { stdout } = await lint(['--online'], held('e'.repeat(40)), '', hub.url);
    expect(stdout).toContain('License text of "acme/big" changed after 2026-11-01');
    expect(hub.seen.at(-1)?.path).toBe(`/acme/big/resolve/${SHA}/LICENSE`);
  });

  test('the Hub says what holds now: its word counts against a lock of the same month', async () => {
    const hub = await hubServer(HUB);
    const date = new Date().toISOString().slice(0, 7);
    const root = tempFolder({
      'README.md': card('acme/big'),
      'licet.lock.json': lock('acme/big', 'mit', { source: 'snapshot', date }),
    });
    expect(stale((await lint(['--online'], root, '', hub.url)).stdout)).toHaveLength(1);
  });

  test('one that was written today is not asked about', async () => {
    const hub = await hubServer(HUB);
    const root = tempFolder({
      'README.md': card('acme/big'),
      'licet.lock.json': lock('acme/big', 'mit', { date: '2026-11-24' }),
    });
    expect(stale((await lint(['--online'], root, '', hub.url)).stdout)).toEqual([]);
    expect(hub.seen).toEqual([]);
  });

  test(
    'with nobody there the findings are those of the lock, and a line says that it was not held ' +
      'against the Hub',
    async () => {
      const root = tempFolder({
        'README.md': card('acme/big', 'apache-2.0'),
        'licet.lock.json': lock('acme/big', 'cc-by-nc-4.0'),
      });
      const online = await lint(['--online'], root, '', await closedPort());
      expect(online.stderr).toMatch(
        new RegExp(
          String.raw`^licet: the lock was not held against the Hub for "acme\/big": no connection to ` +
            String.raw`127\.0\.0\.1:\d+ \(ECONNREFUSED\)\n$`,
        ),
      );
      expect(online).toMatchObject({ stdout: (await lint([], root)).stdout, code: 0 });
    },
  );

  test('offline, the snapshot speaks where it is younger, frozen or not', async () => {
    const old = { source: 'snapshot', date: '2020-01' };
    const root = tempFolder({
      'README.md': card('meta-llama/Llama-3.1-8B'),
      'licet.lock.json': lock('meta-llama/Llama-3.1-8B', 'mit', old),
    });
    for (const args of [[], ['--frozen-lock']])
      expect(stale((await lint(args, root)).stdout)).toEqual([
        expect.stringMatching(
          /was "mit" \(2020-01\) and is "llama3\.1" \(snapshot, \d{4}-\d\d(?:-\d\d)?\)/,
        ) as string,
      ]);
    const young = tempFolder({
      'README.md': card('meta-llama/Llama-3.1-8B'),
      'licet.lock.json': lock('meta-llama/Llama-3.1-8B', 'mit'),
    });
    expect(stale((await lint([], young)).stdout)).toEqual([]);
  });

  test('with --hub-cache the cards of this machine speak too', async () => {
    const root = tempFolder({
      'repo/README.md': card('acme/big'),
      'repo/licet.lock.json': lock('acme/big', 'mit', { date: '2020-01-01' }),
      '.cache/huggingface/hub/models--acme--big/refs/main': SHA,
      [`.cache/huggingface/hub/models--acme--big/snapshots/${SHA}/README.md`]: '---\nlicense: gemma\n---\n',
    });
    expect(stale((await lint([], root, 'repo')).stdout)).toEqual([]);
    expect(stale((await lint(['--hub-cache'], root, 'repo')).stdout)).toEqual([
      expect.stringMatching(/was "mit" \(2020-01-01\) and is "gemma" \(Hub cache, /) as string,
    ]);
  });
});
