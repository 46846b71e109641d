import { describe, expect, test } from 'vitest';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { compat, type Verdict } from '../../../../src/core/license/compat/compat.ts';
import { identify } from '../../../../src/core/license/names/identify.ts';

const catalogue = shippedCatalogue();
const verdict = (upstreams: readonly string[], declared: string): Verdict =>
  compat(
    upstreams.map((name) => identify(name, undefined, catalogue)),
    identify(declared, undefined, catalogue),
    'finetune',
  ).verdict;

const VERSIONS = ['GPL-2.0-only', 'GPL-2.0-or-later', 'GPL-3.0-only', 'GPL-3.0-or-later'] as const;

/** gnu.org/licenses/license-list.html: which licenses go into a work under which version of the GPL. */
describe('the list of the Free Software Foundation', () => {
  const WITH_EVERY_VERSION = [
    'MIT',
    'X11',
    'ISC',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BSD-3-Clause-Clear',
    'BSL-1.0',
    'CC0-1.0',
    'NCSA',
    'Unlicense',
    'WTFPL',
    'Zlib',
    'ZPL-2.1',
    'W3C',
    'UPL-1.0',
    'SMLNJ',
    'SGI-B-2.0',
    'Python-2.0',
    'PSF-2.0',
    'IJG',
    'Imlib2',
    'ClArtistic',
    'ZPL-2.0',
    'W3C-19980720',
    'HPND',
    'ICU',
    'EFL-2.0',
    'Sleepycat',
    'Vim',
    'MPL-2.0',
    'LGPL-2.1-only',
    'Artistic-2.0',
    'CECILL-2.0',
    'OLDAP-2.8',
    'CC-BY-4.0',
    'EUPL-1.2',
  ];
  const WITH_VERSION_3_ONLY = ['Apache-2.0', 'ECL-2.0', 'FTL', 'XFree86-1.1'];
  const WITH_NONE = [
    'AFL-2.0',
    'AFL-2.1',
    'AFL-3.0',
    'Apache-1.0',
    'Apache-1.1',
    'APSL-2.0',
    'BSD-4-Clause',
    'CDDL-1.0',
    'CPL-1.0',
    'EPL-1.0',
    'IPL-1.0',
    'LPL-1.02',
    'MPL-1.1',
    'MS-PL',
    'MS-RL',
    'OpenSSL',
    'OSL-3.0',
    'PHP-3.01',
    'CPAL-1.0',
    'QPL-1.0',
    'RPSL-1.0',
    'RPL-1.5',
    'LPPL-1.3c',
    'JSON',
    'CC-BY-NC-4.0',
    'CC-BY-ND-4.0',
    'GFDL-1.3',
    'OFL-1.1',
    'ODbL-1.0',
  ];

  test.each(WITH_EVERY_VERSION)('%s goes with every version of the GPL', (name) => {
    expect(VERSIONS.map((version) => verdict([name], version))).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  test.each(WITH_VERSION_3_ONLY)('%s goes with version 3 alone', (name) => {
    expect(VERSIONS.map((version) => verdict([name], version))).toEqual(['conflict', 'ok', 'ok', 'ok']);
  });

  test.each(WITH_NONE)('%s goes with none', (name) => {
    expect(VERSIONS.map((version) => verdict([name], version))).toEqual([
      'conflict',
      'conflict',
      'conflict',
      'conflict',
    ]);
  });

  test(
    'copyleft of version 3 goes with version 3 alone: the whole may not say that version 2 may be ' +
      'chosen',
    () => {
      expect(VERSIONS.map((version) => verdict(['LGPL-3.0-only'], version))).toEqual([
        'conflict',
        'conflict',
        'ok',
        'ok',
      ]);
      expect(VERSIONS.map((version) => verdict(['GPL-3.0-only'], version))).toEqual([
        'conflict',
        'conflict',
        'ok',
        'cannot-tell',
      ]);
    },
  );

  test(
    'AGPL-3.0 and GPL-3.0 go together as a combination, which one work changed from one of them is ' + 'not',
    () => {
      expect(VERSIONS.map((version) => verdict(['AGPL-3.0-only'], version))).toEqual([
        'conflict',
        'conflict',
        'cannot-tell',
        'cannot-tell',
      ]);
      expect(verdict(['GPL-3.0-only'], 'AGPL-3.0-only')).toBe('cannot-tell');
    },
  );

  test('the differences that are on purpose stay as the page on compatibility tells them', () => {
    expect(verdict(['EPL-2.0'], 'GPL-2.0-or-later')).toBe('cannot-tell');
    expect(verdict(['Artistic-1.0'], 'GPL-3.0-only')).toBe('cannot-tell');
    expect(verdict(['GPL-2.0-only'], 'LGPL-2.1-only')).toBe('conflict');
    expect(verdict(['CC-BY-SA-4.0'], 'GPL-3.0-or-later')).toBe('cannot-tell');
  });
});

/** creativecommons.org, FAQ: the adapter's license chart and the remix chart, for version 4.0 and CC0. */
describe('the charts of Creative Commons', () => {
  const NAMES = [
    'CC0-1.0',
    'CC-BY-4.0',
    'CC-BY-SA-4.0',
    'CC-BY-NC-4.0',
    'CC-BY-ND-4.0',
    'CC-BY-NC-SA-4.0',
    'CC-BY-NC-ND-4.0',
  ] as const;
  const LICENSES = NAMES.slice(1);
  const ADAPTER: Readonly<Record<(typeof NAMES)[number], readonly string[]>> = {
    'CC0-1.0': LICENSES,
    'CC-BY-4.0': LICENSES,
    'CC-BY-SA-4.0': ['CC-BY-SA-4.0'],
    'CC-BY-NC-4.0': ['CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-NC-ND-4.0'],
    'CC-BY-ND-4.0': [],
    'CC-BY-NC-SA-4.0': ['CC-BY-NC-SA-4.0'],
    'CC-BY-NC-ND-4.0': [],
  };

  test.each(NAMES)('an adaptation of %s', (name) => {
    expect(LICENSES.filter((declared) => verdict([name], declared) === 'ok')).toEqual(ADAPTER[name]);
  });

  const REMIX: Readonly<Record<string, readonly string[]>> = {
    'CC0-1.0': ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'],
    'CC-BY-4.0': ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'],
    'CC-BY-SA-4.0': ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0'],
    'CC-BY-NC-4.0': ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'],
    'CC-BY-ND-4.0': [],
    'CC-BY-NC-SA-4.0': ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-NC-4.0', 'CC-BY-NC-SA-4.0'],
    'CC-BY-NC-ND-4.0': [],
  };

  test.each(NAMES)('what may be remixed with %s', (name) => {
    expect(
      NAMES.filter((other) => NAMES.some((declared) => verdict([name, other], declared) === 'ok')),
    ).toEqual(REMIX[name]);
  });
});
