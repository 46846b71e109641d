/**
 * Whether a license text bears out what its license file says of it: the words that are asked for stand in it
 * letter by letter, and the sections that are cited are numbered so. For the tests, over the texts of the
 * SPDX list, and for `scripts/measure/texts-held.ts`, over a folder of further ones.
 */
import spdxList from 'spdx-license-list/full.js';
import { shippedCatalogue, type Entry } from '../../src/core/data/catalogue.ts';
import { holdsSentence, normalizePhrase } from '../../src/core/text/phrase-search.ts';

/** Gives the text of a name that is none of the SPDX list's; undefined where it is not at hand. */
export type FurtherText = (name: string) => string | undefined;

type Read = Entry & { readonly text?: string; readonly moreTexts?: readonly string[] };

/** The texts that a license file was read from; undefined where one of them is not at hand. */
function textOf({ text, moreTexts = [], spdx }: Read, further: FurtherText): string | undefined {
  if (text === undefined) return spdxList[spdx]?.licenseText;
  const texts = [text, ...moreTexts].map((key) =>
    key.startsWith('spdx:') ? spdxList[key.slice(5)]?.licenseText : further(key),
  );
  return texts.includes(undefined) ? undefined : texts.join('\n');
}

const TEXT_KEYS: ReadonlySet<string> = new Set(['notice', 'phrase', 'product-display', 'name-prefix']);
/** Licenses whose required words stand in another text, which theirs puts in force. */
const BORROWS: Readonly<Record<string, string>> = { cogvlm: 'llama3' };
/**
 * Texts whose numbers are not in the copy that was read: lists that count by themselves, numbers in Chinese,
 * headings without any.
 */
const UNNUMBERED: ReadonlySet<string> = new Set([
  'aquila',
  'aquila2-70b',
  'etalab-2.0',
  'stability-community',
  'stability-svd',
]);

/** The licenses that were read, cite a text of their own, and whose text is at hand. */
export function readLicenses(further: FurtherText): readonly (readonly [Entry, string])[] {
  return (shippedCatalogue().entries as readonly Read[])
    .filter((entry) => entry.verified && !entry.oneOf && entry.duties.length + entry.limits.length > 0)
    .flatMap((entry) => {
      const text = textOf(entry, further);
      return text === undefined ? [] : [[entry, text] as const];
    });
}

/** Words that a license is said to ask for, and that its text does not hold. */
export function missingWords(entry: Entry, text: string, further: FurtherText): readonly string[] {
  const borrowed = BORROWS[entry.id];
  const folded = normalizePhrase(borrowed === undefined ? text : (further(borrowed) ?? ''));
  return entry.duties.flatMap((duty) => {
    if (!TEXT_KEYS.has(duty.kind)) return [];
    const wanted = 'texts' in duty ? (duty.texts ?? []) : 'text' in duty ? [duty.text] : [];
    return wanted
      .filter((one) => !holdsSentence(folded, one))
      .map((one) => `${entry.id} ${duty.kind} ${duty.section}: ${one}`);
  });
}

/** Sections that are cited of a license, and that its text does not number so. */
export function lostSections(entry: Entry, text: string): readonly string[] {
  if (UNNUMBERED.has(entry.id)) return [];
  return [...new Set([...entry.duties, ...entry.limits].map(({ section }) => section))]
    .filter((section) => !hasSection(text, section))
    .map((section) => `${entry.id} ${section}`);
}

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
