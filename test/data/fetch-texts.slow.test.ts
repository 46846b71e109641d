import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listedTexts, TEXT_LIST } from '../../scripts/data/text-list.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function run(command: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/**
 * A server that gives each path its next answer, the last one again and again; `asked` lists the paths in
 * order.
 */
async function server(answers: Readonly<Record<string, readonly (number | string)[]>>) {
  const asked: string[] = [];
  const one = createServer((request, response) => {
    const path = request.url ?? '';
    const nth = asked.filter((before) => before === path).length;
    asked.push(path);
    const list = answers[path] ?? [404];
    const answer = list[Math.min(nth, list.length - 1)] ?? 404;
    response
      .writeHead(typeof answer === 'number' ? answer : 200)
      .end(typeof answer === 'number' ? '' : answer);
  });
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  closers.push(() => one.close());
  const { port } = one.address() as { port: number };
  return {
    asked,
    base: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => one.close(resolve)),
  };
}

const HEADER = 'name\tid\tsha256\tbytes\tpart\taddress\tsource';
const row = (name: string, text: string, part: string, address: string, source = 'a test') =>
  [name, name, sha(text), Buffer.byteLength(text), part, address, source].join('\t');

function listOf(...rows: readonly string[]) {
  const folder = tempFolder({ 'texts/keep': '' });
  const list = join(folder, 'list.tsv');
  writeFileSync(list, `${[HEADER, ...rows].join('\n')}\n`);
  const texts = join(folder, 'texts');
  const fetchTexts = () =>
    run(process.execPath, ['--import', 'tsx', 'scripts/data/fetch-texts.ts', '--list', list, '--to', texts]);
  const held = () =>
    Object.fromEntries(
      readdirSync(texts)
        .filter((name) => name !== 'keep')
        .map((name) => [name, readFileSync(join(texts, name), 'utf8')]),
    );
  return { list, texts, fetchTexts, held };
}

describe('fetch-texts', () => {
  test('gets whole files and bodies behind front matter, and asks for nothing twice', async () => {
    const { base, asked } = await server({
      '/one': ['Text one.\n'],
      '/two': ['---\nkey: two\n---\n\nText two.\n'],
    });
    const { fetchTexts, held } = listOf(
      row('one', 'Text one.\n', 'whole', `${base}/one`),
      row('two', 'Text two.', 'body', `${base}/two`),
    );
    expect(await fetchTexts()).toEqual({
      status: 0,
      out: '2 texts: 0 there, 2 fetched, 0 missing\n',
      err: '',
    });
    expect(held()).toEqual({ 'one.txt': 'Text one.\n', 'two.txt': 'Text two.' });
    expect(await fetchTexts()).toEqual({
      status: 0,
      out: '2 texts: 2 there, 0 fetched, 0 missing\n',
      err: '',
    });
    expect([...asked].sort()).toEqual(['/one', '/two']);
  });

  test('refuses another text, says what has no address or is missing, and keeps what is right', async () => {
    const { base } = await server({ '/right': ['Right.'], '/changed': ['Changed.'] });
    const { fetchTexts, held, texts } = listOf(
      row('right', 'Right.', 'whole', `${base}/right`),
      row('changed', 'As it was.', 'whole', `${base}/changed`),
      row('gone', 'Gone.', 'whole', `${base}/gone`),
      row('typed', 'Typed.', '', '', 'by hand: page 3 of the book'),
    );
    const host = new URL(base).host;
    const { status, out, err } = await fetchTexts();
    expect([status, out]).toEqual([1, '4 texts: 0 there, 1 fetched, 3 missing\n']);
    expect(err).toBe(
      [
        `  changed: refused: SHA-256 ${sha('Changed.').slice(0, 16)}… instead of ` +
          `${sha('As it was.').slice(0, 16)}…`,
        `    ${base}/changed`,
        `  gone: ${host} answered 404`,
        `    ${base}/gone`,
        '  typed: no address is known',
        '    by hand: page 3 of the book',
        `Get these texts, save each as NAME.txt in ${texts}, and run \`npm run fetch-texts\` again`,
        '',
      ].join('\n'),
    );
    expect(held()).toEqual({ 'right.txt': 'Right.' });
  });

  test('takes what a person saved: the whole file for a body, and no other text', async () => {
    const { fetchTexts, held, texts } = listOf(
      row('body', 'Body.', 'body', 'http://127.0.0.1:9/never'),
      row('typed', 'Typed.', '', '', 'by hand'),
    );
    writeFileSync(join(texts, 'body.txt'), '---\na: b\n---\nBody.\n');
    writeFileSync(join(texts, 'typed.txt'), 'Mistyped.');
    const { status, out, err } = await fetchTexts();
    expect([status, out]).toEqual([1, '2 texts: 1 there, 0 fetched, 1 missing\n']);
    expect(err).toContain(`typed: refused: SHA-256 ${sha('Mistyped.').slice(0, 16)}…`);
    expect(held()).toEqual({ 'body.txt': 'Body.', 'typed.txt': 'Mistyped.' });
  });

  test('tries once more where the server is busy', async () => {
    const { base, asked } = await server({ '/busy': [503, 'At last.'] });
    const { fetchTexts } = listOf(row('busy', 'At last.', 'whole', `${base}/busy`));
    expect((await fetchTexts()).status).toBe(0);
    expect(asked).toEqual(['/busy', '/busy']);
  });

  test('says so of every text where there is no network, without a stack', async () => {
    const { base, close } = await server({});
    await close();
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { fetchTexts, held } = listOf(...names.map((name) => row(name, name, 'whole', `${base}/${name}`)));
    const { status, err } = await fetchTexts();
    expect(status).toBe(1);
    for (const name of names)
      expect(err).toContain(
        `  ${name}: ${new URL(base).host}: no connection (ECONNREFUSED)\n    ${base}/${name}\n`,
      );
    expect(err).not.toContain('    at ');
    expect(held()).toEqual({});
  });

  test.each([
    ['name\tid', 1, 'the columns must be'],
    [`${HEADER}\none\tone`, 2, '2 cells instead of 7'],
    [`${HEADER}\n${row('../one', 'x', '', '')}`, 2, 'cannot be the name of a file'],
    [`${HEADER}\n${row('one', 'x', '', '')}\n${row('one', 'x', '', '')}`, 3, 'has a row already'],
    [`${HEADER}\n${row('one', 'x', 'half', 'https://example.com/x')}`, 2, 'part must be'],
    [`${HEADER}\n${row('one', 'x', 'whole', 'example')}`, 2, 'is not an address'],
    [`${HEADER}\none\tone\tabc\t1\t\t\ta test`, 2, '64 hex digits'],
  ])('refuses the list %j with its line', (text, line, what) => {
    const { list } = listOf();
    writeFileSync(list, text);
    expect(() => listedTexts(list, 'list.tsv')).toThrow(new RegExp(`^list\\.tsv:${line}: .*${what}`));
  });

  test('ends with status 2 and one line where the list is not as it must be, or is not there', async () => {
    const { list, fetchTexts } = listOf('one\tone');
    expect(await fetchTexts()).toEqual({ status: 2, out: '', err: `${list}:2: 2 cells instead of 7\n` });
    rmSync(list);
    const { status, err } = await fetchTexts();
    expect([status, err.split('\n').length]).toEqual([2, 2]);
  });
});

const texts = listedTexts(join(root, TEXT_LIST));

describe('the list of texts', () => {
  test('pins each address to a commit', () => {
    expect(texts.length).toBeGreaterThan(100);
    for (const { name, address } of texts)
      if (address !== '')
        expect([name, address]).toEqual([
          name,
          expect.stringMatching(/^https:\/\/[^/]+\/.*\b[0-9a-f]{40}\//),
        ]);
  });

  test('has every text that a license file names, under its id', () => {
    const folder = join(root, 'data/licenses');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.yml'))) {
      const {
        id,
        text,
        moreTexts = [],
      } = parse(readFileSync(join(folder, file), 'utf8')) as {
        id: string;
        text?: string;
        moreTexts?: string[];
      };
      for (const name of [text ?? 'spdx:', ...moreTexts])
        if (!name.startsWith('spdx:'))
          expect([name, texts.find((one) => one.name === name)?.id]).toEqual([name, id]);
    }
  });
});

test('the index is not built from a folder that lacks texts, and says how to get them', async () => {
  const index = (folder: string) => run('npm', ['run', '--silent', 'index', '--', folder]);
  const none = tempFolder({});
  expect(await index(none)).toEqual({
    status: 1,
    out: '',
    err:
      `There are no license texts in ${none}\nRun \`npm run fetch-texts\`: it gets them, and says how ` +
      'to get those that have no address\n',
  });
  const few = tempFolder({ 'llama2.txt': 'x', 'unknown.txt': 'x' });
  const { status, err } = await index(few);
  expect(status).toBe(1);
  expect(err).toContain(
    `Not in ${TEXT_LIST}, so nobody else can get them: unknown\n${texts.length - 1} of ` +
      `${texts.length} license texts are not in ${few}: ai2-impact-tulu, `,
  );
});
