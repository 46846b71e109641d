import { describe, expect, test } from 'vitest';
import { noticeFileClaims } from '../../../../src/core/extract/legal/notice-file.ts';
import { knowing, text } from '../../../support/evidence.ts';

const claims = (content: string) => noticeFileClaims(text('NOTICE', content), knowing());
const kinds = (content: string) => claims(content).map(({ kind }) => kind);
const mentions = (content: string) =>
  claims(content).flatMap((claim) =>
    claim.kind === 'file-mention' ? [`${claim.purpose} ${claim.target}`] : [],
  );

describe('split licensing', () => {
  test.each([
    'The vision encoder is licensed under the Globex Terms.',
    'Portions of this model are subject to the Initech agreement.',
    'This product includes a tokenizer released under the MIT License.',
    'The base model remains subject to its own terms.',
  ])('%s', (line) => {
    expect(claims(`Acme Model\n${line}\n`)[0]).toMatchObject({
      kind: 'split-licensing',
      text: line,
      confidence: 'likely',
    });
  });

  test.each([
    'Copyright 2025 Acme',
    'This product was made by Acme.',
    'The base model was made by Globex.',
    'Licensed under the MIT License.',
    'You may obtain a copy of the weights under the terms of the agreement',
  ])('not in: %s', (line) => {
    expect(kinds(line)).not.toContain('split-licensing');
  });
});

describe('files that are mentioned', () => {
  test.each([
    ['see LICENSE-MODEL for details', ['license LICENSE-MODEL']],
    ['See the accompanying USE_POLICY.md', ['policy USE_POLICY.md']],
    ['Texts are provided in LICENSES/MIT.txt.', ['license LICENSES/MIT.txt']],
    ['Use is subject to the Model License, see there', ['license MODEL_LICENSE']],
    ['see the LICENSE file', ['license LICENSE']],
  ])('%s', (line, found) => {
    expect(mentions(line)).toEqual(found);
  });

  test.each([
    'under the terms of the license',
    'APACHE LICENSE UNDER WHICH',
    'see https://globex.example/LICENSE',
    'Globex LICENSE 2025',
    'see this NOTICE',
    'the Model License Agreement',
  ])('none in: %s', (line) => {
    expect(mentions(line)).toEqual([]);
  });
});

test('blanks are found', () => {
  expect(kinds('Copyright [yyyy] Acme')).toEqual(['placeholder']);
});

test('a plain notice makes no claim: its wording is asked of the text', () => {
  expect(
    claims('Globex Model is licensed under the Globex License, Copyright Globex Inc. All Rights Reserved.'),
  ).toEqual([]);
});
