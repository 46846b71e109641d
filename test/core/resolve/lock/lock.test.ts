import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import type { Resolution } from '../../../../src/core/model/lineage.ts';
import { changesAgainstLock, keptOrNew } from '../../../../src/core/resolve/lock/lock-changes.ts';
import {
  entryOf,
  lockFile,
  parseLock,
  writeLock,
  type Lock,
  type LockEntry,
} from '../../../../src/core/resolve/lock/lock.ts';

const catalogue = shippedCatalogue();
const SHA = '0f3c2a1b4d5e6f708192a3b4c5d6e7f801234567';
const HASH = 'a'.repeat(64);
type Found = Extract<Resolution, { is: 'found' }>;

const found = (more: Partial<Found> = {}): Found => ({
  is: 'found',
  license: { is: 'unknown', raw: 'x' },
  raw: 'mit',
  declared: { license: 'mit' },
  bases: [],
  from: 'Hub',
  asOf: '2026-11-24',
  confidence: 'certain',
  revision: SHA,
  textHash: HASH,
  ...more,
});
const entry = (model: string, more: Partial<Found> = {}): LockEntry => entryOf(model, found(more));

function lockIn(text: string): Lock {
  const read = parseLock(text);
  if (read.is === 'refused') throw new Error(read.what);
  return read.lock;
}

const FULL = [
  entry('zeta/last', {
    declared: { license: 'other', name: 'acme-1.0', link: 'LICENSE.md' },
    raw: 'acme-1.0',
    bases: [
      { model: 'a/b', relation: 'quantized' },
      { model: 'c/d', relation: 'unsaid' },
    ],
  }),
  entry('Acme/First', {
    declared: { license: ['mit', 'llama2'] },
    raw: 'mit, llama2',
    confidence: 'likely',
    canonical: 'acme-ai/First',
    note: 'changed once',
  }),
  entry('__proto__', { raw: 'none', asOf: '', from: 'snapshot', confidence: 'possible' }),
];

describe('a lock', () => {
  test('is written sorted, in one spelling, whatever the order', () => {
    const text = writeLock(FULL);
    expect(writeLock([...FULL].reverse())).toBe(text);
    expect(text).toBe(`{
  "version": 1,
  "models": {
    "__proto__": {
      "license": "mit",
      "revision": "${SHA}",
      "text_sha256": "${HASH}",
      "source": "snapshot",
      "confidence": "possible"
    },
    "Acme/First": {
      "license": [
        "mit",
        "llama2"
      ],
      "canonical": "acme-ai/First",
      "revision": "${SHA}",
      "text_sha256": "${HASH}",
      "source": "Hub",
      "date": "2026-11-24",
      "confidence": "likely",
      "note": "changed once"
    },
    "zeta/last": {
      "license": "other",
      "license_name": "acme-1.0",
      "license_link": "LICENSE.md",
      "bases": [
        {
          "model": "a/b",
          "relation": "quantized"
        },
        {
          "model": "c/d"
        }
      ],
      "revision": "${SHA}",
      "text_sha256": "${HASH}",
      "source": "Hub",
      "date": "2026-11-24"
    }
  }
}
`);
  });

  test('reads back as it was written', () => {
    expect(writeLock(lockIn(writeLock(FULL)).values())).toBe(writeLock(FULL));
  });

  test('is as the schema says', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../../../schema/lock.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const validate = new Ajv({ strict: true, strictTypes: false }).compile(schema);
    expect(validate(JSON.parse(writeLock(FULL))), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ version: 1, models: { 'a/b': { licence: 'mit' } } })).toBe(false);
  });

  test('answers with what was declared, in the words of this licet', async () => {
    const lock = lockFile(lockIn(writeLock([entry('acme/tiny'), ...FULL])), catalogue);
    expect(await lock.find('ACME/Tiny')).toMatchObject({
      is: 'found',
      license: { is: 'known', license: { id: 'mit' } },
      from: 'lock',
      asOf: '2026-11-24',
      revision: SHA,
      textHash: HASH,
    });
    expect(await lock.find('Acme/First')).toMatchObject({
      license: { is: 'expression' },
      confidence: 'likely',
      canonical: 'acme-ai/First',
    });
  });

  test(
    'keeps copyright lines, each with the source and date of its entry, and refuses them in another ' +
      'form',
    async () => {
      const copyright = [
        { line: 'Copyright (c) 2025 Quayside Systems', file: 'LICENSE', source: 'Hub', asOf: '2026-11-24' },
      ];
      const text = writeLock([entry('a/b', { copyright })]);
      expect(writeLock(lockIn(text).values())).toBe(text);
      expect(await lockFile(lockIn(text), catalogue).find('a/b')).toMatchObject({ copyright });
      for (const bad of ['"x"', '[{"line":"x"}]', '[{"line":1,"file":"LICENSE"}]'])
        expect(parseLock(text.replace(/"copyright": \[[^\]]*\]/, `"copyright": ${bad}`))).toMatchObject({
          is: 'refused',
        });
    },
  );

  test('a guess that was locked is still a guess', async () => {
    expect(
      await lockFile(lockIn(writeLock([entry('a/b', { confidence: 'possible' })])), catalogue).find('a/b'),
    ).toMatchObject({ confidence: 'possible' });
  });

  test('no license that was locked is still none', async () => {
    const { declared: _, ...bare } = found({ raw: 'none' });
    expect(await lockFile(lockIn(writeLock([entryOf('a/b', bare)])), catalogue).find('a/b')).toMatchObject({
      is: 'found',
      raw: 'none',
      license: { is: 'unknown' },
    });
  });

  test('frozen, a model that it lacks is a failure that says so', async () => {
    expect(await lockFile(new Map(), catalogue).find('a/b')).toEqual({ is: 'failed', why: 'offline' });
    expect(await lockFile(new Map(), catalogue, { frozen: true }).find('a/b')).toMatchObject({
      is: 'failed',
      detail: 'licet.lock.json does not have it; run `licet resolve`',
    });
  });

  const models = (fields: string) => `{"version":1,"models":{"a/b":${fields}}}`;
  test.each([
    ['{', 'is not valid JSON'],
    ['[]', 'is no lock of licet'],
    ['null', 'is no lock of licet'],
    ['{"version":2,"models":{}}', 'has version 2'],
    ['{"models":{}}', 'has version undefined'],
    ['{\n<<<<<<< HEAD\n}', 'marks of a merge conflict'],
    [models('7'), 'an entry for "a/b"'],
    [models('{"license":7,"source":"Hub"}'), 'an entry for "a/b"'],
    [models('{"source":"Hub"}'), 'an entry for "a/b"'],
    [models('{"license":"mit"}'), 'an entry for "a/b"'],
    [models('{"license":"mit","source":"Hub","date":"yesterday"}'), 'an entry for "a/b"'],
    [models('{"license":"mit","source":"Hub","confidence":"sure"}'), 'an entry for "a/b"'],
    [models('{"license":"mit","source":"Hub","bases":["x"]}'), 'an entry for "a/b"'],
    [
      models('{"license":"mit","source":"Hub","bases":[{"model":"x","relation":"constructor"}]}'),
      'an entry for "a/b"',
    ],
    [' '.repeat(5_000_001), 'too large'],
    ['['.repeat(100_000), 'is not valid JSON'],
  ])('%.60s is refused: %s', (text, what) => {
    expect(parseLock(text)).toMatchObject({
      is: 'refused',
      what: expect.stringContaining(what) as string,
      hint: expect.any(String) as string,
    });
  });
});

describe('what changed upstream', () => {
  const lock = lockIn(
    writeLock([
      entry('a/b', { bases: [{ model: 'x/y', relation: 'finetune' }] }),
      entry('c/d', { from: 'snapshot', asOf: '2026-08', raw: 'acme-1.0', declared: { license: 'acme-1.0' } }),
    ]),
  );
  const changes = (more: Partial<Found>, model = 'a/b') =>
    changesAgainstLock(
      lock,
      new Map([[model, found({ bases: [{ model: 'x/y', relation: 'finetune' }], ...more })]]),
    ).map(({ kind, what }) => `${kind}: ${what}`);

  test.each<[string, Partial<Found>, readonly string[]]>([
    ['nothing', {}, []],
    ['a new commit and day alone', { revision: 'f'.repeat(40), asOf: '2027-01-01' }, []],
    [
      'the license',
      { declared: { license: 'other', name: 'acme-2.0' } },
      ['license: License of "a/b" was "mit" (2026-11-24) and is "other" named "acme-2.0"'],
    ],
    ['the text', { textHash: 'b'.repeat(64) }, ['text: License text of "a/b" changed after 2026-11-24']],
    ['the bases', { bases: [] }, ['bases: Bases of "a/b" were "x/y" (finetune) (2026-11-24) and are none']],
    ['the name', { canonical: 'a2/b' }, ['name: "a/b" is now "a2/b"']],
  ])('%s', (_, more, expected) => {
    expect(changes(more)).toEqual(expected);
  });

  test('a license that is no longer declared', () => {
    const { declared: _, ...bare } = found({ raw: 'none' });
    expect(changesAgainstLock(lock, new Map([['a/b', bare]]))[0]).toMatchObject({
      kind: 'license',
      what: 'License of "a/b" was "mit" (2026-11-24) and is not declared',
    });
  });

  test('a text that could not be read this time has not changed', () => {
    const { textHash: _, ...unread } = found({ bases: [{ model: 'x/y', relation: 'finetune' }] });
    expect(changesAgainstLock(lock, new Map([['a/b', unread]]))).toEqual([]);
  });

  test('what the snapshot leaves out has not changed', () => {
    expect(
      changes(
        {
          declared: { license: 'other', name: 'acme-1.0', link: 'LICENSE' },
          bases: [{ model: 'n/n', relation: 'unsaid' }],
        },
        'c/d',
      ),
    ).toEqual([]);
    expect(changes({ declared: { license: 'mit' } }, 'c/d')).toEqual([
      'license: License of "c/d" was "acme-1.0" (2026-08) and is "mit"',
    ]);
  });

  test('a failure, or a new model, is no change', () => {
    expect(
      changesAgainstLock(
        lock,
        new Map<string, Resolution>([
          ['a/b', { is: 'failed', why: 'unreachable' }],
          ['n/n', found()],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('which entry is kept', () => {
  const before = entry('a/b');
  test('the one before, with its date, while nothing is another', () => {
    expect(keptOrNew(before, entry('a/b', { asOf: '2027-01-01' }))).toBe(before);
  });

  test('the new one with a new commit, and the hash of the same commit stays', () => {
    expect(keptOrNew(before, entry('a/b', { revision: 'f'.repeat(40) })).revision).toBe('f'.repeat(40));
    const { textHash: _, ...unread } = found({ note: 'new' });
    expect(keptOrNew(before, entryOf('a/b', unread))).toMatchObject({ note: 'new', textHash: HASH });
  });
});
