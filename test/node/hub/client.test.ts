import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hubClient, type HubOptions } from '../../../src/node/hub/client.ts';
import { closedPort, GOOD_TOKEN, hubServer, SHA, type Play } from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const QUICK = { budget: 3000, timeout: 1000, pause: 5 } as const;
const RECORD = '/api/models/acme/tiny?expand=cardData';
const ASK = { limit: 10_000 };
const tiny = { 'acme/tiny': { cardData: { license: 'mit' } } };

function client(url: string, options: Partial<HubOptions> = {}, env: Readonly<Record<string, string>> = {}) {
  const cache = tempFolder();
  return {
    cache,
    ...hubClient({
      ...QUICK,
      ...options,
      env: { HF_ENDPOINT: url, HOME: cache, LICET_CACHE: cache, ...env },
    }),
  };
}

describe('what the Hub answers', () => {
  const json = { 'content-type': 'application/json' };
  test.each<[string, Play, string | undefined, object]>([
    [
      '401 without a token may be anything',
      { status: 401, headers: { 'x-error-code': 'RepoNotFound' } },
      undefined,
      { why: 'private-or-missing', detail: 'it is missing, renamed or private; if private, set HF_TOKEN' },
    ],
    [
      "401 that names credentials is the token's fault",
      { status: 401, headers: { 'x-error-message': 'Invalid credentials in Authorization header' } },
      'hf_old',
      { why: 'bad-token' },
    ],
    [
      'the same words in the body count too',
      { status: 401, body: '{"error":"Invalid credentials in Authorization header"}' },
      'hf_old',
      { why: 'bad-token' },
    ],
    [
      '401 of a gated repository',
      { status: 401, headers: { 'x-error-code': 'GatedRepo' } },
      undefined,
      { why: 'gated', detail: 'it is gated; ask for access and set HF_TOKEN' },
    ],
    [
      '403 of a gated repository, with a token',
      { status: 403, headers: { 'x-error-code': 'GatedRepo' } },
      'hf_x',
      { why: 'gated', detail: 'it is gated and this token has no access' },
    ],
    [
      '403 of a disabled repository',
      { status: 403, headers: { 'x-error-message': 'Access to this resource is disabled.' } },
      undefined,
      { why: 'disabled' },
    ],
    [
      '403 for lack of rights',
      { status: 403 },
      'hf_x',
      { why: 'private-or-missing', detail: 'the token has no right to read it' },
    ],
    ['451', { status: 451 }, undefined, { why: 'disabled' }],
    [
      '404 without a token',
      { status: 404, headers: { 'x-error-code': 'RepoNotFound' } },
      undefined,
      { why: 'not-found', detail: 'the Hub has no such repository' },
    ],
    [
      '404 with a token may be private',
      { status: 404, headers: { 'x-error-code': 'RepoNotFound' } },
      'hf_x',
      { why: 'private-or-missing' },
    ],
    ['404 of a mirror that strips headers', { status: 404, headers: json }, undefined, { why: 'not-found' }],
    [
      '404 of something that is no Hub',
      { status: 404, headers: { 'content-type': 'text/html' }, body: '<html>' },
      undefined,
      { why: 'unreachable' },
    ],
    [
      '404 of a revision',
      { status: 404, headers: { 'x-error-code': 'RevisionNotFound' } },
      undefined,
      { why: 'not-found', detail: 'the Hub has no such revision of it' },
    ],
    [
      '404 of a file',
      { status: 404, headers: { 'x-error-code': 'EntryNotFound' } },
      undefined,
      { why: 'not-found', detail: 'the Hub has no such file in it' },
    ],
    ['400', { status: 400 }, undefined, { why: 'not-a-hub-id' }],
    ['418', { status: 418 }, undefined, { why: 'unreachable', detail: 'the Hub answered 418' }],
    [
      'a login page sent as a success',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in to the WLAN</html>' },
      undefined,
      { why: 'unreachable', detail: "the answer is not JSON, so it is not the Hub's" },
    ],
    ['503 three times', { status: 503 }, undefined, { why: 'unreachable', detail: 'the Hub answered 503' }],
    [
      'a redirect in a circle',
      { status: 307, headers: { location: '/api/models/acme/tiny' } },
      undefined,
      { why: 'unreachable', detail: 'the Hub redirects in a circle' },
    ],
    [
      'a redirect to no web address',
      { status: 307, headers: { location: 'file:///etc/passwd' } },
      undefined,
      { why: 'unreachable' },
    ],
  ])('%s', async (_, play, token, expected) => {
    const hub = await hubServer(tiny);
    hub.play('acme/tiny', [play], true);
    const { get, cache } = client(hub.url, {}, token === undefined ? {} : { HF_TOKEN: token });
    expect(await get(RECORD, { ...ASK, fresh: 1e9 })).toEqual({
      is: 'failed',
      detail: expect.any(String) as string,
      ...expected,
    });
    expect(readdirSync(cache), 'a failure is never kept').toEqual([]);
  });

  test('every failure is asked again by the next run', async () => {
    const hub = await hubServer(tiny);
    hub.play('acme/tiny', [{ status: 404, headers: { 'x-error-code': 'RepoNotFound' } }]);
    const { get } = client(hub.url);
    expect(await get(RECORD, { ...ASK, fresh: 1e9 })).toMatchObject({ why: 'not-found' });
    expect(await get(RECORD, { ...ASK, fresh: 1e9 })).toMatchObject({ is: 'ok' });
  });

  test.each([408, 500, 502, 503, 504])('%i passes: a second try is made', async (status) => {
    const hub = await hubServer(tiny);
    hub.play('acme/tiny', [{ status }, { status }]);
    expect(await client(hub.url).get(RECORD, ASK)).toMatchObject({ is: 'ok' });
    expect(hub.seen).toHaveLength(3);
  });

  test('a renamed repository is followed to its relative address', async () => {
    const hub = await hubServer({ 'acme/old': { movedTo: 'acme/tiny' }, ...tiny });
    const answer = await client(hub.url).get('/api/models/acme/old?expand=cardData', ASK);
    expect(answer.is === 'ok' && JSON.parse(new TextDecoder().decode(answer.body))).toMatchObject({
      id: 'acme/tiny',
    });
    expect(hub.seen.map(({ path }) => path)).toEqual([
      '/api/models/acme/old?expand=cardData',
      '/api/models/acme/tiny?expand=cardData',
    ]);
  });
});

describe('a line that is slow, cut, or has no end', () => {
  test.each<[Play, RegExp]>([
    ['silent', /^no answer from 127\.0\.0\.1:\d+ in 1 s$/],
    ['drip', /^the answer of 127\.0\.0\.1:\d+ did not come to its end in 1 s$/],
    ['cut', /^no connection to 127\.0\.0\.1:\d+/],
    ['endless', /^the answer is larger than 1 MiB$/],
  ])('%s', async (play, detail) => {
    const hub = await hubServer();
    hub.play('/', [play], true);
    const answer = await client(hub.url, { retries: 1 }).get(RECORD, { limit: 1000 });
    expect(answer).toMatchObject({
      is: 'failed',
      why: 'unreachable',
      detail: expect.stringMatching(detail) as string,
    });
  });

  test('an answer that drips is not asked for again, and where nothing else came nobody is', async () => {
    const hub = await hubServer(tiny);
    hub.play('/', ['drip'], true);
    const { get } = client(hub.url, { timeout: 200, budget: 10_000, retries: 5 });
    for (const name of ['one', 'two', 'three'])
      expect(await get(`/api/models/acme/${name}`, ASK)).toMatchObject({ is: 'failed', why: 'unreachable' });
    expect(hub.seen).toHaveLength(1);
  });

  test('a cut answer is asked for again', async () => {
    const hub = await hubServer(tiny);
    hub.play('acme/tiny', ['cut']);
    expect(await client(hub.url).get(RECORD, ASK)).toMatchObject({ is: 'ok' });
  });

  test('of a stretch of an endless file no more is taken than was asked for', async () => {
    const hub = await hubServer();
    hub.play('/', ['endless'], true);
    const answer = await client(hub.url).get('/acme/tiny/resolve/main/a.gguf', { limit: 1000, from: 500 });
    expect(answer.is === 'ok' && answer.body.length).toBe(1000);
  });

  test('all waiting together ends with the budget, however many ask', async () => {
    const hub = await hubServer(tiny);
    hub.play('/api/models/acme/slow', ['silent'], true);
    const { get } = client(hub.url, { budget: 700, timeout: 300, retries: 5 });
    // The Hub is there, so that silence is not taken for a missing network at once.
    await get(RECORD, ASK);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => get(`/api/models/acme/slow-${index}`, ASK)),
    );
    expect(new Set(answers.map((answer) => (answer.is === 'failed' ? answer.why : 'ok')))).toEqual(
      new Set(['unreachable']),
    );
    // Each was to be tried six times.
    expect(hub.seen.length).toBeLessThan(40);
  });

  test('one request ends with the budget too, and behind it nothing is sent any more', async () => {
    const hub = await hubServer();
    hub.play('/first', [{ status: 200, body: '{}' }]);
    hub.play('/', ['silent'], true);
    const one = client(hub.url, { budget: 300, timeout: 600_000, retries: 0 });
    await Promise.all([1, 2].map((number) => one.get(`/api/models/acme/m-${number}`, ASK)));
    const other = client(hub.url, { budget: 300, timeout: 600_000, atOnce: 1 });
    const answers = await Promise.all(['first', 'second', 'third'].map((name) => other.get(`/${name}`, ASK)));
    expect(answers[2]).toMatchObject({ is: 'failed', why: 'unreachable' });
    expect(await other.get('/fourth', ASK)).toEqual({
      is: 'failed',
      why: 'unreachable',
      detail: 'the 0.3 s for the Hub are used up',
    });
    expect(hub.seen.map(({ path }) => path)).not.toContain('/fourth');
  });

  test('a run sends so many requests and no more, whoever asks', async () => {
    const hub = await hubServer(tiny);
    const one = client(hub.url, { requests: 3 });
    for (const number of [1, 2, 3]) await one.get(`/api/models/acme/m-${number}`, ASK);
    expect(await one.get(RECORD, ASK)).toEqual({
      is: 'failed',
      why: 'unreachable',
      detail: 'the 3 requests of a run to the Hub are used up',
    });
    expect(hub.seen).toHaveLength(3);
  });

  test('where nobody ever answers, the time of the first request is enough for all', async () => {
    const hub = await hubServer();
    hub.play('/', ['silent'], true);
    const { get } = client(hub.url, { budget: 30_000, timeout: 100 });
    for (const number of [1, 2, 3, 4, 5]) await get(`/api/models/acme/m-${number}`, ASK);
    expect(hub.seen).toHaveLength(1);
  });

  test('a second try has the time that the first one left, and after silence there is none', async () => {
    const hub = await hubServer(tiny);
    hub.play('acme/tiny', ['cut', 'silent', 'silent']);
    expect(await client(hub.url, { timeout: 300, retries: 5 }).get(RECORD, ASK)).toMatchObject({
      is: 'failed',
      detail: expect.stringMatching(/^no answer from 127\.0\.0\.1:\d+ in 1 s$/) as string,
    });
    expect(hub.seen).toHaveLength(2);
  });

  test('with nobody there the first request finds out for all', async () => {
    const url = await closedPort();
    const { get } = client(url, { budget: 30_000, timeout: 10_000, pause: 300 });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => get(`/api/models/acme/m-${index}`, ASK)),
    );
    expect(answers[49]).toEqual({
      is: 'failed',
      why: 'unreachable',
      detail: `no connection to ${new URL(url).host} (ECONNREFUSED)`,
    });
  });

  test('no more than six requests are under way at once', async () => {
    const hub = await hubServer(
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`acme/m-${index}`, { delay: 20 }])),
    );
    const { get } = client(hub.url);
    await Promise.all(Array.from({ length: 30 }, (_, index) => get(`/api/models/acme/m-${index}`, ASK)));
    expect(hub.seen).toHaveLength(30);
    expect(hub.most()).toBe(6);
  });
});

describe('a limit on requests', () => {
  test.each([
    [
      'RateLimit',
      { ratelimit: '"api";r=0;t=55', 'ratelimit-policy': '"fixed window";"api";q=500;w=300' },
      'the Hub asked to wait 56 s; HF_TOKEN raises the limit',
    ],
    [
      'Retry-After in seconds',
      { 'retry-after': '120' },
      'the Hub asked to wait 120 s; HF_TOKEN raises the limit',
    ],
    [
      'Retry-After as a date',
      { date: 'Tue, 24 Nov 2026 10:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2026 10:01:30 GMT' },
      'the Hub asked to wait 90 s; HF_TOKEN raises the limit',
    ],
    [
      'RateLimit that was not used up, and Retry-After',
      { ratelimit: '"api";r=12;t=55', 'retry-after': '70' },
      'the Hub asked to wait 70 s; HF_TOKEN raises the limit',
    ],
  ])('%s beyond the budget is said, and nobody else asks', async (_, headers, detail) => {
    const hub = await hubServer(tiny);
    hub.play('acme/tiny', [{ status: 429, headers }], true);
    const { get } = client(hub.url);
    expect(await get(RECORD, ASK)).toEqual({ is: 'failed', why: 'rate-limited', detail });
    expect(await get(RECORD, ASK)).toMatchObject({ why: 'rate-limited' });
    expect(hub.seen).toHaveLength(1);
  });

  test('with a token there is no talk of one', async () => {
    const hub = await hubServer(tiny);
    hub.play('acme/tiny', [{ status: 429, headers: { 'retry-after': '99' } }], true);
    expect(await client(hub.url, {}, { HF_TOKEN: GOOD_TOKEN }).get(RECORD, ASK)).toMatchObject({
      detail: 'the Hub asked to wait 99 s',
    });
  });

  test('a short wait is waited for', async () => {
    const hub = await hubServer(tiny);
    hub.play('acme/tiny', [{ status: 429, headers: { ratelimit: '"api";r=0;t=0' } }]);
    expect(await client(hub.url, { budget: 500 }).get(RECORD, ASK)).toMatchObject({
      is: 'failed',
      why: 'rate-limited',
    });
    hub.play('acme/tiny', [{ status: 429, headers: { ratelimit: '"api";r=0;t=0' } }]);
    expect(await client(hub.url, { budget: 30_000 }).get(RECORD, ASK)).toMatchObject({ is: 'ok' });
    expect(hub.seen).toHaveLength(3);
  });
});

describe('tokens', () => {
  test('go to the endpoint and to no other host, not even on the way back', async () => {
    const hub = await hubServer(tiny);
    const stranger = await hubServer();
    stranger.play('/elsewhere', [{ status: 302, headers: { location: `${hub.url}/api/models/acme/tiny` } }]);
    hub.play('/start', [{ status: 302, headers: { location: `${stranger.url}/elsewhere` } }]);
    const answer = await client(hub.url, {}, { HF_TOKEN: GOOD_TOKEN }).get('/start', ASK);
    expect(answer).toMatchObject({ is: 'ok' });
    expect(stranger.seen.map(({ token }) => token)).toEqual([undefined]);
    expect(hub.seen.map(({ token }) => token)).toEqual([GOOD_TOKEN, undefined]);
  });

  test('a bad token is found out once and never repeated', async () => {
    const hub = await hubServer(tiny);
    const { get, cache } = client(hub.url, {}, { HF_TOKEN: 'hf_secret_old' });
    const answers = [await get(RECORD, { ...ASK, fresh: 1e9 }), await get(RECORD, ASK)];
    expect(answers).toEqual(
      [1, 2].map(() => ({
        is: 'failed',
        why: 'bad-token',
        detail: 'the Hub refused the token; renew HF_TOKEN',
      })),
    );
    expect(hub.seen).toHaveLength(1);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('one that no header can carry is refused without being shown', async () => {
    const hub = await hubServer(tiny);
    expect(await client(hub.url, {}, { HF_TOKEN: 'hf_a\nhost: evil' }).get(RECORD, ASK)).toEqual({
      is: 'failed',
      why: 'bad-token',
      detail: 'HF_TOKEN holds characters that no token has',
    });
    expect(hub.seen).toEqual([]);
  });

  test('what one token saw is not shown to another, and stands in no file', async () => {
    const hub = await hubServer({ 'acme/tiny': { private: true, cardData: { license: 'mit' } } });
    const cache = tempFolder();
    const as = (token?: string) =>
      hubClient({
        ...QUICK,
        env: {
          HF_ENDPOINT: hub.url,
          HOME: cache,
          LICET_CACHE: cache,
          ...(token === undefined ? {} : { HF_TOKEN: token }),
        },
      });
    expect(await as(GOOD_TOKEN).get(RECORD, { ...ASK, fresh: 1e9 })).toMatchObject({ is: 'ok' });
    expect(await as().get(RECORD, { ...ASK, fresh: 1e9 })).toMatchObject({ why: 'private-or-missing' });
    const files = readdirSync(join(cache, 'hub'));
    expect(files).toHaveLength(1);
    expect(files.map((file) => readFileSync(join(cache, 'hub', file), 'utf8')).join()).not.toContain(
      GOOD_TOKEN,
    );
  });
});

describe('the cache', () => {
  test('a fresh answer needs no request, an old one is asked whether it holds', async () => {
    const hub = await hubServer(tiny);
    const cache = tempFolder();
    let hour = 10;
    const at = () =>
      hubClient({
        ...QUICK,
        now: () => new Date(Date.UTC(2026, 10, 24, hour)),
        env: { HF_ENDPOINT: hub.url, HOME: cache, LICET_CACHE: cache },
      });
    const HOUR = 3_600_000;
    expect(await at().get(RECORD, { ...ASK, fresh: HOUR * 2 })).toMatchObject({
      is: 'ok',
      date: '2026-11-24',
    });
    hour = 11;
    await at().get(RECORD, { ...ASK, fresh: HOUR * 2 });
    expect(hub.seen).toHaveLength(1);
    hour = 40;
    expect(await at().get(RECORD, { ...ASK, fresh: HOUR * 2 })).toMatchObject({
      is: 'ok',
      date: '2026-11-25',
    });
    expect(hub.seen).toHaveLength(2);
    expect(hub.seen[1]?.headers['if-none-match']).toMatch(/^W\//);
    hub.models['acme/tiny'] = { cardData: { license: 'apache-2.0' } };
    hour = 80;
    const changed = await at().get(RECORD, { ...ASK, fresh: HOUR * 2 });
    expect(changed.is === 'ok' && new TextDecoder().decode(changed.body)).toContain('apache-2.0');
  });

  test('what nobody wants kept is not kept', async () => {
    const hub = await hubServer(tiny);
    const { get, cache } = client(hub.url);
    await get(RECORD, ASK);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('a clock that was set back makes nothing fresh', async () => {
    const hub = await hubServer(tiny);
    const cache = tempFolder();
    const at = (year: number) =>
      hubClient({
        ...QUICK,
        now: () => new Date(Date.UTC(year, 0, 1)),
        env: { HF_ENDPOINT: hub.url, HOME: cache, LICET_CACHE: cache },
      });
    await at(2030).get(RECORD, { ...ASK, fresh: 1e9 });
    await at(2026).get(RECORD, { ...ASK, fresh: 1e9 });
    expect(hub.seen).toHaveLength(2);
  });

  test('a folder that cannot be written is no trouble', async () => {
    const hub = await hubServer(tiny);
    const folder = tempFolder({ file: '' });
    expect(
      await client(hub.url, {}, { LICET_CACHE: join(folder, 'file') }).get(RECORD, { ...ASK, fresh: 1e9 }),
    ).toMatchObject({ is: 'ok' });
  });
});

describe('the environment', () => {
  test.each(['HF_HUB_OFFLINE', 'TRANSFORMERS_OFFLINE'])('%s: no packet leaves', async (name) => {
    const hub = await hubServer(tiny);
    expect(await client(hub.url, {}, { [name]: 'YES' }).get(RECORD, ASK)).toEqual({
      is: 'failed',
      why: 'offline',
      detail: `${name} is set`,
    });
    expect(hub.seen).toEqual([]);
  });

  test.each(['ftp://mirror', 'http://user:secret@127.0.0.1', 'mirror', 'http://m?x=1'])(
    'an endpoint "%s" is refused without being repeated',
    async (endpoint) => {
      expect(await client(endpoint).get(RECORD, ASK)).toEqual({
        is: 'failed',
        why: 'unreachable',
        detail: 'HF_ENDPOINT is no plain http address',
      });
    },
  );

  test('a mirror below a folder is asked there, and its pages too', async () => {
    const hub = await hubServer();
    hub.play(
      '/hf/api',
      [
        {
          status: 200,
          headers: { link: '<https://huggingface.co/api/models/x/tree/main?cursor=9>; rel="next"' },
          body: '[]',
        },
      ],
      true,
    );
    expect(await client(`${hub.url}/hf/`).get('/api/models/x/tree/main', ASK)).toMatchObject({
      is: 'ok',
      next: '/api/models/x/tree/main?cursor=9',
      host: new URL(hub.url).host,
    });
    expect(hub.seen[0]?.path).toBe('/hf/api/models/x/tree/main');
  });

  test('a file is read by a stretch, and nothing lies behind its end', async () => {
    const hub = await hubServer({ 'acme/tiny': { files: { 'a.txt': 'one two three' } } });
    const { get } = client(hub.url);
    const words = async (from: number, limit: number) => {
      const answer = await get(`/acme/tiny/resolve/${SHA}/a.txt`, { from, limit });
      return answer.is === 'ok' ? new TextDecoder().decode(answer.body) : answer.detail;
    };
    expect([await words(4, 3), await words(8, 100), await words(50, 10)]).toEqual(['two', 'three', '']);
  });
});
