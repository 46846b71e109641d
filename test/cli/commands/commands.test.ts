import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CommandHost } from '../../../src/cli/commands/command.ts';
import { fileReader } from '../../../src/cli/commands/files.ts';
import * as compat from '../../../src/cli/commands/license/compat.ts';
import * as license from '../../../src/cli/commands/license/license.ts';
import * as licenses from '../../../src/cli/commands/license/licenses.ts';
import { displayWidth } from '../../../src/core/report/terminal/display-width.ts';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';

const APACHE = (
  JSON.parse(
    readFileSync(
      new URL('../../../node_modules/spdx-license-list/licenses/Apache-2.0.json', import.meta.url),
      'utf8',
    ),
  ) as { licenseText: string }
).licenseText;
const FILES: Readonly<Record<string, string>> = {
  LICENSE: APACHE,
  'notes.txt': 'a text about nothing in particular, and no license at all',
};
const host: CommandHost = {
  cwd: '/',
  color: false,
  width: 80,
  readFile: (path) => Promise.resolve(FILES[path]),
};

describe('licet compat', () => {
  test('an agreeing pair exits 0 and says what remains to be done', async () => {
    const { stdout, code } = await compat.run(['mit', 'apache-2.0'], host);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ok {2}mit → apache-2\.0, as fine-tune\n/);
    expect(stdout).toContain('keep-copyright');
  });

  test('a conflict exits 1 and names the clause', async () => {
    const { stdout, code } = await compat.run(['llama3.1', 'apache-2.0'], host);
    expect(code).toBe(1);
    expect(stdout).toContain('llama3.1 §1.b.iv  use-policy');
  });

  test('JSON has the four parts and nothing else', async () => {
    const answer: unknown = JSON.parse(
      (await compat.run(['cc-by-nc-4.0', 'gpl-3.0', 'gpl-3.0', '-f', 'json', '--relation', 'merge'], host))
        .stdout,
    );
    expect(answer).toMatchObject({ verdict: 'conflict' });
    expect(Object.keys(answer as object)).toEqual(['verdict', 'dropped', 'duties', 'reasons']);
  });

  test.each([
    [['mit'], 'at least two licenses'],
    [[], 'at least two licenses'],
    [['mit', 'mit', '--relation', 'finetun'], 'Did you mean `finetune`?'],
    [['mit', 'mit', '--relation', 'constructor'], 'Use one of'],
    [['mit', 'mit', '--relaton', 'merge'], 'Did you mean `--relation`?'],
    [['mit', 'mit', '--relation'], 'needs a value'],
  ])('%j is refused with exit code 2', async (args, message) => {
    const { stdout, stderr, code } = await compat.run(args, host);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain(message);
  });

  test('a misspelled license is unknown, with the nearest name beside it', async () => {
    const { stdout, stderr, code } = await compat.run(['mit', 'gpl-2.0-onyl'], host);
    expect([stdout, code]).toEqual(['', 2]);
    expect(stderr).toContain('No license named "gpl-2.0-onyl"\n  hint  Did you mean `gpl-2.0-only`?');
  });

  test('a name that nobody knows is refused, in an expression too', async () => {
    expect(await compat.run(['mit', 'foo'], host)).toMatchObject({ stdout: '', code: 2 });
    expect((await compat.run(['mit OR foo', 'mit'], host)).stderr).toContain('No license named "foo"');
  });

  test.each(['LicenseRef-own', 'other'])('%s is a license of which nothing can be told', async (name) => {
    const { stdout, code } = await compat.run(['mit', name], host);
    expect([stdout.slice(0, 11), code]).toEqual(['cannot-tell', 0]);
  });

  test('an exception allows more than its license, so a conflict is not told', async () => {
    const { stdout, code } = await compat.run(['Apache-2.0 WITH LLVM-exception', 'GPL-2.0-only'], host);
    expect([stdout.slice(0, 11), code]).toEqual(['cannot-tell', 0]);
    expect(stdout).toContain('LLVM-exception');
    expect((await compat.run(['Apache-2.0 WITH LLVM-exception', 'MIT'], host)).stdout).toMatch(/^ok /);
  });

  test('control characters of an argument do not reach the terminal', async () => {
    // eslint-disable-next-line no-control-regex
    expect((await compat.run(['\u001b[31mred', 'mit'], host)).stdout).not.toMatch(/\u001b/);
  });
});

describe('licet license', () => {
  test('a name tells duties, clauses and source', async () => {
    const { stdout, code } = await license.run(['Apache 2.0'], host);
    expect(code).toBe(0);
    expect(stdout).toContain('§4(b)  the statement of changes');
    expect(stdout).toMatch(/Our reading, checked \d{4}-\d{2}-\d{2}: full text/);
  });

  test.each([
    ['kimi-k2', { is: 'known', id: 'kimi-k2' }],
    ['MIT OR Apache-2.0', { is: 'expression', op: 'or', of: ['mit', 'apache-2.0'] }],
    ['cc', { is: 'unclear', oneOf: expect.arrayContaining(['cc-by-4.0', 'cc0-1.0']) as unknown }],
    ['nothing of the sort', { is: 'unknown', spdx: 'NOASSERTION' }],
  ])('JSON of "%s"', async (query, expected) => {
    expect(JSON.parse((await license.run([query, '-f', 'json'], host)).stdout)).toMatchObject({
      query,
      ...expected,
    });
  });

  test(
    'of every license, and of what it goes into, no line is broken by a terminal of 80 columns but ' +
      'an address',
    async () => {
      const said: string[] = [];
      for (const { id } of shippedCatalogue().entries)
        said.push(
          (await license.run([id], host)).stdout,
          (await compat.run([id, 'apache-2.0'], host)).stdout,
        );
      expect(
        said
          .join('')
          .split('\n')
          .filter((line) => displayWidth(line) > 80 && !/https?:/.test(line)),
      ).toEqual([]);
    },
  );

  test('an unknown name exits 1, no name 2', async () => {
    expect((await license.run(['apache-3.7'], host)).code).toBe(1);
    expect((await license.run([], host)).code).toBe(2);
  });

  test('a slip gets the nearest name, and a word of its own meaning gets none', async () => {
    expect((await license.run(['apahce-2.0'], host)).stderr).toBe('Did you mean `apache-2.0`?\n');
    expect((await license.run(['UNLICENSED'], host)).stderr).toBe('Run `licet licenses WORD` to search\n');
  });

  test('the address of a model means its license, and that of a stranger nothing', async () => {
    const at = (id: string) => license.run([`https://huggingface.co/${id}/blob/main/LICENSE`], host);
    expect((await at('meta-llama/Llama-3.1-8B')).stdout).toContain('llama3.1 · ');
    expect(await at('acme/unheard')).toMatchObject({ code: 1 });
  });

  test('a file in UTF-16 is read like any other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'licet-'));
    const wide = Buffer.from(`\ufeff${APACHE}`, 'utf16le');
    writeFileSync(join(folder, 'LE'), wide);
    writeFileSync(join(folder, 'BE'), Buffer.from(wide).swap16());
    for (const name of ['LE', 'BE']) {
      const { stdout } = await license.run([name, '-f', 'json'], { ...host, readFile: fileReader(folder) });
      expect(JSON.parse(stdout)).toMatchObject({ match: 'exact', licenses: [{ id: 'apache-2.0' }] });
    }
    rmSync(folder, { recursive: true });
  });

  test('a file is told by its text', async () => {
    const { stdout, code } = await license.run(['LICENSE', '-f', 'json'], host);
    expect(JSON.parse(stdout)).toMatchObject({
      file: 'LICENSE',
      licenses: [{ id: 'apache-2.0', spdx: 'Apache-2.0' }],
    });
    expect(code).toBe(0);
  });

  test('a file without a license exits 1', async () => {
    expect(JSON.parse((await license.run(['notes.txt', '-f', 'json'], host)).stdout)).toEqual({
      file: 'notes.txt',
      match: 'none',
      licenses: [],
    });
    expect((await license.run(['notes.txt'], host)).code).toBe(1);
  });
});

describe('licet licenses', () => {
  test('words narrow the table', async () => {
    const { stdout, stderr, code } = await licenses.run(['llama', '3.1'], host);
    expect(stdout.split('\n').filter((line) => line !== '')).toHaveLength(2);
    expect(stdout).toContain('LicenseRef-Llama-3.1');
    expect(stderr).toMatch(/^1 of \d+ licenses/);
    expect(code).toBe(0);
  });

  test('what was not read in full is marked', async () => {
    expect((await licenses.run(['h-research'], host)).stdout).toContain('h-research ?');
  });

  test.each([80, 100, 120, 200])(
    'all of them fit a terminal of %i columns, with SPDX ids where there is room',
    async (width) => {
      const { stdout, stderr } = await licenses.run([], { ...host, terminal: true, width });
      expect(stdout.split('\n').filter((line) => line.length > width)).toEqual([]);
      expect([stdout.includes('SPDX'), stderr.includes('SPDX')]).toEqual(
        width === 200 ? [true, false] : [false, true],
      );
      expect(stdout.replace(/\n {5,}/g, ' ')).toMatch(
        /^codegeex +.*non-commercial +research-only, non-commercial, use-policy$/m,
      );
    },
  );

  test('elsewhere each is one line, sorted by id', async () => {
    const { stdout } = await licenses.run([], host);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ')[0] ?? '');
    expect(ids).toEqual(
      shippedCatalogue()
        .entries.map(({ id }) => id)
        .sort(),
    );
  });

  test('a category narrows the table, families included; an unknown one is refused', async () => {
    expect((await licenses.run(['cc', '--category', 'family'], host)).stdout).toMatch(/^cc +\S.* family$/m);
    expect((await licenses.run(['--category', 'constructor'], host)).stderr).toContain('Use one of ');
    expect(await licenses.run(['mit', '--category', 'non-commercial'], host)).toMatchObject({
      stdout: '',
      code: 1,
    });
  });

  test('all of them as JSON', async () => {
    const all: unknown = JSON.parse((await licenses.run(['-f', 'json'], host)).stdout);
    expect(all).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'mit', spdx: 'MIT', verified: true })]),
    );
  });

  test.each([compat, license, licenses])('--help is the help', async (command) => {
    expect(await command.run(['--help'], host)).toEqual({ stdout: command.help, stderr: '', code: 0 });
  });
});
