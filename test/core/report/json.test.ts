import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { documentOf, json } from '../../../src/core/report/formats/json.ts';
import { ndjson } from '../../../src/core/report/formats/ndjson.ts';
import { DRESS, everything, finding, HOSTILE, owed, report, run } from '../../support/report-world.ts';

const valid = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('schema/report.schema.json', 'utf8')) as object,
);

test('the document fits its schema, whatever was found and where', () => {
  expect(valid(JSON.parse(json(everything(), DRESS))) || valid.errors).toBe(true);
  expect(valid(JSON.parse(json(run([]), DRESS))) || valid.errors).toBe(true);
});

test('the schema lets nothing be left out or put in', () => {
  const document = JSON.parse(json(everything(), DRESS)) as {
    repositories: { findings: Record<string, unknown>[] }[];
  };
  const [first] = document.repositories[0]?.findings ?? [];
  delete first?.['endLine'];
  expect(valid(document)).toBe(false);
  expect(valid({ ...JSON.parse(json(everything(), DRESS)), extra: 1 })).toBe(false);
});

test('the fields come in the order in which they are documented', () => {
  const document = documentOf(everything());
  expect(Object.keys(document)).toEqual(['version', 'licet', 'data', 'repositories', 'summary']);
  expect(Object.keys(document.repositories[0] ?? {})).toEqual([
    'path',
    'name',
    'license',
    'upstreams',
    'findings',
    'suppressed',
  ]);
  expect(Object.keys(document.repositories[0]?.upstreams[0] ?? {})).toEqual([
    'model',
    'relation',
    'relationFrom',
    'relationConfidence',
    'license',
    'spdx',
    'resolution',
    'asOf',
    'earlier',
    'path',
    'recorded',
  ]);
  expect(Object.keys(document.repositories[0]?.findings[0] ?? {})).toEqual([
    'rule',
    'severity',
    'confidence',
    'message',
    'file',
    'line',
    'column',
    'endLine',
    'endColumn',
    'key',
    'upstream',
    'clauses',
    'fix',
    'fingerprint',
  ]);
  expect(Object.keys(document.summary)).toEqual([
    'repositories',
    'errors',
    'warnings',
    'infos',
    'fixable',
    'suppressed',
    'unresolved',
  ]);
});

test('lines and columns count from 1, the end is exclusive, and what does not apply is null', () => {
  const [first, , third] = documentOf(everything()).repositories.flatMap(({ findings }) => findings);
  expect(first).toMatchObject({
    file: 'README.md',
    line: 2,
    column: 10,
    endLine: 2,
    endColumn: 20,
    key: null,
    upstream: 'maker/Base-8B',
  });
  expect(third).toMatchObject({
    file: 'models/두번째 모델/weights.gguf',
    line: null,
    column: null,
    endLine: null,
    endColumn: null,
    key: 'general.license',
    upstream: null,
    fix: null,
  });
});

test('each further term brings its clause', () => {
  expect(
    documentOf(run([report([finding({ obligation: owed(), alsoObligations: [owed(true)] })])]))
      .repositories[0]?.findings[0]?.clauses,
  ).toHaveLength(2);
});

test('the same run gives the same bytes', () => {
  expect(json(everything(), DRESS)).toBe(json(everything(), { color: true, width: 40 }));
});

test('what was turned off stands apart, with its ground, and is counted apart', () => {
  const document = documentOf(everything());
  expect(document.summary).toMatchObject({ errors: 2, warnings: 1, infos: 1, suppressed: 3 });
  const repository = document.repositories[3];
  expect(repository?.findings).toEqual([]);
  expect(repository?.suppressed.map(({ suppression }) => suppression)).toEqual([
    {
      by: 'comment',
      at: 'waived/README.md:2',
      reason: `agreed ${HOSTILE}`,
      reviewer: null,
      date: null,
      until: '2027-01-31',
    },
    {
      by: 'config',
      at: 'licet.config.yaml',
      reason: HOSTILE,
      reviewer: 'jo',
      date: '2026-11-01',
      until: null,
    },
    {
      by: 'baseline',
      at: 'licet-baseline.json',
      reason: null,
      reviewer: null,
      date: '2026-11-02',
      until: null,
    },
  ]);
  expect(repository?.upstreams.map(({ recorded }) => recorded)).toEqual([
    { reason: `agreed ${HOSTILE}`, reviewer: HOSTILE },
  ]);
});

test('ndjson is one object per finding, each with its repository', () => {
  const lines = ndjson(everything(), DRESS)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ repository, rule }) => [repository, rule])).toEqual([
    ['.', 'incompatible-license'],
    ['.', 'missing-phrase'],
    ['models/두번째 모델', 'conflicting-license-claims'],
    ['models/두번째 모델', 'incompatible-license'],
  ]);
  expect(ndjson(run([report([])]), DRESS)).toBe('');
});
