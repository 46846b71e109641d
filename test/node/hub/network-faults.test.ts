import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { hubAccess } from '../../../src/node/hub/auth.ts';
import { hubClient } from '../../../src/node/hub/client.ts';
import { closedPort, GOOD_TOKEN, hubServer, SHA, type Play } from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const QUICK = { budget: 3000, timeout: 1000, pause: 5 } as const;
const FILE = `/acme/tiny/resolve/${SHA}/LICENSE`;
const FOREVER = Number.POSITIVE_INFINITY;
/** 40 letters. */
const TEXT = 'Terms of forty letters, counted by hand.';

/** A server that sends these words and closes the line, as HTTP/1.0 and a proxy that gives up do. */
async function rawServer(answer: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

const client = (url: string, cache: string, env: Readonly<Record<string, string>> = {}) =>
  hubClient({ ...QUICK, env: { HF_ENDPOINT: url, HOME: cache, LICET_CACHE: cache, ...env } });
const keptIn = (cache: string) => readdirSync(cache).flatMap((one) => readdirSync(join(cache, one)));

describe('a file that does not come as it is listed is no file, and is not kept', () => {
  const HTML = { 'content-type': 'text/html; charset=utf-8' };
  const PAGE = '<html>Sign in to the network of the airport, please.</html>';
  test.each<[string, Play, RegExp]>([
    [
      '416 of what is there',
      { status: 416, headers: { 'content-range': 'bytes */40' } },
      /ends before this part \(416\)/,
    ],
    [
      '416 that has another length',
      { status: 416, headers: { 'content-range': 'bytes */0' } },
      /another length/,
    ],
    ['206 without its range', { status: 206, body: TEXT }, /another part/],
    [
      '206 of another part',
      { status: 206, headers: { 'content-range': 'bytes 5-39/40' }, body: TEXT.slice(5) },
      /another part/,
    ],
    [
      '206 of a longer file',
      { status: 206, headers: { 'content-range': 'bytes 0-39/4000' }, body: TEXT },
      /another length/,
    ],
    [
      '206 of less',
      { status: 206, headers: { 'content-range': 'bytes 0-9/40' }, body: TEXT.slice(0, 10) },
      /less of the file/,
    ],
    [
      '206 whose body is shorter than its range',
      { status: 206, headers: { 'content-range': 'bytes 0-39/40' }, body: TEXT.slice(0, 30) },
      /not as long/,
    ],
    [
      '206 whose body is longer than its range',
      { status: 206, headers: { 'content-range': 'bytes 0-39/40' }, body: `${TEXT}more` },
      /not as long/,
    ],
    ['200 that is shorter', { status: 200, body: TEXT.slice(0, 12) }, /not as long/],
    [
      '200 that says a shorter length',
      { status: 200, headers: { 'content-length': '12' }, body: TEXT.slice(0, 12) },
      /another length/,
    ],
    [
      '200 that is longer, as a page may be',
      { status: 200, headers: { 'content-type': 'text/plain' }, body: PAGE },
      /not as long/,
    ],
    ['a page of a portal', { status: 200, headers: HTML, body: PAGE }, /a web page was sent/],
    [
      'a page of just that length',
      { status: 200, headers: { ...HTML, 'content-length': '40' }, body: PAGE.slice(0, 40) },
      /a web page was sent/,
    ],
    [
      'a page in parts',
      { status: 206, headers: { ...HTML, 'content-range': 'bytes 0-39/40' }, body: PAGE.slice(0, 40) },
      /a web page was sent/,
    ],
  ])('%s', async (_, play, detail) => {
    const hub = await hubServer();
    hub.play('/resolve/', [play], true);
    const cache = tempFolder();
    expect(await client(hub.url, cache).get(FILE, { from: 0, limit: 40, size: 40, fresh: FOREVER })).toEqual({
      is: 'failed',
      why: 'unreachable',
      detail: expect.stringMatching(detail) as string,
    });
    expect(keptIn(cache)).toEqual([]);
  });

  test.each([
    [
      'HTTP/1.0 206 that ends early',
      `HTTP/1.0 206 Partial\r\ncontent-range: bytes 0-39/40\r\n\r\n${TEXT.slice(0, 20)}`,
      40,
    ],
    ['HTTP/1.0 200 that ends early', `HTTP/1.0 200 OK\r\n\r\n${TEXT.slice(0, 20)}`, 40],
    ['the same where no list names the length', `HTTP/1.0 200 OK\r\n\r\n${TEXT.slice(0, 20)}`, undefined],
    [
      'a length that is not kept',
      `HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n${TEXT.slice(0, 20)}`,
      undefined,
    ],
    [
      'a last piece that is missing',
      `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n14\r\n${TEXT.slice(0, 20)}\r\n`,
      undefined,
    ],
    [
      'a range of a file without end',
      `HTTP/1.1 206 Partial\r\ncontent-range: bytes 0-19/*\r\ncontent-length: 20\r\n\r\n${TEXT.slice(0, 20)}`,
      undefined,
    ],
  ])('%s', async (_, answer, size) => {
    const cache = tempFolder();
    expect(
      await client(await rawServer(answer), cache).get(FILE, { from: 0, limit: 40, size, fresh: FOREVER }),
    ).toMatchObject({ is: 'failed', why: 'unreachable' });
    expect(keptIn(cache)).toEqual([]);
  });

  test.each<[string, string, number | undefined]>([
    [
      'in pieces',
      `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n28\r\n${TEXT}\r\n0\r\n\r\n`,
      undefined,
    ],
    ['with its length', `HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n${TEXT}`, undefined],
    ['until the line ends, as long as it is listed', `HTTP/1.0 200 OK\r\n\r\n${TEXT}`, 40],
    [
      'by its range',
      `HTTP/1.1 206 Partial\r\ncontent-range: bytes 0-39/40\r\ncontent-length: 40\r\n\r\n${TEXT}`,
      40,
    ],
  ])('one that comes whole %s is read, and kept', async (_, answer, size) => {
    const cache = tempFolder();
    const came = await client(await rawServer(answer), cache).get(FILE, {
      from: 0,
      limit: 1000,
      size,
      fresh: FOREVER,
    });
    expect(came.is === 'ok' && new TextDecoder().decode(came.body)).toBe(TEXT);
    expect(keptIn(cache)).toHaveLength(1);
  });

  test.each<[string, Play]>([
    ['is cut', { status: 206, headers: { 'content-range': 'bytes 0-9/40' }, body: '---\nlicens' }],
    ['is a login', { status: 200, headers: HTML, body: PAGE }],
  ])('a card that %s is told as unread, and nothing is found in it', async (_, play) => {
    const hub = await hubServer({
      'acme/tiny': { files: { 'README.md': '---\nlicense: mit\n---\n# Tiny, a small model\n' } },
    });
    hub.play('/resolve/', [play], true);
    const root = tempFolder();
    const lint = () =>
      main(['hf:acme/tiny', '-f', 'compact'], {
        cwd: root,
        env: { HF_ENDPOINT: hub.url, HOME: root, LICET_CACHE: join(tempFolder(), 'c') },
        terminal: false,
        width: 100,
        today: '2026-11-24',
      });
    const { stdout, code } = await lint();
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        new RegExp(
          String.raw`^hf:acme\/tiny\/README\.md:- {2}warning {2}"README\.md" could not be read: [^\n]* ` +
            String.raw`{2}unreadable-file\n$`,
        ),
      ) as string,
    ]);
  });
});

describe('a record', () => {
  const RECORD = '/api/models/acme/tiny';
  test.each<[string, Play]>([
    [
      'a part where the whole was asked for',
      {
        status: 206,
        headers: { 'content-range': 'bytes 0-40/41' },
        body: '{"id":"acme/tiny","cardData":{"license":1}}',
      },
    ],
    ['a login behind a redirect', { status: 302, headers: { location: '/login' } }],
    ['304 to what was not kept', { status: 304 }],
    ['half a record', { status: 200, body: '{"id":"acme/tiny","cardData":{"lic' }],
  ])('that is %s is none', async (_, play) => {
    const hub = await hubServer();
    hub.play(
      '/login',
      [{ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' }],
      true,
    );
    hub.play(RECORD, [play], true);
    const cache = tempFolder();
    expect(await client(hub.url, cache).get(RECORD, { limit: 10_000, fresh: 1e9 })).toMatchObject({
      is: 'failed',
      why: 'unreachable',
    });
    expect(keptIn(cache)).toEqual([]);
  });

  test.each(['null', '5', '{}', '{"error":"sign in"}', '{"id":7}'])(
    "%s may be anybody's, and is not kept",
    async (body) => {
      const hub = await hubServer();
      hub.play(RECORD, [{ status: 200, body }], true);
      const cache = tempFolder();
      await client(hub.url, cache).get(RECORD, { limit: 10_000, fresh: 1e9 });
      expect(keptIn(cache)).toEqual([]);
    },
  );
});

describe('a kept answer', () => {
  const RECORD = '/api/models/acme/tiny?expand=cardData';
  const base64 = (text: string) => Buffer.from(text).toString('base64');
  type Entry = Record<string, unknown>;
  test.each<[string, (text: string) => string]>([
    [
      'another body',
      (text) =>
        JSON.stringify({
          ...(JSON.parse(text) as Entry),
          body: base64('{"id":"acme/tiny","cardData":{"license":"gpl-3.0"}}'),
        }),
    ],
    [
      'a body that is no JSON',
      (text) => JSON.stringify({ ...(JSON.parse(text) as Entry), body: base64('not json') }),
    ],
    ['a body of another kind', (text) => JSON.stringify({ ...(JSON.parse(text) as Entry), body: ['x'] })],
    [
      'a later day',
      (text) => JSON.stringify({ ...(JSON.parse(text) as Entry), saved: '2026-11-24T10:30:00.000Z' }),
    ],
    [
      'another page behind it',
      (text) => JSON.stringify({ ...(JSON.parse(text) as Entry), next: '/api/other' }),
    ],
    ['no digest', (text) => JSON.stringify({ ...(JSON.parse(text) as Entry), digest: undefined })],
    ['half of itself', (text) => text.slice(0, text.length >> 1)],
    ['nothing', () => ''],
    ['null', () => 'null'],
    ['bytes', () => '\0\0\0\0'],
  ])('that holds %s is none: the Hub is asked again, and it is written anew', async (_, spoil) => {
    const hub = await hubServer({ 'acme/tiny': { cardData: { license: 'mit' } } });
    const cache = tempFolder();
    const ask = async () => {
      const answer = await hubClient({
        ...QUICK,
        now: () => new Date('2026-11-24T10:00:00Z'),
        env: { HF_ENDPOINT: hub.url, LICET_CACHE: cache },
      }).get(RECORD, { limit: 10_000, fresh: 1e9 });
      return answer.is === 'ok' && new TextDecoder().decode(answer.body);
    };
    const first = await ask();
    const file = join(cache, 'hub', keptIn(cache)[0] ?? '');
    const written = readFileSync(file, 'utf8');
    writeFileSync(file, spoil(written));
    expect([await ask(), hub.seen.length]).toEqual([first, 2]);
    expect([await ask(), hub.seen.length, readFileSync(file, 'utf8')]).toEqual([first, 2, written]);
  });

  test('is another for another endpoint and another token, even under their names', async () => {
    const [one, two] = [
      await hubServer({ 'acme/tiny': { cardData: { license: 'mit' } } }),
      await hubServer({ 'acme/tiny': { cardData: { license: 'gpl-3.0' } } }),
    ];
    const cache = tempFolder();
    const ask = (url: string, env: Readonly<Record<string, string>> = {}) =>
      client(url, cache, env).get(RECORD, { limit: 10_000, fresh: 1e9 });
    const entries: string[] = [];
    for (const [hub, env] of [
      [one, {}],
      [two, {}],
      [one, { HF_TOKEN: GOOD_TOKEN }],
    ] as const) {
      await ask(hub.url, env);
      entries.push(...keptIn(cache).filter((name) => !entries.includes(name)));
    }
    expect([entries.length, one.seen.length, two.seen.length]).toEqual([3, 2, 1]);
    // Moved to another's place, an entry is foreign there.
    const [first = '', second = '', third = ''] = entries.map((name) => join(cache, 'hub', name));
    for (const other of [second, third]) writeFileSync(other, readFileSync(first));
    await ask(two.url);
    await ask(one.url, { HF_TOKEN: GOOD_TOKEN });
    expect([one.seen.length, two.seen.length]).toEqual([3, 2]);
  });

  test('in a folder where others write is not believed', async () => {
    const hub = await hubServer({ 'acme/tiny': { cardData: { license: 'mit' } } });
    const cache = tempFolder();
    for (const mode of [0o777, 0o770]) {
      const ask = () => client(hub.url, cache).get(RECORD, { limit: 10_000, fresh: 1e9 });
      chmodSync(cache, 0o700);
      await ask();
      const before = hub.seen.length;
      chmodSync(cache, mode);
      expect(await ask()).toMatchObject({ is: 'ok' });
      expect(hub.seen.length).toBe(before + 1);
    }
  });
});

describe('a token and plain http', () => {
  const access = (endpoint: string, env: Readonly<Record<string, string>> = {}) =>
    hubAccess({ HOME: '/nowhere', HF_TOKEN: GOOD_TOKEN, HF_ENDPOINT: endpoint, ...env });

  test.each([
    'http://mirror.example',
    'http://10.0.0.7:8080',
    'http://127.0.0.1.evil.example',
    'http://localhost.evil.example',
    'http://[::2]:80',
    'http://0.0.0.0',
  ])('%s does not see it', async (endpoint) => {
    const { token, withheld } = await access(endpoint);
    expect([token, withheld]).toEqual([
      undefined,
      'the token was not sent over plain http (LICET_HTTP_TOKEN=1 sends it)',
    ]);
    expect((await access(endpoint, { LICET_HTTP_TOKEN: '1' })).token).toBe(GOOD_TOKEN);
    expect((await access(endpoint, { LICET_HTTP_TOKEN: '0' })).token).toBeUndefined();
  });

  test.each([
    'http://127.0.0.1:8080',
    'http://localhost:8080',
    'http://[::1]:8080',
    'http://127.1.2.3',
    'https://mirror.example',
    '',
  ])('"%s" does', async (endpoint) => {
    expect(await access(endpoint)).toMatchObject({ token: GOOD_TOKEN });
  });
});

describe('a proxy of the environment', () => {
  const said = async (env: Readonly<Record<string, string>>) => {
    const answer = await client(await closedPort(), tempFolder(), env).get('/api/models/acme/tiny', {
      limit: 100,
    });
    return answer.is === 'failed'
      ? answer.detail.replace(/^no connection to 127\.0\.0\.1:\d+ \(ECONNREFUSED\)/, '')
      : '';
  };

  test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    '%s stands in the reason why nobody was reached',
    async (name) => {
      expect(await said({ [name]: 'http://user:secret@proxy.example:3128' })).toBe(
        `; ${name} is set, which Node uses only with NODE_USE_ENV_PROXY=1, from Node 22.21 or 24 on`,
      );
    },
  );

  test("is not spoken of where it is used, is another protocol's, or is empty", async () => {
    expect([
      await said({ HTTP_PROXY: 'http://proxy.example', NODE_USE_ENV_PROXY: '1' }),
      await said({ HTTPS_PROXY: 'http://proxy.example' }),
      await said({ HTTP_PROXY: '' }),
      await said({}),
    ]).toEqual(['', '', '', '']);
  });
});
