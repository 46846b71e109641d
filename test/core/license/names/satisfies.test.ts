import { describe, expect, it } from 'vitest';
import { denies, everyBranch, matches } from '../../../../src/core/license/names/satisfies.ts';

describe('an entry of a list takes a license in', () => {
  it.each([
    ['MIT', 'MIT', true],
    ['mit', 'MIT', true],
    ['GPL-3.0-only', 'GPL-2.0-or-later', true],
    ['GPL-2.0-only', 'GPL-3.0-or-later', false],
    ['GPL-2.0-or-later', 'GPL-3.0-only', true],
    // spdx-satisfies 6.0.0 alone says yes to most of these: it takes ids of eight letters for "or later".
    ['LGPL-3.0', 'LGPL-2.1', false],
    ['AGPL-3.0', 'AGPL-1.0', false],
    ['CDDL-1.1', 'CDDL-1.0', false],
    ['CDDL-1.1+', 'CDDL-1.0', false],
    ['LGPL-3.0-or-later', 'LGPL-2.1', false],
    ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only', false],
    ['LicenseRef-A', 'LicenseRef-A', true],
    ['no such thing+', 'MIT', false],
    ['', '', true],
  ])('%s in %s: %s', (license, entry, expected) => {
    expect(matches(license, entry)).toBe(expected);
  });
});

it('who may take a later version need not take the refused one', () => {
  expect(denies('GPL-2.0-or-later', 'GPL-3.0-only')).toBe(false);
  expect(denies('GPL-3.0-or-later', 'GPL-3.0-only')).toBe(true);
  expect(denies('GPL-3.0-only', 'GPL-2.0-or-later')).toBe(true);
});

it('AND asks for every branch, OR for one', () => {
  const isMit = (one: string) => one === 'MIT';
  expect(everyBranch('MIT', isMit)).toBe(true);
  expect(everyBranch('MIT AND ISC', isMit)).toBe(false);
  expect(everyBranch('ISC OR (MIT AND MIT)', isMit)).toBe(true);
  expect(everyBranch('MIT AND', isMit)).toBe(false);
  const asked: string[] = [];
  everyBranch('GPL-2.0-only WITH Classpath-exception-2.0 OR LGPL-2.1+', (one) => asked.push(one) === 0);
  expect(asked).toEqual(['GPL-2.0-only WITH Classpath-exception-2.0', 'LGPL-2.1+']);
});
