import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import spdxList from 'spdx-license-list/full.js';
import { describe, expect, test } from 'vitest';
import { normalizePhrase, holdsSentence } from '../../src/core/text/phrase-search.ts';
import { label } from '../../src/core/evaluate/facts/terms/term-labels.ts';
import { shippedCatalogue, type Entry } from '../../src/core/data/catalogue.ts';
import { isSpdx } from '../../src/core/license/names/spdx.ts';
import type { Term } from '../../src/core/model/license.ts';
import { heldText, holdsTexts, spdxText } from '../support/license-texts.ts';

const root = new URL('../../', import.meta.url);
const entries: readonly Read[] = shippedCatalogue().entries;

const GENERATED = [
  'data/build-licenses.ts',
  'data/build-tables.ts',
  'data/build-prose.ts',
  'docs/build-rule-index.ts',
  'docs/build-rule-list.ts',
  'docs/build-license-page.ts',
  'bundle/third-party.ts',
];

test.each(GENERATED)('what scripts/%s writes is current', (script) => {
  const run = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL(`scripts/${script}`, root)), '--check'],
    { cwd: fileURLToPath(root), encoding: 'utf8' },
  );
  expect(run.stderr.split('\n').filter((line) => !line.startsWith('npm '))).toEqual(['']);
  expect(run.status).toBe(0);
});

describe('the license files', () => {
  test('are many', () => expect(entries.length).toBeGreaterThan(200));

  test('have one id each, and a Hub value belongs to one of them', () => {
    for (const all of [entries.map(({ id }) => id), entries.flatMap(({ hub }) => hub)])
      expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });
});

const today = new Date().toISOString().slice(0, 10);
const isDay = (text: string) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text) && !Number.isNaN(Date.parse(text));
const TEXT_KEYS = ['notice', 'phrase', 'product-display', 'name-prefix'] as const;

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

type Read = Entry & { readonly text?: string; readonly moreTexts?: readonly string[] };

/**
 * The texts that a license file was read from: of the SPDX list, or of the folder beside the checkout. Copies
 * of one license differ in small ways.
 */
function textOf({ text, moreTexts = [], spdx }: Read): string | undefined {
  if (text === undefined) return spdxList[spdx]?.licenseText;
  return [text, ...moreTexts]
    .map((key) => (key.startsWith('spdx:') ? spdxText(key.slice(5)) : heldText(key)))
    .join('\n');
}

/** Licenses whose required words stand in another text, which theirs puts in force. */
const BORROWS: Readonly<Record<string, string>> = { cogvlm: 'llama3' };
/**
 * Texts whose numbers are not in the copy we hold: lists that count by themselves, numbers in Chinese,
 * headings without any.
 */
const UNNUMBERED: ReadonlySet<string> = new Set([
  'aquila',
  'aquila2-70b',
  'etalab-2.0',
  'stability-community',
  'stability-svd',
]);

describe('required words and section numbers', () => {
  const read = entries.filter(
    (entry) => entry.verified && !entry.oneOf && entry.duties.length + entry.limits.length > 0,
  );

  test.skipIf(!holdsTexts)('stand letter by letter in the text that was read', () => {
    const missing = read.flatMap((entry) => {
      const text = textOf(entry);
      if (text === undefined) return [];
      const borrowed = BORROWS[entry.id];
      const folded = normalizePhrase(borrowed === undefined ? text : heldText(borrowed));
      return entry.duties.flatMap((duty) => {
        if (!(TEXT_KEYS as readonly string[]).includes(duty.kind)) return [];
        const wanted = 'texts' in duty ? (duty.texts ?? []) : 'text' in duty ? [duty.text] : [];
        return wanted
          .filter((one) => !holdsSentence(folded, one))
          .map((one) => `${entry.id} ${duty.kind} ${duty.section}: ${one}`);
      });
    });
    expect(missing).toEqual([]);
  });

  test.skipIf(!holdsTexts)('can be found in the text', () => {
    const lost = read.flatMap((entry) => {
      const text = textOf(entry);
      if (text === undefined || UNNUMBERED.has(entry.id)) return [];
      return [...new Set([...entry.duties, ...entry.limits].map(({ section }) => section))]
        .filter((section) => !hasSection(text, section))
        .map((section) => `${entry.id} ${section}`);
    });
    expect(lost).toEqual([]);
  });
});

/** Places that we describe because the text does not number them. */
const DESCRIBED = new RegExp(
  String.raw`\b(?:paragraphs?|items?|bullets?|conditions?|sentences?|counted|preamble|heading|` +
    String.raw`first|second|third|fourth|fifth|last|final|after|before|title)\b`,
  'i',
);

/**
 * Whether a text numbers each of these sections so, every part behind the one before it: `1.b.i(B)` as "1.",
 * "b.", "i." and "(B)".
 */
function hasSection(text: string, sections: string): boolean {
  const plain = normalizePhrase(text);
  if (plain.includes(normalizePhrase(sections))) return true;
  return sections
    .split(/,\s+|\s+and\s+|\s*;\s*/)
    .every(
      (section) =>
        DESCRIBED.test(section) ||
        plain.includes(normalizePhrase(section)) ||
        follows(text, section.match(/\d+|[A-Za-z]+/g) ?? []),
    );
}

function follows(text: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const found = new RegExp(`(?:^|[\\s(.§*#"“|])${part}(?=[\\s).,:;*”"\\]\\\\]|$)`, 'im').exec(
      text.slice(from),
    );
    if (!found) return false;
    from += found.index + 1;
  }
  return true;
}
