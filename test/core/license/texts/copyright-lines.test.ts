import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyrightLines } from '../../../../src/core/license/texts/copyright-lines.ts';
import { isModelId } from '../../../../src/core/extract/prose/model-id.ts';
import { shippedCatalogue } from '../../../../src/core/data/catalogue.ts';
import { dataText } from '../../../../src/core/data/data-source.ts';
import { withCopyright } from '../../../../src/core/resolve/copyright-holders.ts';
import { snapshot } from '../../../../src/core/resolve/snapshot.ts';
import { rowsOf } from '../../../../src/core/data/table-rows.ts';
import { spdxText } from '../../../support/license-texts.ts';

describe('copyright lines', () => {
  test.each([
    [
      'MIT License\n\nCopyright (c) 2025 Quayside Systems\n\nPermission is',
      'Copyright (c) 2025 Quayside Systems',
    ],
    ['   Copyright 2024 Harbor Lab\n', 'Copyright 2024 Harbor Lab'],
    [
      '# Copyright © Harbor Lab and contributors. All rights reserved.\r\n',
      'Copyright © Harbor Lab and contributors. All rights reserved.',
    ],
    [' * Portions Copyright (C) 1996-2010, Harbor Lab */', 'Portions Copyright (C) 1996-2010, Harbor Lab'],
    ['**© 2026 항구연구소**', '© 2026 항구연구소'],
  ])('%j states one', (text, line) => expect(copyrightLines(text)).toEqual([line]));

  test.each([
    'Copyright [yyyy] [name of copyright owner]',
    'Copyright (c) <year> <copyright holders>',
    'Copyright (C) year  name of author',
    'Copyright (C) 2007 Free Software Foundation, Inc. <https://fsf.org/>',
    'The above copyright notice and this permission notice shall be included',
    'Copyright law applies in 2025.',
    'keep the notice “Harbor is licensed under the Harbor License,\nCopyright (c) Harbor Inc. All ' +
      'Rights Reserved.”',
    'Copyright and Similar Rights 2025',
  ])('%j states none', (text) => expect(copyrightLines(text)).toEqual([]));

  test('whatever the text, a line stands in it as it is, and once', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Copyright (c) 2025 A', '© 2024 B', 'text', '', '# Copyright 2020 C', 'by,'),
        ),
        (lines) => {
          const found = copyrightLines(lines.join('\n'));
          expect(new Set(found).size).toBe(found.length);
          for (const one of found) expect(lines.some((line) => line.includes(one))).toBe(true);
        },
      ),
    );
  });

  test('of the general licenses none states a holder that a text like it would have to keep', () => {
    for (const id of ['MIT', 'Apache-2.0', 'BSD-3-Clause', 'GPL-3.0-only', 'CC-BY-4.0', 'MPL-2.0'])
      expect(copyrightLines(spdxText(id)), id).toEqual([]);
  });
});

describe('the lines that are shipped', () => {
  const rows = [...rowsOf(dataText('data/copyright.tsv'))];

  test('name a model, a file, a source and a day each', () => {
    expect(rows.length).toBeGreaterThan(5);
    for (const { model = '', line = '', file = '', source = '', as_of: asOf = '' } of rows) {
      expect(isModelId(model), model).toBe(true);
      expect(copyrightLines(line)).toEqual([line]);
      expect(file).toMatch(/^(?:LICENSE|NOTICE)/);
      expect(source.length).toBeGreaterThan(5);
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
  });

  test('end with line feeds alone', () => expect(dataText('data/copyright.tsv')).not.toContain('\r'));

  test('join what another source knows, and give way to lines that it read itself', async () => {
    const upstreams = withCopyright(snapshot(shippedCatalogue()));
    expect(await upstreams.find('moonshotai/kimi-k2-instruct')).toMatchObject({
      is: 'found',
      copyright: [{ line: 'Copyright (c) 2025 Moonshot AI', file: 'LICENSE' }],
    });
    expect(await upstreams.find('deepseek-ai/DeepSeek-R1')).not.toHaveProperty('copyright');
    const own = {
      is: 'found' as const,
      license: { is: 'unknown' as const, raw: 'x' },
      raw: 'x',
      bases: [],
      from: 'Hub',
      asOf: '2026-11-24',
      confidence: 'certain' as const,
      copyright: [{ line: '© 2020 Own', file: 'LICENSE', source: 'Hub', asOf: '2026-11-24' }],
    };
    expect(
      await withCopyright({ find: () => Promise.resolve(own) }).find('moonshotai/Kimi-K2-Instruct'),
    ).toBe(own);
    expect(
      await withCopyright({ find: () => Promise.resolve({ is: 'failed', why: 'offline' }) }).find(
        'moonshotai/Kimi-K2-Instruct',
      ),
    ).toEqual({ is: 'failed', why: 'offline' });
  });
});
