import { expect, test } from 'vitest';
import { mergekitClaims } from '../../../../src/core/extract/configs/mergekit.ts';
import { knowing, text } from '../../../support/evidence.ts';

function named(content: string): string[] {
  return mergekitClaims(text('mergekit_config.yml', content), knowing()).flatMap((claim) => {
    if (claim.kind === 'upstream') return [`${claim.model} ${claim.relation}`];
    return claim.kind === 'invalid-upstream' ? [`!${claim.raw}`] : [];
  });
}

test('models, revisions, LoRA parts and local paths', () => {
  expect(
    named(
      'merge_method: ties\nbase_model: globex/a\nmodels:\n  - model: globex/a\n  - model: ' +
        'initech/b@main+initech/l@v2\n  - model: ./local/c\n',
    ),
  ).toEqual(['globex/a merge', 'initech/b merge', 'initech/l adapter', '!./local/c']);
});

test('the written-out reference', () => {
  expect(
    named(
      'merge_method: linear\nmodels:\n  - model: {model: {path: globex/a, revision: x}, lora: {path: ' +
        'globex/l}}\n',
    ),
  ).toEqual(['globex/a merge', 'globex/l adapter']);
});

test('modules with slices of their own', () => {
  const content =
    'merge_method: slerp\nmodules:\n  text:\n    slices:\n      - sources:\n          - model: ' +
    'globex/a\n          - model: globex/b\n        base_model: globex/a\n  vision:\n    models:\n   ' +
    '   - model: globex/v\n';
  expect(named(content)).toEqual(['globex/a merge', 'globex/b merge', 'globex/v merge']);
});

test('documents refer to one another by name', () => {
  const content =
    'name: step1\nmerge_method: linear\nmodels:\n  - model: globex/a\n  - model: globex/b\n---\n' +
    'name: step2\nmerge_method: slerp\nmodels:\n  - model: step1\n  - model: globex/c\n';
  expect(named(content)).toEqual(['globex/a merge', 'globex/b merge', 'globex/c merge']);
});

test('a tokenizer from outside the merge is a component, one from a parent is nothing new', () => {
  const merge = 'merge_method: linear\nmodels:\n  - model: globex/a\n';
  expect(named(`${merge}tokenizer_source: initech/t\n`)).toEqual(['globex/a merge', 'initech/t component']);
  expect(named(`${merge}tokenizer:\n  source: globex/a\n`)).toEqual(['globex/a merge']);
  expect(named(`${merge}tokenizer_source: base\n`)).toEqual(['globex/a merge']);
});

test('experts of a mixture', () => {
  expect(
    named(
      'base_model: globex/a\nexperts:\n  - source_model: globex/b\nshared_experts:\n  - ' +
        'source_model: globex/c\n',
    ),
  ).toEqual(['globex/a merge', 'globex/b merge', 'globex/c merge']);
});

test('broken YAML still gives what was read, and says so', () => {
  const claims = mergekitClaims(
    text('mergekit_config.yml', 'merge_method: linear\nmodels:\n  - model: globex/a\n  - "unclosed\n'),
    knowing(),
  );
  expect(claims.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unreadable', 'upstream']));
});
