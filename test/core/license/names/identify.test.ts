import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { catalogueOf, shippedCatalogue, type Entry } from '../../../../src/core/data/catalogue.ts';
import {
  identify,
  identityLabel,
  isHubSpelling,
  spdxOf,
  suggestHubId,
  type Hints,
} from '../../../../src/core/license/names/identify.ts';
import type { Identity } from '../../../../src/core/model/license.ts';
import { anyText } from '../../../support/any-text.ts';

const catalogue = shippedCatalogue();

/** An identity in one line: `mit`, `(mit or apache-2.0)`, `unclear: a b`, `unknown`. */
function brief(identity: Identity): string {
  switch (identity.is) {
    case 'known':
      return identity.license.id;
    case 'expression':
      return `(${identity.of.map(brief).join(` ${identity.op} `)})`;
    case 'unclear':
      return `unclear: ${identity.oneOf
        .map(({ id }) => id)
        .sort()
        .join(' ')}`;
    case 'unknown':
      return 'unknown';
  }
}

const means = (raw: string, hints?: Hints): string => brief(identify(raw, hints, catalogue));

test.each([
  'non-commercial',
  'Non-Commercial License',
  'research-only',
  'community license',
  'Open License',
  'permissive',
])('"%s" tells a kind of license, which is nobody\'s name', (name) => {
  expect(means('other', { name })).toBe('unknown');
});

describe('every value on the Hub list means the license of that id', () => {
  test.each(catalogue.entries.flatMap(({ hub }) => hub))('%s', (value) => {
    const entry = catalogue.byHub(value);
    const found = identify(value, undefined, catalogue);
    if (entry?.oneOf) expect(found.is).toBe('unclear');
    else expect(brief(found)).toBe(entry?.id);
    expect(isHubSpelling(value, catalogue)).toBe(true);
    expect(suggestHubId(value, catalogue)).toBe(value);
  });
});

test.each([
  ['Apache-2.0', 'apache-2.0'],
  ['APACHE-2.0', 'apache-2.0'],
  ['Apache License, Version 2.0', 'apache-2.0'],
  ['Apache License 2.0 (Apache-2.0)', 'apache-2.0'],
  ['Apache 2.0', 'apache-2.0'],
  ['apache-2', 'apache-2.0'],
  ['apache2', 'apache-2.0'],
  ['the Apache 2.0 licence', 'apache-2.0'],
  ['MIT', 'mit'],
  ['The MIT License', 'mit'],
  ['[MIT](LICENSE)', 'mit'],
  ['BSD-3', 'bsd-3-clause'],
  ['BSD 3-Clause "New" or "Revised" License', 'bsd-3-clause'],
  ['CC BY-NC 4.0', 'cc-by-nc-4.0'],
  ['CC-BY-NC-SA 4.0', 'cc-by-nc-sa-4.0'],
  ['Creative Commons Attribution-NonCommercial 4.0 International', 'cc-by-nc-4.0'],
  ['Creative Commons Zero v1.0 Universal', 'cc0-1.0'],
  ['GPLv3', 'gpl-3.0'],
  ['GNU General Public License v3.0', 'gpl-3.0'],
  ['GPL-3.0-or-later', 'gpl-3.0-or-later'],
  ['GPL-3.0+', 'gpl-3.0-or-later'],
  ['GPLv3+', 'gpl-3.0-or-later'],
  ['GNU General Public License v3 or any later version', 'gpl-3.0-or-later'],
  ['Apache-2.0+', 'apache-2.0'],
  ['Meta Llama 3.1 Community License', 'llama3.1'],
  ['MIT & Apache-2.0', 'unclear: apache-2.0 mit'],
  ['Clarified Artistic License', 'clartistic'],
  ['CPAL', 'cpal-1.0'],
  ['Mulan Public License 2.0', 'mulanpubl-2.0'],
  ['LicenseRef-scancode-ppp', 'ppp'],
  ['Llama 3.1 Community License', 'llama3.1'],
  ['llama3_1', 'llama3.1'],
  ['llama-3.3', 'llama3.3'],
  ['Gemma Terms of Use', 'gemma'],
  ['PDDL', 'pddl'],
])('%j means %s', (raw, id) => {
  expect(means(raw)).toBe(id);
  expect(isHubSpelling(raw, catalogue)).toBe(false);
});

describe('traps', () => {
  test('bsl-1.0 is Boost, and the Business Source License only where 1.1 is said', () => {
    expect(means('bsl-1.0')).toBe('bsl-1.0');
    expect(spdxOf(identify('bsl-1.0', undefined, catalogue))).toBe('BSL-1.0');
    expect(means('other', { name: 'bsl-1.1' })).toBe('busl-1.1');
    expect(means('BSL')).toBe('unclear: bsl-1.0 busl-1.1');
  });

  test('exaone names three texts and is unclear, until a link settles it', () => {
    expect(means('other', { name: 'exaone' })).toBe('unclear: exaone-1.0-nc exaone-1.1-nc exaone-1.2-nc');
    const link = catalogue.byId('exaone-1.1-nc')?.urls[0] ?? '';
    expect(means('other', { name: 'exaone', link: `https://${link}` })).toBe('exaone-1.1-nc');
  });

  test('modified-mit is borne by several texts and is unclear', () => {
    expect(means('other', { name: 'modified-mit' })).toMatch(/^unclear: .*kimi-k2/);
  });

  test('gpl-3.0 does not say whether later versions may be chosen, and is neither', () => {
    expect(means('gpl-3.0')).toBe('gpl-3.0');
    expect(spdxOf(identify('gpl-3.0', undefined, catalogue))).toBe('GPL-3.0-only OR GPL-3.0-or-later');
  });

  test('license: mit stays mit whatever license_name stands beside it', () => {
    expect(means('mit', { name: 'deepseek', link: 'LICENSE' })).toBe('mit');
  });

  test('license: other with the name of a common license is that license', () => {
    expect(means('other', { name: 'apache-2.0' })).toBe('apache-2.0');
  });

  test('grok2-community, lgpl-lr and openrail++ are read as they stand, not as their neighbors', () => {
    for (const id of ['grok2-community', 'lgpl-lr', 'openrail++', 'c-uda', 'etalab-2.0', 'eupl-1.2'])
      expect(means(id)).toBe(id);
  });

  test("npm's UNLICENSED is not the Unlicense", () => {
    expect(means('UNLICENSED')).toBe('unknown');
    expect(suggestHubId('UNLICENSED', catalogue)).toBeUndefined();
  });

  test('a family is unclear: gpl, bsd, cc, openrail, and a name without its version', () => {
    for (const raw of ['gpl', 'bsd', 'cc', 'openrail', 'CC-BY-NC', 'llama', 'Apache'])
      expect(means(raw)).toMatch(/^unclear: /);
  });

  test('the name of one of its members beside a family settles it', () => {
    expect(means('cc', { name: 'cc-by-nc-4.0' })).toBe('cc-by-nc-4.0');
    expect(means('cc', { name: 'mit' })).toMatch(/^unclear/);
  });
});

test.each([
  '',
  ' ',
  'unknown',
  'none',
  'NONE',
  'NOASSERTION',
  'other',
  'Other',
  'null',
  'license',
  'my own words',
  'terms and conditions apply',
  'MIT OR',
  'LICENSE',
  'cc-by-nc-5.0',
  'apache-2.1',
  'Apache-2.0 MIT',
])('%j names no license that we know', (raw) => {
  expect(means(raw)).toBe('unknown');
});

describe('expressions', () => {
  test.each([
    ['MIT OR Apache-2.0', '(mit or apache-2.0)', 'MIT OR Apache-2.0'],
    ['mit and apache-2.0', '(mit and apache-2.0)', 'MIT AND Apache-2.0'],
    [
      '(MIT OR Apache-2.0) AND CC-BY-4.0',
      '((mit or apache-2.0) and cc-by-4.0)',
      '(MIT OR Apache-2.0) AND CC-BY-4.0',
    ],
    ['llama3.1 AND apache-2.0', '(llama3.1 and apache-2.0)', 'LicenseRef-Llama-3.1 AND Apache-2.0'],
    ['MIT OR GPL-2.0+', '(mit or gpl-2.0-or-later)', 'MIT OR GPL-2.0-or-later'],
    ['MIT OR Foo-Bar', '(mit or unknown)', 'NOASSERTION'],
    ['MIT AND gpl-3.0', '(mit and gpl-3.0)', 'MIT AND (GPL-3.0-only OR GPL-3.0-or-later)'],
  ])('%s', (raw, what, spdx) => {
    expect(means(raw)).toBe(what);
    expect(spdxOf(identify(raw, undefined, catalogue))).toBe(spdx);
  });

  test('an exception is kept, and what rests on the text is no longer certain', () => {
    const found = identify('apache-2.0 with LLVM-exception', undefined, catalogue);
    expect(spdxOf(found)).toBe('Apache-2.0 WITH LLVM-exception');
    expect(found.is === 'known' && found.license.verified).toBe(false);
    expect(means('Apache-2.0 WITH no-such-exception')).toBe('unknown');
  });

  test('two names without an operator are unclear', () => {
    expect(means('MIT/Apache-2.0')).toBe('unclear: apache-2.0 mit');
  });

  test('the label names ids and keeps unknown words', () => {
    expect(identityLabel(identify('(MIT OR Apache-2.0) AND Foo', undefined, catalogue))).toBe(
      '(mit or apache-2.0) and Foo',
    );
  });
});

test.each([
  ['https://creativecommons.org/licenses/by-nc/4.0/', 'cc-by-nc-4.0'],
  ['http://creativecommons.org/licenses/by-sa/4.0/deed.en', 'cc-by-sa-4.0'],
  ['creativecommons.org/licenses/by-sa/4.0/legalcode', 'cc-by-sa-4.0'],
  ['https://creativecommons.org/publicdomain/zero/1.0/', 'cc0-1.0'],
  ['https://opensource.org/licenses/MIT', 'mit'],
  ['https://opensource.org/license/mit/', 'mit'],
  ['http://www.apache.org/licenses/LICENSE-2.0.txt', 'apache-2.0'],
  ['https://www.gnu.org/licenses/gpl-3.0.en.html', 'gpl-3.0'],
  ['https://www.gnu.org/licenses/old-licenses/gpl-2.0.html', 'gpl-2.0'],
  ['https://spdx.org/licenses/BSD-3-Clause.html', 'bsd-3-clause'],
  ['https://choosealicense.com/licenses/mpl-2.0/', 'mpl-2.0'],
  ['https://raw.githubusercontent.com/meta-llama/llama-models/main/models/llama3_1/LICENSE', 'llama3.1'],
  ['https://github.com/meta-llama/llama-models/raw/main/models/llama3_1/LICENSE?x=1#top', 'llama3.1'],
  ['https://huggingface.co/acme/x/blob/main/LICENSE', 'unknown'],
  ['https://creativecommons.org/licenses/by/3.0/us/', 'unknown'],
  ['https://example.com/licenses/mit', 'unknown'],
])('the address %s means %s', (url, id) => {
  expect(means(url)).toBe(id);
  expect(means('other', { link: url })).toBe(id);
});

test('a name that several texts bear is settled by the license file of the model that bears it', () => {
  const name = 'tencent-hunyuan-community';
  expect(means('other', { name })).toMatch(/^unclear/);
  expect(means('other', { name, of: 'tencent/Hunyuan3D-2.1' })).toBe('tencent-hunyuan-3d-2.1');
  expect(means('other', { name, link: 'LICENSE', of: 'tencent/Hunyuan3D-2.1' })).toBe(
    'tencent-hunyuan-3d-2.1',
  );
  expect(means('other', { name, link: 'TERMS', of: 'tencent/Hunyuan3D-2.1' })).toMatch(/^unclear/);
  expect(means('other', { name, of: 'acme/x' })).toMatch(/^unclear/);
  expect(means('other', { name: 'modified-mit', of: 'moonshotai/Kimi-K2-Instruct' })).toBe('kimi-k2');
  expect(means('mit', { of: 'moonshotai/Kimi-K2-Instruct' })).toBe('mit');
});

test('a later text under the name of the first is told by the license file beside it', () => {
  const name = 'qwen-research';
  expect(means('other', { name })).toBe('qwen-research');
  expect(means('other', { name, link: 'LICENSE', of: 'Qwen/Qwen2.5-3B' })).toBe('qwen-research');
  expect(means('other', { name, link: 'LICENSE', of: 'Qwen/Qwen-Image-2.1' })).toBe('qwen-research-2026');
  // Another license's address beside a name that it does not bear settles nothing.
  expect(means('other', { name, link: 'https://www.apache.org/licenses/LICENSE-2.0' })).toBe('qwen-research');
});

test.each([
  ['nvidia-open-model-agreement', 'nvidia-open-model-agreement'],
  ['nvidia-open-model-license', 'nvidia-open-model'],
  ['ltx-2-community-license-agreement', 'ltx-2'],
  ['ltx-2.x-community-license', 'ltx-2.x'],
  ['falcon-llm-license', 'falcon-llm-2.0'],
  ['kimi-k2.6', 'kimi-k2.6'],
  ['flux-non-commercial-license-v2.1', 'flux-nc-2.1'],
  ['nsclv1', 'nvidia-license-nc'],
])('siblings are told apart by name: %s', (name, id) => expect(means('other', { name })).toBe(id));

test('an unknown name beside the address of a known text may stand for additions: unclear', () => {
  expect(means('other', { name: 'acme-1.0', link: 'https://www.apache.org/licenses/LICENSE-2.0' })).toBe(
    'unclear: apache-2.0',
  );
});

describe('the Hub id that a misspelt value means', () => {
  test.each([
    ['Apache 2.0', 'apache-2.0'],
    ['appache-2.0', 'apache-2.0'],
    ['apache-2.o', undefined],
    ['mitt', 'mit'],
    ['git', undefined],
    ['gemmma', 'gemma'],
    ['GPL-3.0-or-later', 'gpl-3.0'],
    ['CC BY 4.0', 'cc-by-4.0'],
    ['cc-by-5.0', undefined],
    ['apache-1.0', undefined],
    ['cc-by-nc', undefined],
    ['llama', undefined],
    ['llama5', undefined],
    ['0BSD', undefined],
    ['deepseek', undefined],
  ])('%s: %s', (raw, id) => {
    expect(suggestHubId(raw, catalogue)).toBe(id);
  });
});

test('two entries with one name make it unclear, and an id is never shadowed by a name', () => {
  const [one, two] = [catalogue.byId('mit'), catalogue.byId('isc')].map((entry) => ({
    ...(entry as Entry),
    names: ['shared name', 'apache-2.0'],
  }));
  if (!one || !two) throw new Error('no entries');
  const apache = catalogue.byId('apache-2.0');
  const small = catalogueOf([one, two, ...(apache ? [apache] : [])]);
  expect(brief(identify('Shared-Name', undefined, small))).toBe('unclear: isc mit');
  expect(brief(identify('Apache 2.0', undefined, small))).toBe('apache-2.0');
});

test('a name without its version is unclear even where one version alone is known', () => {
  const apache = catalogue.byId('apache-2.0');
  const small = catalogueOf(apache ? [{ ...apache, names: [], titles: [] }] : []);
  expect(brief(identify('Apache License', undefined, small))).toBe('unclear: apache-2.0');
});

test.each([
  ['gpl-2.0-only with classpath-exception-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0'],
  ['apache-2.0 with llvm-exception', 'Apache-2.0 WITH LLVM-exception'],
  ['GPL-3.0-only WITH gcc-exception-3.1', 'GPL-3.0-only WITH GCC-exception-3.1'],
  [
    'gpl-2.0 WITH Classpath-exception-2.0',
    'GPL-2.0-only WITH Classpath-exception-2.0 OR GPL-2.0-or-later WITH Classpath-exception-2.0',
  ],
])('the exception of %s is kept, in its own spelling', (raw, spdx) => {
  const found = identify(raw, undefined, catalogue);
  expect(found.is === 'known' && found.license.spdx).toBe(spdx);
});

test('no heap of names, operators and brackets makes it throw or hang', () => {
  const piece = fc.oneof(
    fc.constantFrom(...catalogue.entries.flatMap(({ id, spdx, names }) => [id, spdx, ...names])),
    fc.constantFrom(
      ' AND ',
      ' or ',
      ' WITH ',
      '(',
      ')',
      '+',
      '/',
      ', ',
      ' & ',
      '](',
      '[',
      'https://',
      'Classpath-exception-2.0',
      ' ',
      '\n',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
      const found = identify(parts.join(''), undefined, catalogue);
      expect(typeof identityLabel(found)).toBe('string');
      expect(typeof (spdxOf(found) ?? '')).toBe('string');
    }),
    { numRuns: 200 },
  );
});

test('no value makes it throw', () => {
  fc.assert(
    fc.property(
      anyText({ maxLength: 200 }),
      fc.option(fc.string()),
      fc.option(fc.webUrl()),
      (raw, name, link) => {
        const found = identify(raw, { name: name ?? undefined, link: link ?? undefined }, catalogue);
        expect(typeof identityLabel(found)).toBe('string');
        expect(typeof spdxOf(found)).toBe('string');
        suggestHubId(raw, catalogue);
      },
    ),
    { numRuns: 100 },
  );
});

test('a name beside unknown tells what the value does not', () => {
  expect(means('unknown', { name: 'falcon-180b-license' })).toBe('falcon-180b');
  expect(means('unknown')).toBe('unknown');
});

test('one letter before a number is no family of licenses', () => {
  expect(means('other', { name: 'x' })).toBe('unknown');
});
