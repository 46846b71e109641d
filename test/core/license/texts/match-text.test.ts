import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { loadIndex, matchText } from '../../../../src/core/license/texts/match-text.ts';
import type { TextMatch } from '../../../../src/core/model/text-match.ts';
import { anyText } from '../../../support/any-text.ts';
import { spdxText } from '../../../support/license-texts.ts';

const index = loadIndex();
const match = (text: string, file = 'LICENSE'): TextMatch => matchText(file, text, index);
const ids = ({ hits }: TextMatch): readonly string[] => hits.map(({ id }) => id);

const MIT = spdxText('MIT');
const APACHE = spdxText('Apache-2.0');

/** A text from some words of it on, up to others. */
const from = (text: string, first: string, last?: string): string =>
  text.slice(text.indexOf(first), last === undefined ? undefined : text.indexOf(last));
/** As HTML writes it. */
const escaped = (text: string): string =>
  text.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace('(c)', '&copy;');
const linesOf = (text: string): number => text.trimEnd().split('\n').length;
const replaced = (text: string, from: string | RegExp, to: string): string => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to replace: ${String(from)}`);
  return changed;
};

describe('a license text is exactly itself', () => {
  test.each([
    'MIT',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    'MPL-2.0',
    'CC-BY-4.0',
    'CC-BY-NC-4.0',
    'CC-BY-SA-4.0',
    'CC0-1.0',
    'OpenMDW-1.0',
  ])('%s', (id) => {
    const found = match(spdxText(id));
    expect([found.match, ids(found)]).toEqual(['exact', [id.toLowerCase()]]);
    expect(found.hits[0]).toMatchObject({ score: 1, added: [], missing: 0 });
  });

  test('the GPL text does not say whether later versions may be chosen: the undecided id', () => {
    expect(ids(match(spdxText('GPL-3.0-or-later')))).toEqual(['gpl-3.0']);
  });

  test.each([
    [
      'another holder and year',
      replaced(MIT, /Copyright.*/, 'Copyright (c) 2019-2024 Zebra & Sons <https://zebra.example>'),
    ],
    [
      'several holders',
      replaced(
        MIT,
        /Copyright.*/,
        'Copyright (c) 2019 Zebra\nCopyright 2021, Quagga Inc. All rights reserved.\n(c) 2022 Okapi',
      ),
    ],
    [
      'a line of many holders',
      replaced(
        MIT,
        /Copyright.*/,
        `Copyright (c) 2019 ${'Zebra Foundation, Quagga Labs, Okapi and friends, '.repeat(6)} and others`,
      ),
    ],
    ['no title', MIT.slice(MIT.indexOf('Copyright'))],
    ['another title', replaced(MIT, 'MIT License', '# The MIT License (MIT)')],
    ['other line breaks', MIT.replaceAll('\n', '\r\n')],
    [
      'comment marks',
      MIT.split('\n')
        .map((line) => ` * ${line}`)
        .join('\n'),
    ],
    ['curly quotes', MIT.replaceAll('"', '”')],
    ['upper case', MIT.toUpperCase()],
    ['a byte order mark and other line breaks', `\ufeff${MIT.replaceAll('\n', '\r\n')}`],
    ['a byte order mark before the copyright line', `\ufeff${MIT.slice(MIT.indexOf('Copyright'))}`],
    ['the line breaks of old', MIT.replaceAll('\n', '\r')],
    [
      'soft hyphens and joiners',
      MIT.replaceAll('Software', 'Soft\u00adware').replaceAll('copies', 'co\u200bpies'),
    ],
    [
      'HTML',
      `<html><body><h1>MIT License</h1>\n${MIT.slice(MIT.indexOf('Copyright'))
        .split('\n\n')
        .map((part) => `<p>${escaped(part)}</p>`)
        .join('\n')}\n</body></html>`,
    ],
    ['an HTML comment around it', `<!--\n${MIT}\n-->`],
    ['a sentence of introduction', `This project is released under the MIT license.\n\n${MIT}`],
    ['an SPDX line', `SPDX-License-Identifier: MIT\n\n${MIT}`],
    [
      'a holder whose name sounds like a term',
      replaced(
        MIT,
        /Copyright.*/,
        'Copyright (c) 2024 Zebra Commercial Research Limited. All rights reserved.',
      ),
    ],
  ])('%s makes MIT no other text', (_, text) => {
    expect(match(text)).toMatchObject({ match: 'exact', hits: [{ id: 'mit' }] });
  });

  test.each([
    [
      'the name in the clause of endorsement',
      replaced(spdxText('BSD-3-Clause'), 'the copyright holder nor', 'Zebra Research Institute, Inc. nor'),
    ],
    [
      'the name in the disclaimer',
      replaced(
        spdxText('BSD-3-Clause'),
        /PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS/,
        'PROVIDED BY ZEBRA',
      ),
    ],
    ['bullets for numbers', spdxText('BSD-3-Clause').replace(/^\s*\d\. /gm, '* ')],
  ])('BSD-3-Clause with %s is still BSD-3-Clause', (_, text) => {
    expect(match(text)).toMatchObject({ match: 'exact', hits: [{ id: 'bsd-3-clause' }] });
  });

  test('Apache-2.0 without its appendix, and with the appendix filled in', () => {
    const end = APACHE.indexOf('END OF TERMS');
    expect(match(APACHE.slice(0, end))).toMatchObject({
      match: 'exact',
      hits: [{ id: 'apache-2.0', added: [] }],
    });
    expect(match(replaced(APACHE, '[yyyy] [name of copyright owner]', '2024 Zebra'))).toMatchObject({
      match: 'exact',
      hits: [{ id: 'apache-2.0' }],
    });
  });

  test('Apache-2.0 from a word processor, which takes an item "(c)" for a copyright sign', () => {
    expect(match(replaced(APACHE, /\(c\) You must retain/, '© You must retain'))).toMatchObject({
      match: 'exact',
      hits: [{ id: 'apache-2.0' }],
    });
    expect(match(replaced(MIT, /Copyright.*/, '© 2024 Zebra'))).toMatchObject({
      match: 'exact',
      hits: [{ id: 'mit' }],
    });
  });

  test('inside a README, with the lines where it stands', () => {
    const found = match(`# Zebra\n\nStripes for all.\n\n## License\n\n${MIT}`, 'README.md');
    expect(found).toMatchObject({ match: 'exact', hits: [{ id: 'mit', added: [] }] });
    expect(found.hits[0]?.lines[0]).toBeGreaterThanOrEqual(7);
  });
});

describe('a sentence that binds is an addition wherever it stands', () => {
  const at = (needle: string, text: string): number =>
    text.split('\n').findIndex((line) => line.includes(needle)) + 1;
  const own = replaced(MIT, /Copyright.*/, 'Copyright (c) 2024 Zebra');
  test.each([
    [
      'below, with the word license in it',
      `${own}\nCommercial use is not covered by this license.\n`,
      'Commercial',
    ],
    ['below, short', `${own}\nNo commercial license.\n`, 'No commercial'],
    ['above', `For research purposes only.\n\n${own}`, 'research'],
    ['in the title', replaced(own, 'MIT License', 'MIT License (non-commercial)'), 'non-commercial'],
    ['in the title, as a word for changes', replaced(own, 'MIT License', 'Modified MIT License'), 'Modified'],
    [
      'directly below the copyright line',
      replaced(own, '2024 Zebra', '2024 Zebra\nFor non-commercial use only.'),
      'non-commercial',
    ],
    [
      'on the copyright line',
      replaced(own, '2024 Zebra', '2024 Zebra. This software may not be used commercially.'),
      'commercially',
    ],
    [
      'on the copyright line, behind a dash',
      replaced(own, '2024 Zebra', '2024 Zebra - non-commercial use only'),
      'non-commercial',
    ],
    ['behind the last word', `${own.trimEnd()} You may not sell the Software.\n`, 'may not sell'],
    ['within a sentence', replaced(own, 'to any person', 'to any non-commercial person'), 'non-commercial'],
    ['in Chinese', `${own}\n本软件不得用于商业用途。\n`, '不得'],
    [
      'below the last paragraph, which speaks of copyright holders',
      `${own}\nSee THIRD_PARTY_NOTICES for other components.\n`,
      'THIRD_PARTY',
    ],
  ])('%s', (_, text, needle) => {
    const line = at(needle, text);
    const found = match(text);
    expect([found.match, ids(found)]).toEqual(['near', ['mit']]);
    expect(found.hits[0]?.added.some(([from, to]) => from <= line && line <= to)).toBe(true);
  });

  test('in a license that stands on one line with its copyright statement', () => {
    const line = (id: string): string =>
      spdxText(id)
        .replace(/<(?:year|owner)>|\[yyyy\]/g, '2024')
        .replace(/\s+/g, ' ');
    expect(match(line('BSD-3-Clause'))).toMatchObject({ match: 'exact', hits: [{ id: 'bsd-3-clause' }] });
    expect(
      match(line('BSD-3-Clause').replace('Redistribution and use', 'Redistribution and use for research')),
    ).toMatchObject({ match: 'near', hits: [{ id: 'bsd-3-clause' }] });
    expect(match(line('BSD-3-Clause').replace(' or without modification', ''))).toMatchObject({
      match: 'near',
      hits: [{ id: 'bsd-3-clause' }],
    });
    expect(match(line('MIT').replace('any person', 'any academic person'))).toMatchObject({
      match: 'near',
      hits: [{ id: 'mit' }],
    });
  });

  test('in the place of a holder', () => {
    const text = replaced(
      spdxText('BSD-3-Clause'),
      /PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS/,
      'PROVIDED BY ZEBRA FOR RESEARCH PURPOSES ONLY',
    );
    expect(match(text)).toMatchObject({ match: 'near', hits: [{ id: 'bsd-3-clause' }] });
  });
});

describe('a changed text says what was changed', () => {
  test('a clause behind MIT is named by its lines', () => {
    const at = linesOf(MIT) + 2;
    const found = match(
      `${MIT.trimEnd()}\n\nThe model must not be used by competitors of Zebra,\nnor by their affiliates.\n`,
    );
    expect(found).toMatchObject({
      match: 'near',
      hits: [{ id: 'mit', score: 1, missing: 0, added: [[at, at + 1]] }],
    });
  });

  test('a clause within Apache-2.0 is named by its lines', () => {
    const lines = APACHE.split('\n');
    const at = lines.findIndex((line) => line.includes('5. Submission of Contributions'));
    const clause = [
      'Notwithstanding the above, entities with yearly revenue',
      'beyond ten zebras shall purchase a separate permission.',
    ];
    const found = match([...lines.slice(0, at), ...clause, ...lines.slice(at)].join('\n'));
    expect(found).toMatchObject({ match: 'near', hits: [{ id: 'apache-2.0' }] });
    const [range] = found.hits[0]?.added ?? [];
    expect(range?.[0]).toBe(at + 1);
    expect(range?.[1]).toBeGreaterThanOrEqual(at + 2);
  });

  test('a clause within GPL-3.0, of which the index keeps a sample only, is named by its lines', () => {
    const lines = spdxText('GPL-3.0-only').split('\n');
    const at = lines.findIndex((line) => line.trim().startsWith('11. Patents.'));
    const clause = Array.from(
      { length: 8 },
      (_, row) =>
        `Row ${row}: zebras, okapis and quaggas of herd number ${row} are owed their stripes by noon.`,
    );
    const found = match([...lines.slice(0, at), ...clause, '', ...lines.slice(at)].join('\n'));
    expect(found).toMatchObject({ match: 'near', hits: [{ id: 'gpl-3.0' }] });
    const ranges = found.hits[0]?.added ?? [];
    expect(at).toBeGreaterThan(0);
    expect(ranges.length).toBeGreaterThan(0);
    for (const [from, to] of ranges) expect(from >= at && to <= at + 9).toBe(true);
  });

  test('a clause of GPL-3.0 that was taken out is counted as missing', () => {
    const text = spdxText('GPL-3.0-only');
    const from = text.indexOf('11. Patents.');
    const found = match(text.slice(0, from) + text.slice(text.indexOf('12. No Surrender', from)));
    expect(found).toMatchObject({ match: 'near', hits: [{ id: 'gpl-3.0' }] });
    expect(found.hits[0]?.missing).toBeGreaterThan(300);
  });

  test('every ninth word exchanged: it looks like Apache-2.0, and no more', () => {
    let count = 0;
    const found = match(APACHE.replace(/\S+/g, (word) => (++count % 9 === 0 ? 'zebra' : word)));
    expect(found).toMatchObject({ match: 'changed', hits: [{ id: 'apache-2.0' }] });
  });
});

describe('several licenses in one file', () => {
  test('one behind the other, each with its lines', () => {
    const between = linesOf(APACHE) + 3;
    const found = match(`${APACHE.trimEnd()}\n\n\n${MIT}`);
    expect(found.match).toBe('several');
    expect(ids(found)).toEqual(['apache-2.0', 'mit']);
    expect(found.hits[0]?.lines[1]).toBeLessThan(between);
    expect(found.hits[1]?.lines[0]).toBeGreaterThanOrEqual(between);
  });

  test('one of them changed', () => {
    const bsd = replaced(
      spdxText('BSD-3-Clause'),
      'prior written permission',
      'prior written or spoken permission',
    );
    const found = match(`${MIT}\n---\n\n${bsd}`);
    expect([found.match, ids(found)]).toEqual(['several', ['mit', 'bsd-3-clause']]);
  });

  test.each(['Sleepycat', 'Python-2.0', 'Net-SNMP', 'OpenSSL'])(
    '%s, which holds another license whole, is one text also where its lines break elsewhere',
    (id) => {
      const found = match(
        spdxText(id)
          .split(/\n\s*\n/)
          .map((part) =>
            part
              .split(/\s+/)
              .join(' ')
              .replace(/(.{60}\S*) /g, '$1\n'),
          )
          .join('\n\n'),
      );
      expect(ids(found).map((one) => one.replace('spdx:', '').toLowerCase())).toEqual([id.toLowerCase()]);
    },
  );

  test('three licenses, of which one is like the two around it', () => {
    const found = match(`${MIT}\n\n${spdxText('BSD-3-Clause')}\n\n${spdxText('Zlib')}`);
    expect([found.match, ids(found)]).toEqual(['several', ['mit', 'bsd-3-clause', 'zlib']]);
  });

  test('the same license for two holders is one', () => {
    expect(match(`${MIT}\n\n${MIT}`)).toMatchObject({ match: 'exact', hits: [{ id: 'mit' }] });
  });
});

describe('what is no license is none', () => {
  test.each([
    [
      'a README',
      (
        '# Zebra\n\nA model for stripes. Install it with npm, then load the weights and ask for ' +
        'stripes.\nReleased under the MIT license, see LICENSE.\n'
      ).repeat(20),
    ],
    [
      'code',
      'export function stripes(count: number): string {\n  return "|".repeat(count);\n}\n'.repeat(200),
    ],
    [
      'a contract',
      (
        'This agreement is made between the landlord and the tenant. The tenant shall pay the rent on ' +
        'the first day of each month. The landlord shall keep the premises in repair. Neither party ' +
        'shall be liable for events beyond its control. This agreement is governed by the laws of ' +
        'Utopia.\n'
      ).repeat(10),
    ],
    [
      'a mention',
      'Licensed under the Apache License, Version 2.0. See the LICENSE file for the specific ' +
        'language governing permissions.',
    ],
    ['a disclaimer alone', MIT.slice(MIT.indexOf('THE SOFTWARE IS PROVIDED'))],
    [
      'another disclaimer alone',
      `DISCLAIMER\n\n${from(spdxText('BSD-3-Clause'), 'THIS SOFTWARE IS PROVIDED')}`,
    ],
    [
      'a contributor agreement',
      `CONTRIBUTOR AGREEMENT\n\n${from(APACHE, '2. Grant of Copyright', '4. Redistribution')}`,
    ],
    ['nothing', ''],
    ['ideographs', '斑马是一种动物。它有黑白条纹。'.repeat(100)],
  ])('%s', (_, text) => {
    expect(match(text)).toEqual({ file: 'LICENSE', match: 'none', hits: [] });
    expect(match(text, 'README.md').match).toBe('none');
  });
});

test('every id of the index is a license of the catalogue or says by its prefix that it is none', () => {
  const known = new Set(shippedCatalogue().entries.map(({ id }) => id));
  expect(index.ids.filter((id) => !known.has(id) && !/^(?:spdx|policy|terms|text|frame):/.test(id))).toEqual(
    [],
  );
});

test('no text makes it throw, and lines stay within the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText({ maxLength: 10 }), fc.constantFrom(...MIT.split('\n'))), {
        maxLength: 60,
      }),
      (parts) => {
        const text = parts.join('\n');
        const last = text.split('\n').length;
        for (const { lines, added } of match(text).hits)
          for (const [from, to] of [lines, ...added])
            expect(from >= 1 && from <= to && to <= last).toBe(true);
      },
    ),
    { numRuns: 30 },
  );
});
