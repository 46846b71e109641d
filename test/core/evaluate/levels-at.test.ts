import { expect, it } from 'vitest';
import { evaluate, type Rule } from '../../../src/core/evaluate/evaluate.ts';
import { factsOf } from '../../../src/core/evaluate/facts/facts.ts';
import { shippedCatalogue } from '../../../src/core/data/catalogue.ts';
import { memoryRepo } from '../../../src/core/read/memory-repo.ts';

const rule: Rule = {
  name: 'everywhere',
  summary: 'Speak of two files',
  severity: 'warning',
  *check() {
    for (const file of ['README.md', 'old/model.py'])
      yield { at: { file, start: 0, end: 1 }, message: 'Something' };
  },
};
const facts = factsOf({
  repo: memoryRepo({ 'README.md': '# x' }),
  name: { value: 'm', from: 'folder' },
  kind: 'model',
  sources: [],
  claims: [],
  ancestors: [],
  catalogue: shippedCatalogue(),
  data: new Map(),
  providers: new Map(),
  policy: {},
  today: '',
});
const said = (level: 'off' | 'warning' | 'error', old?: 'off' | 'info') =>
  evaluate(
    facts,
    [rule],
    new Map([['everywhere', level]]),
    (file) => new Map(old && file.startsWith('old/') ? [['everywhere', old]] : []),
  ).findings.map(({ at, severity }) => `${'file' in at ? at.file : ''} ${severity}`);

it('a level that is set for one file holds there alone', () => {
  expect(said('error')).toEqual(['README.md error', 'old/model.py error']);
  expect(said('error', 'off')).toEqual(['README.md error']);
  expect(said('error', 'info')).toEqual(['README.md error', 'old/model.py info']);
});

it('a rule that is off may be on for one file', () => {
  expect(said('off')).toEqual([]);
  expect(said('off', 'info')).toEqual(['old/model.py info']);
});
