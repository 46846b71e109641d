import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { streamed } from '../../support/streams.ts';
import { tempFolder } from '../../support/temp-folder.ts';

type Json = Readonly<Record<string, unknown>>;

const batch = async (text: string, ...args: string[]) => {
  const { stdout, code, stderr } = await streamed(['batch', ...args], text);
  const answers = stdout.split('\n').filter((line) => line !== '');
  return { answers: answers.map((line) => JSON.parse(line) as Json), stdout, code, stderr };
};
const lines = (...records: unknown[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('');
const rulesOf = (answer: Json | undefined) =>
  ((answer?.['findings'] ?? []) as readonly { readonly rule: string }[]).map(({ rule }) => rule);

const LLAMA = '---\nlicense: mit\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Tiny\n';
const TUNED = LLAMA.replace('\n---\n#', '\nbase_model_relation: finetune\n---\n#');
const CLEAN = '---\nlicense: mit\n---\n# Small\n';

describe('licet batch', () => {
  test('one answer a line, in order, and exit 0 whatever was found', async () => {
    const { answers, code, stderr } = await batch(
      lines({ id: 'acme/one', card: LLAMA }, { id: 'acme/two', card: CLEAN, x: { row: 7 } }),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(answers).toMatchObject([
      {
        v: 1,
        id: 'acme/one',
        ok: true,
        license: { declared: 'mit', spdx: 'MIT' },
        upstreams: [{ model: 'meta-llama/Llama-3.1-8B', license: 'llama3.1' }],
      },
      { id: 'acme/two', ok: true, counts: { error: 0 }, x: { row: 7 } },
    ]);
    expect(rulesOf(answers[0])).toContain('incompatible-license');
    expect(answers[0]).not.toHaveProperty('x');
  });

  test.each([
    ['{bad', 'bad-json', /^the line is no JSON: it begins with "\{bad"$/],
    ['[1]', 'bad-record', /a line holds an object, not a list/],
    ['{"id":7,"card":""}', 'bad-record', /`id` is a text, not a number/],
    ['{"id":"a/b"}', 'bad-record', /nothing to lint/],
    ['{"id":"a/b","card":[]}', 'bad-record', /`card` is a text, not a list/],
    ['{"files":{"../x":"y"}}', 'bad-record', /names "\.\.\/x", which is no path/],
    ['{"files":{"LICENSE":{"base64":"%"}}}', 'bad-record', /is not base64/],
    ['{"cardData":"{bad"}', 'bad-record', /`cardData` is a text that is no JSON object/],
    ['{"card":"","kind":"modle"}', 'bad-record', /`kind` is one of model, dataset, space, not "modle"/],
    ['{"siblings":[1]}', 'bad-record', /`siblings` holds names/],
  ])('%s is answered with %s, and the stream goes on', async (line, code, message) => {
    const { answers, code: status } = await batch(`${line}\n${lines({ id: 'acme/two', card: CLEAN })}`);
    expect(answers).toMatchObject([
      { ok: false, error: { code, message: expect.stringMatching(message) as string } },
      { id: 'acme/two', ok: true },
    ]);
    expect(status).toBe(0);
  });

  const nested = (open: string, close: string, levels = 5000) =>
    `${open.repeat(levels)}1${close.repeat(levels)}`;

  test.each([
    ['`x`', `{"id":"a/b","card":"","x":${nested('[', ']')}}`, 'a line'],
    ['`x` of a record that is none', `{"id":"a/b","card":7,"x":${nested('{"a":', '}')}}`, 'a line'],
    ['`cardData`', `{"id":"a/b","cardData":{"q":${nested('{"a":', '}')}}}`, 'a line'],
    [
      '`cardData` as a text',
      JSON.stringify({ id: 'a/b', cardData: `{"q":${nested('[', ']')}}` }),
      '`cardData`',
    ],
  ])('%s nested too deeply is answered, and the stream goes on', async (_, line, what) => {
    const { answers, code } = await batch(`${line}\n${lines({ id: 'acme/two', card: CLEAN })}`);
    expect(answers).toMatchObject([
      {
        id: 'a/b',
        ok: false,
        error: { code: 'bad-record', message: `${what} is nested deeper than 100 levels` },
      },
      { id: 'acme/two', ok: true },
    ]);
    expect(answers[0]).not.toHaveProperty('x');
    expect(code).toBe(0);
  });

  test('what is nested as deep as is read comes back as it came', async () => {
    const { answers } = await batch(`{"id":"a/b","card":"","x":${nested('[', ']', 99)}}`);
    expect(answers).toMatchObject([{ ok: true, x: JSON.parse(nested('[', ']', 99)) as unknown }]);
    const deeper = await batch(`{"id":"a/b","card":"","x":${nested('[', ']', 100)}}`);
    expect(deeper.answers).toMatchObject([{ ok: false, error: { code: 'bad-record' } }]);
  });

  test('a line that is too long, and one that is not UTF-8, are answered too', async () => {
    const long = await batch(
      `{"card":"${'x'.repeat(8 * 1024 * 1024)}"}\n${lines({ id: 'a/b', card: CLEAN })}`,
    );
    expect(long.answers).toMatchObject([
      { id: null, error: { code: 'too-large' } },
      { id: 'a/b', ok: true },
    ]);
    const { stdout } = await streamed(['batch'], new Uint8Array([0x7b, 0xff, 0x0a]));
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'bad-json', message: 'the line is not UTF-8' },
    });
  });

  test('blank lines and carriage returns are passed over, a last line needs no end', async () => {
    const { answers } = await batch(
      `\r\n${JSON.stringify({ id: 'a/b', card: CLEAN })}\r\n\n{"id":"a/c","card":""}`,
    );
    expect(answers.map(({ id }) => id)).toEqual(['a/b', 'a/c']);
  });

  test('the columns of public tables are understood as they are', async () => {
    const { answers } = await batch(
      lines(
        { modelId: 'a/b', author: 'a', last_modified: 1, tags: ['x'], card: CLEAN, siblings: null },
        { id: 'a/c', cardData: '{"license":"mit"}', siblings: [{ rfilename: 'README.md' }], gguf: {} },
        { repo_id: 'a/d', content: CLEAN, repo_type: 'model', revision: 'f'.repeat(40) },
      ),
    );
    expect(answers).toMatchObject([
      { id: 'a/b', license: { declared: 'mit' } },
      { id: 'a/c', license: { declared: 'mit' } },
      { id: 'a/d', license: { declared: 'mit' }, sha: 'f'.repeat(40) },
    ]);
  });

  test('of metadata alone nothing is said that only a text could tell, and no line', async () => {
    const cardData = { license: 'llama3.1', base_model: 'meta-llama/Llama-3.1-8B' };
    const { answers } = await batch(lines({ id: 'acme/Tiny', cardData }));
    expect(rulesOf(answers[0])).toEqual(['missing-name-prefix']);
    expect(answers[0]).toMatchObject({ findings: [{ file: 'README.md', line: null, fix: null }] });
    const whole = await batch(lines({ id: 'acme/Tiny', card: `---\n${JSON.stringify(cardData)}\n---\n` }));
    expect(rulesOf(whole.answers[0])).toContain('missing-phrase');
  });

  test('a file that is only listed is there, and one that is not may be there too', async () => {
    const card = LLAMA.replace('mit', 'llama3.1').replace('Tiny', 'Llama\n\nBuilt with Llama');
    const found = async (record: object) =>
      rulesOf((await batch(lines({ id: 'a/Llama', files: { 'README.md': card }, ...record }))).answers[0]);
    expect(await found({ siblings: ['README.md'] })).toEqual(['missing-license-text', 'missing-notice']);
    expect(await found({ siblings: ['README.md', 'NOTICE'] })).toEqual([]);
    expect(await found({})).toEqual([]);
    expect(await found({ complete: true })).toEqual(['missing-license-text', 'missing-notice']);
  });

  test('a card that is only listed is not at hand: nothing is said of it, as of a pointer', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 5\n`;
    const found = async (record: object) =>
      rulesOf((await batch(lines({ id: 'a/b', ...record }))).answers[0]);
    expect(await found({ siblings: ['README.md', 'config.json'], complete: true })).toEqual([]);
    expect(await found({ files: { 'README.md': pointer } })).toEqual(['unreadable-file']);
  });

  test('the Hub’s own reading of bases is an upstream, and never certain', async () => {
    const baseModels = { relation: 'quantized', models: [{ _id: 'x', id: 'meta-llama/Llama-3.1-8B' }] };
    const { answers } = await batch(lines({ id: 'acme/Tiny', card: CLEAN, baseModels }));
    expect(answers[0]).toMatchObject({
      upstreams: [{ model: 'meta-llama/Llama-3.1-8B', relation: 'quantized' }],
      counts: { error: 0 },
    });
  });

  test('a line has no name of its own: rules about names are silent', async () => {
    const { answers } = await batch(lines({ card: LLAMA }));
    expect(answers[0]).toMatchObject({ id: null });
    expect(answers[0]).not.toHaveProperty('line');
    expect(rulesOf(answers[0])).not.toContain('missing-name-prefix');
  });

  test('--line-numbers tells the line of each answer, blank ones counted', async () => {
    const { answers } = await batch(
      `${lines({ id: 'a/b', card: CLEAN })}\n{bad\n${lines({ card: CLEAN })}`,
      '--line-numbers',
    );
    expect(answers).toMatchObject([
      { id: 'a/b', line: 1, ok: true },
      { id: null, line: 3, ok: false },
      { id: null, line: 4, ok: true },
    ]);
  });

  test('--select leaves only what is asked for', async () => {
    const { answers } = await batch(
      lines({ id: 'a/b', card: CLEAN, x: 1 }),
      '--select',
      'id,counts',
      '--select',
      'x',
    );
    expect(answers).toEqual([
      { v: 1, id: 'a/b', ok: true, counts: { error: 0, warning: 0, info: 0, unresolved: 0 }, x: 1 },
    ]);
  });

  test.each([
    ['never', 0],
    ['error', 1],
    ['warning', 1],
  ])('--fail-on %s ends with %i', async (level, code) => {
    expect((await batch(lines({ id: 'a/b', card: TUNED }), '--fail-on', level)).code).toBe(code);
    expect((await batch(lines({ id: 'a/b', card: CLEAN }), '--fail-on', level)).code).toBe(0);
  });

  test('--rule, --preset and --config set levels, and facts of a config count', async () => {
    const cwd = tempFolder({
      'team.yaml': 'facts: [{ model: acme/unheard, license: gemma, reason: a letter, date: "2026-11-01" }]\n',
    });
    const text = lines({ id: 'a/b', card: '---\nlicense: mit\nbase_model: acme/unheard\n---\n' });
    const { stdout } = await streamed(['batch', '--config', 'team.yaml'], text, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ upstreams: [{ license: 'gemma', resolution: 'config' }] });
    const off = await batch(lines({ id: 'a/b', card: LLAMA }), '--rule', 'incompatible-license: off');
    expect(rulesOf(off.answers[0])).not.toContain('incompatible-license');
  });

  test.each([
    [['--online'], 'asks nothing of the network'],
    [['in.ndjson'], 'Run `licet batch < in.ndjson`'],
    [['--select', 'finding'], 'Did you mean `findings`?'],
    [['--fail-on', 'warn'], 'Option "--fail-on" takes no "warn"'],
    [['--shard', '0/4'], 'Option "--shard" takes I/N'],
    [['--shard', '5/4'], 'Option "--shard" takes I/N'],
    [['--config', 'licet.config.mjs'], 'is code, and a batch runs none'],
    [['--today', 'today'], 'takes a date'],
    [['--today', '9999-99-99'], 'takes a date'],
    [['--index', 'none.tsv'], '"none.tsv" does not exist'],
    [['--preset', 'publsh'], 'Did you mean `publish`?'],
  ])('%j is refused with exit code 2', async (args, message) => {
    const { code, stderr, stdout } = await batch(lines({ card: CLEAN }), ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
  });

  const MANY = Array.from({ length: 30 }, (_, nth) =>
    nth % 7 === 3
      ? '{"id":'
      : JSON.stringify({ id: `acme/m${nth}`, card: nth % 2 === 0 ? LLAMA : CLEAN, x: nth }),
  );

  const ajv = new Ajv({ allowUnionTypes: true, strict: false });
  const schema = (name: string) => JSON.parse(readFileSync(`schema/${name}`, 'utf8')) as object;
  ajv.addSchema(schema('report.schema.json'), 'report.schema.json');
  ajv.addSchema(schema('batch.schema.json'), 'batch.schema.json');

  test('answers and records fit the schema', async () => {
    const check = ajv.compile({ $ref: 'batch.schema.json#/definitions/answer' });
    const record = ajv.compile({ $ref: 'batch.schema.json#/definitions/record' });
    const text = MANY.map((line) => `${line}\n`).join('');
    const [plain, numbered] = [await batch(text), await batch(text, '--line-numbers')];
    for (const answer of [...plain.answers, ...numbered.answers])
      expect(check(answer), JSON.stringify(check.errors)).toBe(true);
    for (const line of MANY.filter((one) => one.endsWith('}'))) expect(record(JSON.parse(line))).toBe(true);
    expect(check({ v: 1, id: 'a/b', ok: true, what: 1 })).toBe(false);
    expect(record({ card: 7 })).toBe(false);
  });
});

describe('licet index', () => {
  const table = async (text: string, ...args: string[]) => streamed(['index', ...args], text);
  const CHAIN = lines(
    {
      id: 'acme/Top',
      card: '---\nlicense: mit\nbase_model: acme/middle\n---\n',
      lastModified: '2026-11-02T10:00:00Z',
    },
    {
      id: 'acme/middle',
      cardData: { license: 'mit', base_model: 'zeta/Bottom' },
      lastModified: '2026-11-01',
    },
    { modelId: 'zeta/Bottom', card: '---\nlicense: cc-by-nc-4.0\n---\n', last_modified: '2026-10-30' },
    { id: 'acme/middle', cardData: { license: 'gemma' }, lastModified: '2025-01-01' },
  );

  test('writes a sorted table, of two rows of a model the newer', async () => {
    const { stdout, stderr, code } = await table(CHAIN);
    expect(code).toBe(0);
    expect(stderr).toContain('3 models, 0 lines passed over');
    expect(stdout.split('\n').map((row) => row.split('\t').filter((cell) => cell !== ''))).toEqual([
      ['id', 'license', 'license_name', 'license_link', 'bases', 'relation', 'sha', 'as_of'],
      ['acme/middle', 'mit', 'zeta/Bottom', '2026-11-01'],
      ['acme/Top', 'mit', 'acme/middle', '2026-11-02'],
      ['zeta/Bottom', 'cc-by-nc-4.0', '2026-10-30'],
      [],
    ]);
  });

  test('a chain known from the table alone is resolved, with path and date', async () => {
    const models = (await table(CHAIN)).stdout;
    const cwd = tempFolder({ 'models.tsv': models });
    const record = lines({ id: 'acme/Mine', card: '---\nlicense: mit\nbase_model: acme/Top\n---\n' });
    const { stdout } = await streamed(['batch', '--index', 'models.tsv'], record, { cwd });
    const { upstreams } = JSON.parse(stdout) as { upstreams: unknown };
    expect(upstreams).toMatchObject([
      { model: 'acme/Top', license: 'mit', resolution: 'table', asOf: '2026-11-02' },
      { model: 'acme/middle', resolution: 'table', asOf: '2026-11-01' },
      {
        model: 'zeta/Bottom',
        license: 'cc-by-nc-4.0',
        resolution: 'table',
        asOf: '2026-10-30',
        path: ['acme/Top', 'acme/middle', 'zeta/Bottom'],
      },
    ]);
    expect(JSON.parse((await streamed(['batch'], record, { cwd })).stdout)).toMatchObject({
      upstreams: [{ model: 'acme/Top', license: null, resolution: 'offline' }],
    });
  });

  test('each of many models is found on the disk, and no other', async () => {
    const ids = Array.from({ length: 3000 }, (_, nth) => `acme/Model-${(nth * 7919) % 3000}-${nth % 5}`);
    const records = lines(
      ...ids.map((id, nth) => ({ id, cardData: { license: nth % 2 === 0 ? 'mit' : 'gemma' } })),
    );
    const cwd = tempFolder({ 'models.tsv': (await table(records, '--as-of', '2026-11-30')).stdout });
    const asked = [0, 1, 2, 777, 1500, 2998, 2999].map((nth) => ids[nth]);
    const wanted = lines(
      ...[...asked, 'acme/Model', 'acme/Model-1', 'zz/none', '0/none'].map((id) => ({
        id: 'acme/x',
        cardData: { license: 'mit', base_model: id?.toUpperCase().replace('MODEL', 'Model') },
      })),
    );
    const { stdout } = await streamed(['batch', '--index', 'models.tsv', '--select', 'upstreams'], wanted, {
      cwd,
    });
    const found = stdout
      .trim()
      .split('\n')
      .map(
        (line) => (JSON.parse(line) as { upstreams: { license: string }[] }).upstreams[0]?.license ?? null,
      );
    expect(found).toEqual(['mit', 'gemma', 'mit', 'gemma', 'mit', 'mit', 'gemma', null, null, null, null]);
  });

  test('asks for a day where the records tell none', async () => {
    const records = lines({ id: 'a/b', cardData: { license: 'mit' } });
    const { code, stderr, stdout } = await table(records);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Line 1 has no `lastModified`');
    expect((await table(records, '--as-of', '0000-00-00')).code).toBe(2);
    expect((await table(records, '--as-of', '2026-11-30')).stdout).toContain(
      'a/b\tmit\t\t\t\t\t\t2026-11-30',
    );
  });

  test.each(['9999-99-99', '2026-02-30', '2026-13-01T00:00:00Z', 'today'])(
    'the day %s, which no calendar has, is no day of a record',
    async (lastModified) => {
      const records = lines({ id: 'a/b', cardData: { license: 'mit' }, lastModified });
      expect(await table(records)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('Line 1 has no `lastModified`') as string,
      });
      expect((await table(records, '--as-of', '2026-11-30')).stdout).toContain('\t2026-11-30\n');
    },
  );

  test('a line that is not UTF-8 is passed over, as a batch refuses it', async () => {
    const text = lines(
      { id: 'a/b', cardData: { license: 'mit', license_name: 'é' } },
      { id: 'a/c', cardData: {} },
    );
    const bytes = Buffer.from(text, 'utf8');
    bytes[bytes.indexOf(0xc3) + 1] = 0x28;
    const made = await streamed(['index', '--as-of', '2026-11-30'], bytes);
    expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('1 models, 1 lines passed over')]);
    expect(made.stdout).not.toContain('a/b');
    expect((await streamed(['batch'], bytes)).stdout).toContain('the line is not UTF-8');
  });

  test('a card that cannot be read, a data set and a word that is no id are passed over', async () => {
    const { stderr, stdout } = await table(
      lines(
        { id: 'a/b', card: '---\nlicense: [\n---\n' },
        { id: 'a/c', card: CLEAN, kind: 'dataset' },
        { id: 'no id', card: CLEAN },
        { card: CLEAN },
      ) + '{bad\n',
      '--as-of',
      '2026-11-30',
    );
    expect(stderr).toContain('0 models, 5 lines passed over');
    expect(stdout.split('\n')).toHaveLength(2);
  });

  test('a file that is no table is refused', async () => {
    const cwd = tempFolder({ 'models.tsv': 'id\tlicense\na/b\tmit\n' });
    const { code, stderr } = await streamed(['batch', '--index', 'models.tsv'], '', { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('"models.tsv" is no table of models');
  });
});
