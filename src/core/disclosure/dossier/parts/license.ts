import { shippedCatalogue } from '../../../data/catalogue.ts';
import type { WorkLicense } from '../../disclosure.ts';
import { inEnglish, type Writing } from './writing.ts';
import { loud, plain, type Cell, type Piece } from '../page.ts';
import { wordFor, type Words } from '../words/words.ts';

/** Digits of a revision that tell it from others. */
const DIGITS = 7;

/** What a license is, in which category, and who says so since when. */
export function licenseCell(writing: Writing, license: WorkLicense): Cell {
  const { words } = writing;
  return [
    ...nameOf(license, words),
    ...categoryOf(license, words),
    ...sourceOf(license, words),
    ...sureness(license, words),
    ...recordOf(license, writing),
    ...changesOf(license, writing),
  ];
}

function nameOf(license: WorkLicense, { say, failure }: Words): Piece[] {
  const raw = license.raw ?? license.label ?? '';
  if (license.openParts.length > 0) return [loud(say.openParts(raw, license.openParts))];
  switch (license.state) {
    case 'known':
      return [plain(license.name ?? license.spdx ?? raw)];
    case 'guessed':
      return [loud(say.notKnown(say.guessed(license.name ?? raw)))];
    case 'unclear':
      return [loud(say.whichText(raw, license.oneOf))];
    case 'unknown-name':
      return [loud(say.unknownName(raw))];
    case 'none-declared':
      return [loud(say.declaresNone)];
    case 'terms':
      return [plain([license.name, say.terms].filter((one) => one !== null).join(': '))];
    case 'unresolved':
      return [loud(say.notKnown(license.reason === null ? '—' : failure[license.reason]))];
  }
}

/** Whether the terms of a license are on record, each clause of them read. */
export function isRead({ state, label }: WorkLicense): boolean {
  if (state === 'terms') return true;
  if (state !== 'known') return false;
  // An expression, or a license of a plugin, stands in no file of ours under its own name.
  return label === null || shippedCatalogue().byId(label)?.verified !== false;
}

/** The category of a license on record; an expression, or one of a plugin, has none. */
function categoryOf({ state, label }: WorkLicense, { category }: Words): Piece[] {
  const found = state === 'known' && label !== null ? shippedCatalogue().byId(label)?.category : undefined;
  return found === undefined ? [] : [plain(` · ${wordFor(category, found)}`)];
}

/** A reading without a day is told so; what only a name points to was read nowhere. */
function sourceOf({ source, asOf, revision }: WorkLicense, { say, source: sources }: Words): Piece[] {
  if (source === null && asOf === null) return [];
  const day = asOf ?? (source === 'name' ? null : say.undated);
  const words = source === null ? null : wordFor(sources, source);
  const read = [words, day].filter((one) => one !== null).join(', ');
  const at = revision === null ? '' : `, ${revision.slice(0, DIGITS)}`;
  return source === 'repository' ? [] : [plain(` (${read}${at})`)];
}

/** Only what is less than certain is said: a license that somebody remembers, or whose text nobody read. */
function sureness({ state, confidence }: WorkLicense, words: Words): Piece[] {
  const isSaid = state === 'known' && confidence !== null && confidence !== 'certain';
  return isSaid ? [plain(`; ${words.confidence[confidence]}`)] : [];
}

function recordOf({ recorded }: WorkLicense, { words: { say } }: Writing): Piece[] {
  return recorded === null
    ? []
    : [plain(` ${say.from(say.recorded(recorded.reason, recorded.reviewer ?? say.byNobody))}`)];
}

function changesOf({ changed }: WorkLicense, writing: Writing): Piece[] {
  return changed.flatMap(({ what }) => [loud(` ${writing.words.say.changed} `), inEnglish(writing, what)]);
}
