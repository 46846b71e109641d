import { spawn } from 'node:child_process';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { fetchData } from '../../../src/node/data/fetch-data.ts';
import { sha256Of, signedText } from '../../../src/node/data/data-file.ts';
import { shippedData } from '../../../src/node/data/shipped-data.ts';
import { keepUpdate } from '../../../src/node/data/keep-update.ts';
import { UPDATED } from '../../../src/node/data/updated-files.ts';
import { closedPort } from '../../support/hub-server.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const dataKey = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const shippedDate = (JSON.parse(shippedData.text('data/generated/dates.json')) as { models: string }).models;

/** The tables of licet with one model more, of a day. */
function textsOf(date: string): Record<(typeof UPDATED)[number], string> {
  const texts = Object.fromEntries(UPDATED.map((file) => [file, shippedData.text(file)])) as Record<
    (typeof UPDATED)[number],
    string
  >;
  const row = ['acme/Aaaa-1', 'mit', '', '', 'mit', '', '', 'certain', date, '', 'a test', ''].join('\t');
  const [header = '', ...rows] = texts['data/models.tsv'].split('\n');
  const at = rows.findIndex((line) => line.split('\t')[0]!.replace(/^.*\//, '').toLowerCase() > 'aaaa-1');
  rows.splice(at, 0, row);
  return {
    ...texts,
    'data/models.tsv': [header, ...rows].join('\n'),
    'data/generated/dates.json': JSON.stringify({ models: date, datasets: date }),
  };
}

interface Made {
  readonly schema?: number;
  readonly key?: KeyObject;
  readonly texts?: object;
  /** The day that the signature is for. */
  readonly said?: string;
}

/** A data file, as the project makes it. */
function dataFile(date = '2999-01-01', made: Made = {}): Buffer {
  const { schema = 1, key = privateKey, texts = textsOf(date), said = date } = made;
  const body = gzipSync(JSON.stringify(texts));
  const header = { schema, date, sha256: sha256Of(body) };
  const signature = sign(null, Buffer.from(signedText({ ...header, date: said })), key).toString('base64');
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...header, signature })}\n`), body]);
}

/** `licet update` against a server that has these bytes, or at an address where nobody answers. */
async function update(bytes: Buffer | number | 'closed', args: readonly string[] = []) {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    if (typeof bytes === 'number') response.writeHead(bytes).end();
    else response.end(bytes);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const at = server.address();
  const served = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
  const url = bytes === 'closed' ? await closedPort() : served;
  const cwd = tempFolder({ 'licet.config.yaml': `settings:\n  updateFrom: ${url}/data.bin\n` });
  const cache = tempFolder();
  const outcome = await main(['update', ...args], {
    cwd,
    env: { LICET_CACHE: join(cache, 'licet') },
    terminal: false,
    width: 80,
    today: '2026-11-30',
    dataKey,
  });
  const folder = join(cache, 'licet', 'data');
  return {
    ...outcome,
    asked,
    cache: join(cache, 'licet'),
    kept: existsSync(folder) ? readdirSync(folder).length : 0,
  };
}

test('newer data that is whole and signed is kept, with one request', async () => {
  const { stdout, stderr, code, asked, kept } = await update(dataFile());
  expect([stdout, stderr]).toEqual([`Updated the data of ${shippedDate} to that of 2999-01-01.\n`, '']);
  expect([code, asked, kept]).toEqual([0, 1, UPDATED.length + 1]);
  const { stdout: told } = await update(dataFile(), ['--format', 'json']);
  expect(JSON.parse(told)).toEqual({ update: 'updated', date: '2999-01-01', before: shippedDate });
});

const other = generateKeyPairSync('ed25519').privateKey;
const damaged = dataFile();
damaged[damaged.length - 9] = (damaged[damaged.length - 9] ?? 0) ^ 1;
test.each([
  ['truncated', dataFile().subarray(0, -100), /truncated or damaged/],
  ['damaged', damaged, /truncated or damaged/],
  ['older', dataFile('2020-01-01'), /of 2020-01-01, older than the data of/],
  ['forged', dataFile('2999-01-01', { key: other }), /signature is not that of the project/],
  ['signed for another day', dataFile('2999-01-01', { said: '2020-01-01' }), /signature is not that/],
  ['of another schema', dataFile('2999-01-01', { schema: 2 }), /has schema 2, and this licet reads schema 1/],
  ['without its tables', dataFile('2999-01-01', { texts: {} }), /does not hold the tables/],
  [
    'of other columns',
    dataFile('2999-01-01', { texts: { ...textsOf('2999-01-01'), 'data/models.tsv': 'id\tx\n' } }),
    /"data\/models.tsv" has other columns/,
  ],
  ['something else', Buffer.from('<html>\n'), /no data file of licet/],
  ['not there', 404, /answered with status 404/],
  ['not reached', 'closed' as const, /could not be reached/],
])('data that is %s is refused, and nothing is kept', async (_, bytes, why) => {
  const { stdout, stderr, code, kept } = await update(bytes);
  expect(stderr).toMatch(why);
  expect([stdout, code, kept]).toEqual(['', 1, 0]);
});

/** A server that answers each path as it is told; the text of one begins where another redirects. */
async function served(answer: (path: string, response: ServerResponse) => void): Promise<string> {
  const server = createServer(({ url = '' }, response) => answer(url, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const at = server.address();
  return `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
}

describe('one request ends in bounded time, and where it was sent', () => {
  test.each([
    ['that drips', (response: ServerResponse) => void setInterval(() => response.write('x'), 20).unref()],
    ['that never begins', () => undefined],
  ])('an answer %s', async (_, answer) => {
    const url = await served((_path, response) => answer(response));
    expect(await fetchData(`${url}/data.bin`, 300)).toEqual({
      is: 'refused',
      what: `${url.slice('http://'.length)} did not send the file within 0.3 s`,
      hint: 'Try again later',
    });
  });

  test('redirects take of the same time', async () => {
    const url = await served((path, response) => {
      setTimeout(() => response.writeHead(302, { location: `/${path.length}${path}` }).end(), 150).unref();
    });
    expect(await fetchData(`${url}/x`, 400)).toMatchObject({
      is: 'refused',
      what: expect.stringMatching(/within 0\.4 s/) as string,
    });
  });

  test.each([
    [
      'plain HTTP on another host',
      'http://data.example.org/data.bin',
      /redirects to an address that is not HTTPS/,
    ],
    ['a file of this machine', 'file:///etc/passwd', /redirects to an address that is not HTTPS/],
    [
      'an address with a password',
      'https://a:b@data.example.org/x',
      /redirects to an address that is not HTTPS/,
    ],
    ['nothing', 'http://[', /redirects to an address that is not HTTPS/],
    ['itself', '/again', /redirects in a circle/],
  ])('a redirect to %s is not followed', async (_, location, what) => {
    const url = await served((_path, response) => void response.writeHead(302, { location }).end());
    expect(await fetchData(`${url}/data.bin`)).toMatchObject({
      is: 'refused',
      what: expect.stringMatching(what) as string,
    });
  });

  test.each(['127.0.0.2', 'localhost', '[::1]'])('%s is this machine, as it is for a token', async (host) => {
    // Nobody listens at port 1; that it is tried is what counts.
    expect(await fetchData(`http://${host}:1/x`, 2000)).toMatchObject({
      what: expect.stringMatching(/could not be reached|did not send/) as string,
    });
  });

  test.each(['127.0.0.1.example.org', 'localhost.example.org', '0.0.0.0'])(
    '%s is none: over plain HTTP nobody is asked',
    async (host) => {
      expect(await fetchData(`http://${host}:1/x`, 2000)).toMatchObject({
        what: `"http://${host}:1/x" is no HTTPS address`,
      });
    },
  );

  test('one within this machine is followed, and a page in its place is no data', async () => {
    const url = await served((path, response) =>
      path === '/x' ? response.writeHead(307, { location: '/data.bin' }).end() : response.end('here'),
    );
    expect(await fetchData(`${url}/x`)).toEqual({ is: 'fetched', bytes: Buffer.from('here') });
  });

  test('what unpacks to more than a data file has is not taken', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024));
    const url = await served((_path, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await fetchData(url)).toMatchObject({
      is: 'refused',
      what: expect.stringContaining('larger than any data file') as string,
    });
  });
});

test('data of the same day is the newest already', async () => {
  const { stdout, code, kept } = await update(dataFile(shippedDate));
  expect([stdout, code, kept]).toEqual([`The data of ${shippedDate} is the newest already.\n`, 0, 0]);
});

/** The JSON of a run of the program itself, with a cache folder. */
function ran(cwd: string, cache: string, args: readonly string[]) {
  const cli = fileURLToPath(new URL('../../../src/cli/bin.ts', import.meta.url));
  const words = ['--import', import.meta.resolve('tsx'), cli, '--format', 'json', ...args];
  return new Promise<{ models: string; upstreams: Record<string, unknown>[] }>((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd,
      env: { PATH: process.env['PATH'], LICET_CACHE: cache },
    });
    let [out, bad] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (bad += String(chunk)));
    child.on('close', () => {
      try {
        const { models, repositories } = JSON.parse(out) as {
          models: string;
          repositories: { upstreams: Record<string, unknown>[] }[];
        };
        resolve({ models, upstreams: repositories[0]?.upstreams ?? [] });
      } catch {
        reject(new Error(out + bad));
      }
    });
  });
}

test.skipIf(process.getuid === undefined)(
  'later runs read the data that was kept, and frozen ones what licet ships',
  async () => {
    const cache = join(tempFolder(), 'licet');
    expect(keepUpdate({ LICET_CACHE: cache }, [], '2999-01-01', textsOf('2999-01-01'))).toBe(true);
    const cwd = tempFolder({
      'README.md': '---\nlicense: mit\nbase_model: acme/Aaaa-1\n---\n# Tide\n',
      'licet.lock.json': JSON.stringify({ version: 1, models: {} }),
    });
    const [free, frozen, without] = await Promise.all([
      ran(cwd, cache, []),
      ran(cwd, cache, ['--frozen-lock']),
      ran(cwd, tempFolder(), []),
    ]);
    expect([free.models, free.upstreams[0]?.['resolution']]).toEqual(['2999-01-01', 'snapshot']);
    expect([frozen.models, frozen.upstreams[0]?.['resolution']]).toEqual([shippedDate, 'offline']);
    expect([without.models, without.upstreams[0]?.['resolution']]).toEqual([shippedDate, 'offline']);
  },
);
