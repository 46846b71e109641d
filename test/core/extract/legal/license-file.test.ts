import { describe, expect, test } from 'vitest';
import { licenseFileClaims, matterOf } from '../../../../src/core/extract/legal/license-file.ts';
import type { TextMatch } from '../../../../src/core/model/text-match.ts';
import { knowing, text } from '../../../support/evidence.ts';

const NO_CODE = { code: false };
const mit = (...added: [number, number][]): Omit<TextMatch, 'file'> => ({
  match: 'near',
  hits: [{ id: 'mit', score: 1, lines: [1, 20], added, missing: 0 }],
});
const apache: Omit<TextMatch, 'file'> = {
  match: 'exact',
  hits: [{ id: 'apache-2.0', score: 1, lines: [1, 200], added: [], missing: 0 }],
};
const blanks = (content: string, match?: Omit<TextMatch, 'file'>) =>
  licenseFileClaims(text('LICENSE', content), knowing(match === undefined ? {} : { match })).flatMap(
    (claim) => (claim.kind === 'placeholder' ? [claim.text] : []),
  );

test.each([
  ['LICENSE', NO_CODE, 'weights'],
  ['LICENSE', { code: true }, 'unsaid'],
  ['LICENSE-CODE', NO_CODE, 'code'],
  ['CODE_LICENSE.md', NO_CODE, 'code'],
  ['LICENSE-MODEL', { code: true }, 'weights'],
  ['MODEL_LICENSE', { code: true }, 'weights'],
  ['LICENSE_WEIGHTS.txt', { code: true }, 'weights'],
  ['DATA_LICENSE', NO_CODE, 'data'],
  ['src/LICENSE', NO_CODE, 'code'],
  ['LICENSES/MIT.txt', NO_CODE, 'unsaid'],
] as const)('%s with %j is about %s', (file, shape, about) => {
  expect(matterOf(file, shape)).toBe(about);
});

test('the text is recognised, known or not', () => {
  expect(licenseFileClaims(text('LICENSE', 'words'), knowing({ match: apache }))).toMatchObject([
    { kind: 'license-text', via: 'license-file', match: { file: 'LICENSE', match: 'exact' } },
  ]);
  expect(licenseFileClaims(text('LICENSE', 'words'), knowing())).toMatchObject([
    { kind: 'license-text', match: { match: 'none' } },
  ]);
});

test('a use policy is one', () => {
  expect(licenseFileClaims(text('USE_POLICY.md', 'words'), knowing())[0]).toMatchObject({
    via: 'policy-file',
  });
});

test('an empty license file is said to be empty', () => {
  expect(licenseFileClaims(text('LICENSE', ' \n'), knowing())).toMatchObject([
    { kind: 'unreadable', what: '"LICENSE" is empty' },
  ]);
});

describe('blanks', () => {
  test.each([
    '[year]',
    '[MIT/Apache]',
    '<name>',
    '[Your Name]',
    '{{ organization }}',
    '[cite_start]',
    '[INSERT COMPANY]',
    '<copyright holder>',
    '[More Information Needed]',
  ])('%s is one', (blank) => {
    expect(blanks(`Terms of ${blank} apply`)).toEqual([blank]);
  });

  test.each([
    '[1]',
    '[name](https://globex.example)',
    '<br>',
    '<https://globex.example>',
    '[x] done',
    '[MIT](LICENSE)',
    'year',
    '[Section 2]',
  ])('%s is none', (word) => {
    expect(blanks(`Terms of ${word} apply`)).toEqual([]);
  });

  test("Apache's appendix is meant to have them, recognised or not", () => {
    expect(blanks('Copyright [yyyy] [name of copyright owner]', apache)).toEqual([]);
    expect(
      blanks(
        'APPENDIX: How to apply the Apache License to your work.\n\n Copyright [yyyy] [name of ' +
          'copyright owner]',
      ),
    ).toEqual([]);
  });

  test('a copyright line of MIT is meant to be filled in', () => {
    expect(blanks('MIT License\n\nCopyright (c) [year] [fullname]\n', mit())).toEqual([
      '[year]',
      '[fullname]',
    ]);
  });

  test('lines that somebody added to a known text count', () => {
    expect(blanks('MIT License\nWritten by <name>\n', mit([2, 2]))).toEqual(['<name>']);
    expect(blanks('MIT License\nWritten by <name>\n', mit())).toEqual([]);
  });
});

test('a license file that only points names the files', () => {
  const found = licenseFileClaims(
    text('LICENSE', 'For the code see LICENSE-CODE, for the weights see LICENSE-MODEL.'),
    knowing(),
  );
  expect(found.flatMap((claim) => (claim.kind === 'file-mention' ? [claim.target] : []))).toEqual([
    'LICENSE-CODE',
    'LICENSE-MODEL',
  ]);
});
