import { describe, expect, test } from 'vitest';
import { hubRepo, remoteTarget } from '../../../src/core/hub/hub-repo.ts';
import { readSources } from '../../../src/core/read/read-sources.ts';
import { hubClient } from '../../../src/node/hub/client.ts';
import { closedPort, GOOD_TOKEN, hubServer, SHA, type ServedModel } from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { writeGguf } from '../../support/write-gguf.ts';

describe('an argument that names a repository on the Hub', () => {
  const model = (id: string, revision?: string) => ({ kind: 'model', id, revision });
  test.each([
    ['hf:acme/tiny', model('acme/tiny')],
    ['hf://acme/tiny', model('acme/tiny')],
    ['hf:gpt2', model('gpt2')],
    ['hf:acme/tiny@v1.0', model('acme/tiny', 'v1.0')],
    ['hf:acme/tiny@refs/pr/7', model('acme/tiny', 'refs/pr/7')],
    ['hf:models/acme/tiny', model('acme/tiny')],
    ['hf:datasets/acme/corpus@main', { kind: 'dataset', id: 'acme/corpus', revision: 'main' }],
    ['hf:spaces/acme/demo', { kind: 'space', id: 'acme/demo', revision: undefined }],
    ['https://huggingface.co/acme/tiny', model('acme/tiny')],
    ['https://huggingface.co/acme/tiny/', model('acme/tiny')],
    ['https://huggingface.co/acme/tiny?library=transformers#uses', model('acme/tiny')],
    ['https://huggingface.co/acme/tiny/tree/refs%2Fpr%2F7', model('acme/tiny', 'refs/pr/7')],
    ['https://huggingface.co/acme/tiny/tree/refs/pr/7/folder', model('acme/tiny', 'refs/pr/7')],
    ['https://huggingface.co/gpt2/blob/refs/convert/onnx/README.md', model('gpt2', 'refs/convert/onnx')],
    ['HF:acme/tiny', model('acme/tiny')],
    ['https://huggingface.co/acme/tiny/blob/main/README.md', model('acme/tiny', 'main')],
    ['https://huggingface.co/acme/tiny/discussions/3', model('acme/tiny')],
    ['https://huggingface.co/acme/tiny.git', model('acme/tiny')],
    ['https://hf.co/datasets/acme/corpus', { kind: 'dataset', id: 'acme/corpus', revision: undefined }],
    ['huggingface.co/spaces/acme/demo/tree/main', { kind: 'space', id: 'acme/demo', revision: 'main' }],
    ['https://huggingface.co/gpt2/tree/main', model('gpt2', 'main')],
  ])('%s', (arg, expected) => {
    expect(remoteTarget(arg)).toEqual(expected);
  });

  test.each([
    '.',
    'acme/tiny',
    './hf',
    'README.md',
    'https://example.org/acme/tiny',
    'c:\\models\\tiny',
    'hfs/acme',
    'hub.huggingface.co.evil.example/a/b',
  ])('%s is none', (arg) => {
    expect(remoteTarget(arg)).toBeUndefined();
  });

  test.each([
    'hf:',
    'hf:a/b/c',
    'hf:../..',
    'hf:acme/ti ny',
    'hf:acme/tiny@',
    'hf:acme/tiny@../x',
    'hf:acme/x--y',
    'https://huggingface.co/',
    'https://huggingface.co/docs/hub',
    'https://huggingface.co/blog/x',
    'https://huggingface.co/spaces/acme',
  ])('%s is refused', (arg) => {
    expect(() => remoteTarget(arg)).toThrow(/names no repository on the Hub/);
  });
});

const gguf = writeGguf([
  ['general.architecture', ['string', 'llama']],
  ['general.license', ['string', 'llama3.1']],
]);
const TINY: ServedModel = {
  files: {
    'README.md': '---\nlicense: mit\n---\n# Tiny\n',
    LICENSE: 'terms',
    'weights/tiny.gguf': gguf,
    'config.json': '{}',
    'empty.txt': '',
  },
};

function client(url: string, env: Readonly<Record<string, string>> = {}, folder = tempFolder()) {
  return hubClient({
    budget: 5000,
    timeout: 1000,
    pause: 5,
    env: { HF_ENDPOINT: url, HOME: folder, LICET_CACHE: folder, ...env },
  });
}

describe('a repository on the Hub', () => {
  test('has the files of one commit, and is read like a folder', async () => {
    const hub = await hubServer({ 'acme/tiny': TINY });
    const repo = await hubRepo('hf:acme/tiny', client(hub.url));
    expect(repo).toMatchObject({
      root: 'hf:acme/tiny',
      id: 'acme/tiny',
      kind: 'model',
      revision: SHA,
      complete: true,
      card: 'README.md',
      files: ['LICENSE', 'README.md', 'config.json', 'empty.txt', 'weights/tiny.gguf'],
    });
    expect(await repo.size('LICENSE')).toBe(5);
    expect(await repo.bytes('empty.txt', 0, 100)).toHaveLength(0);
    const sources = await readSources(repo);
    expect(sources.map(({ file, kind }) => [file, kind])).toEqual([
      ['README.md', 'text'],
      ['LICENSE', 'text'],
      ['config.json', 'text'],
      ['weights/tiny.gguf', 'header'],
    ]);
    expect(sources[0]).toMatchObject({ text: TINY.files?.['README.md'] });
    const header = sources[3];
    expect(header?.kind === 'header' && header.entries.get('general.license')).toBe('llama3.1');
  });

  test('is read by stretches: of weights only the header travels', async () => {
    const big = new Uint8Array(3_000_000);
    big.set(gguf);
    const hub = await hubServer({ 'acme/tiny': { files: { 'a.gguf': big } } });
    await readSources(await hubRepo('hf:acme/tiny', client(hub.url)));
    const asked = hub.seen.filter(({ path }) => path.endsWith('.gguf'));
    expect(asked.length).toBeGreaterThan(0);
    for (const { headers } of asked) {
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
      expect(Number(to) - Number(from)).toBeLessThan(200_000);
    }
  });

  test('the second time only the commit is asked, and whether it still is the one', async () => {
    const hub = await hubServer({ 'acme/tiny': TINY });
    const folder = tempFolder();
    const first = await readSources(await hubRepo('hf:acme/tiny', client(hub.url, {}, folder)));
    const before = hub.seen.length;
    const second = await readSources(await hubRepo('hf:acme/tiny', client(hub.url, {}, folder)));
    expect(second).toEqual(first);
    expect(
      hub.seen.slice(before).map(({ path, headers }) => [path, headers['if-none-match'] !== undefined]),
    ).toEqual([['/api/models/acme/tiny/revision/main?blobs=true', true]]);
  });

  test('large files lie on another host, which sees no token', async () => {
    const hub = await hubServer({ 'acme/tiny': TINY });
    const store = await hubServer();
    store.play('/blob', [{ status: 206, headers: { 'content-range': 'bytes 0-4/5' }, body: 'terms' }]);
    hub.play(`/resolve/${SHA}/LICENSE`, [{ status: 302, headers: { location: `${store.url}/blob` } }]);
    const repo = await hubRepo('hf:acme/tiny', client(hub.url, { HF_TOKEN: GOOD_TOKEN }));
    expect(new TextDecoder().decode(await repo.bytes('LICENSE', 0, 5))).toBe('terms');
    expect(store.seen).toMatchObject([{ token: undefined, headers: { range: 'bytes=0-4' } }]);
    expect(hub.seen.every(({ token }) => token === GOOD_TOKEN)).toBe(true);
  });

  test('many files come page by page, from the endpoint whatever host the pages name', async () => {
    const files = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`f-${index}.txt`, 'x']));
    const hub = await hubServer({ 'acme/tiny': { files, page: 10 } });
    const repo = await hubRepo('hf:acme/tiny', client(hub.url));
    expect(repo.files).toHaveLength(25);
    expect(hub.seen.filter(({ path }) => path.includes('/tree/'))).toHaveLength(3);
  });

  test('data sets and Spaces have their own addresses', async () => {
    const hub = await hubServer({
      'datasets/acme/corpus': { files: { 'README.md': 'data' } },
      'spaces/acme/demo': { files: { 'README.md': 'demo' } },
    });
    for (const [arg, text] of [
      ['hf:datasets/acme/corpus', 'data'],
      ['hf:spaces/acme/demo', 'demo'],
    ] as const) {
      const repo = await hubRepo(arg, client(hub.url));
      expect(new TextDecoder().decode(await repo.bytes('README.md', 0, 100))).toBe(text);
      expect(repo.root).toBe(arg);
    }
  });

  test('under a former name it is read under the one of today', async () => {
    const hub = await hubServer({ 'acme/old': { movedTo: 'acme-ai/new' }, 'acme-ai/new': TINY });
    const repo = await hubRepo('hf:acme/old', client(hub.url));
    expect(repo.id).toBe('acme-ai/new');
    expect(new TextDecoder().decode(await repo.bytes('LICENSE', 0, 9))).toBe('terms');
  });

  test('file names that would climb out of the address are left out', async () => {
    const hub = await hubServer({
      'acme/tiny': {
        files: {
          '../../other/LICENSE': 'x',
          'a//b': 'x',
          'a\nb': 'x',
          'a/./LICENSE': 'x',
          'ok?#%.txt': 'fine',
        },
      },
    });
    const repo = await hubRepo('hf:acme/tiny', client(hub.url));
    expect(repo.files).toEqual(['ok?#%.txt']);
    expect(new TextDecoder().decode(await repo.bytes('ok?#%.txt', 0, 9))).toBe('fine');
  });

  test.each<[string, ServedModel, string, RegExp]>([
    [
      'missing',
      {},
      'hf:acme/absent',
      /"hf:acme\/absent" could not be read: it is missing, renamed or private/,
    ],
    ['private', { private: true }, 'hf:acme/tiny', /private/],
    ['disabled', { disabled: true }, 'hf:acme/tiny', /the Hub disabled it/],
    ['without the revision', TINY, 'hf:acme/tiny@v9', /no such revision/],
  ])('%s: one clear message', async (_, model, target, message) => {
    const hub = await hubServer({ 'acme/tiny': model });
    await expect(hubRepo(target, client(hub.url))).rejects.toThrow(message);
  });

  test('gated: files that cannot be read are told one by one', async () => {
    const hub = await hubServer({ 'acme/tiny': { ...TINY, gated: 'auto' } });
    const sources = await readSources(await hubRepo('hf:acme/tiny', client(hub.url)));
    expect(sources[0]).toMatchObject({
      kind: 'unread',
      why: 'unreadable',
      problem: { what: '"README.md" could not be read: it is gated; ask for access and set HF_TOKEN' },
    });
  });

  test('with nobody at the address it ends at once', async () => {
    await expect(hubRepo('hf:acme/tiny', client(await closedPort()))).rejects.toThrow(
      /no connection to 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/,
    );
  });

  test('a list too large is asked for page by page', async () => {
    const hub = await hubServer({ 'acme/tiny': TINY });
    hub.play('blobs=true', ['endless']);
    const repo = await hubRepo('hf:acme/tiny', client(hub.url));
    expect(repo.files).toContain('LICENSE');
  });
});
