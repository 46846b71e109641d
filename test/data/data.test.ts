import { describe, expect, test } from 'vitest';
import { label } from '../../src/core/evaluate/facts/terms/term-labels.ts';
import { shippedCatalogue } from '../../src/core/data/catalogue.ts';
import { isSpdx } from '../../src/core/license/names/spdx.ts';
import type { Term } from '../../src/core/model/license.ts';
import { lostSections, missingWords, readLicenses } from '../../scripts/data/stated-terms.ts';

const { entries } = shippedCatalogue();

describe('the license files', () => {
  test('are many', () => expect(entries.length).toBeGreaterThan(200));

  test('have one id each, and a Hub value belongs to one of them', () => {
    for (const all of [entries.map(({ id }) => id), entries.flatMap(({ hub }) => hub)])
      expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });
});

const today = new Date().toISOString().slice(0, 10);
const isDay = (text: string) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text) && !Number.isNaN(Date.parse(text));

describe.each(entries.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
  const terms: readonly Term[] = [...entry.duties, ...entry.limits];

  test('has dates that are days, and none that is still to come', () => {
    expect(isDay(entry.checked)).toBe(true);
    expect(entry.checked <= today).toBe(true);
    if (entry.dated !== undefined) expect(isDay(entry.dated) && entry.dated <= entry.checked).toBe(true);
  });

  test("names SPDX's id, or one of the form that SPDX leaves to others", () => {
    expect(
      (entry.oneOf !== undefined && entry.spdx === 'NOASSERTION') ||
        isSpdx(entry.spdx) ||
        /^LicenseRef-[A-Za-z0-9.-]+$/.test(entry.spdx),
      entry.spdx,
    ).toBe(true);
  });

  test('states each term once, with words for it, and reaches no class both for certain and perhaps', () => {
    const keys = terms.map((term) => `${term.kind} ${term.section} ${JSON.stringify(term)}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const term of terms) {
      expect(label(term).length).toBeGreaterThan(3);
      expect(term.appliesTo.filter((one) => term.mayApplyTo.includes(one))).toEqual([]);
      expect(term.appliesTo.length + term.mayApplyTo.length, `${term.kind} reaches nothing`).toBeGreaterThan(
        0,
      );
    }
  });

  test("reads in our words: one sentence each, without address, full stop or a lawyer's turn", () => {
    for (const { summary: says } of [...terms, ...entry.relicensing]) {
      expect(says).not.toMatch(
        new RegExp(
          String.raw`\.$|https?:|\blicence\b|\byou(?:r)?\b|\bhere(?:by|in|under|to)\b|\bthereof\b|` +
            String.raw`\bLicensee\b`,
        ),
      );
      expect(says.length).toBeLessThanOrEqual(240);
    }
  });
});

describe('the reading of adapters', () => {
  const inFiles = (says: string) => /\bfiles\b|\bdocuments\b/.test(says);

  test.each(
    entries.flatMap((entry) => (entry.adapters?.reached === 'certain' ? [[entry.id, entry] as const] : [])),
  )('%s: what reaches a derivative reaches an adapter', (_, entry) => {
    const lost = [...entry.duties, ...entry.limits].filter(
      ({ kind, summary, appliesTo }) =>
        appliesTo.includes('derivative') &&
        !appliesTo.includes('adapter') &&
        !(kind === 'mark-changes' && inFiles(summary)),
    );
    expect(lost.map(({ kind, section }) => `${kind} ${section}`)).toEqual([]);
  });

  test('where it is not certain, no term reaches an adapter for certain', () => {
    const open = entries.filter(({ adapters }) => adapters?.reached !== 'certain');
    expect(open.length).toBeGreaterThan(200);
    const claimed = open.flatMap(({ id, duties, limits }) =>
      [...duties, ...limits]
        .filter(({ appliesTo }) => appliesTo.includes('adapter'))
        .map(({ kind, section }) => `${id} ${kind} ${section}`),
    );
    expect(claimed).toEqual([]);
  });

  test('stands in the licenses of models that are most in use', () =>
    expect(entries.filter(({ adapters }) => adapters !== undefined).length).toBeGreaterThanOrEqual(60));
});

describe('texts that were not read', () => {
  const unread = entries.filter(({ verified }) => !verified);
  const hasTerms = ({ duties, limits }: (typeof entries)[number]) => duties.length + limits.length > 0;

  test('have terms in at most twelve files, each of which says what they rest on', () => {
    const files = unread.filter(hasTerms);
    expect(files.length).toBeLessThanOrEqual(12);
    for (const { source } of files) expect(source.length).toBeGreaterThan(20);
  });
});

/** Texts that are not of the SPDX list are held against their files by `scripts/measure/texts-held.ts`. */
describe('required words and section numbers, of licenses whose text is in the SPDX list', () => {
  const read = readLicenses(() => undefined);
  test('are many', () => expect(read.length).toBeGreaterThan(50));

  test('stand letter by letter in the text', () => {
    expect(read.flatMap(([entry, text]) => missingWords(entry, text, () => undefined))).toEqual([]);
  });

  test('can be found in the text', () => {
    expect(read.flatMap(([entry, text]) => lostSections(entry, text))).toEqual([]);
  });

  test('are missed where the text lacks them', () => {
    const apache = read.find(([{ id }]) => id === 'apache-2.0');
    if (!apache) throw new Error('Apache-2.0 is not read');
    expect(lostSections(apache[0], 'A text without numbers')).not.toEqual([]);
  });
});
