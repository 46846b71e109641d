import { withoutMarkup } from './strip-markup.ts';
import { bindingFrom } from './binding-language.ts';
import { latePattern } from '../../text/patterns/late-pattern.ts';

/**
 * A text as the hashes of its words, with the line of each. Case, punctuation, quotes, comment marks and line
 * breaks are gone; so are the parts that whoever applies a license fills in: copyright lines, and the
 * holder's name where a disclaimer has it. After the matching guidelines of the SPDX specification, annex B.
 */
export interface HashedWords {
  readonly count: number;
  /** One hash per word. */
  readonly hashes: Uint32Array;
  /** The line of each word, from 1. */
  readonly lines: Uint32Array;
}

/** More than the longest license text ten times over; what comes after is not looked at. */
export const MAX_TEXT = 2_000_000;

const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** The hash of one word in lower case, as the scanner makes it. */
export function hashWord(word: string): number {
  let hash = SEED;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash >>> 0;
}

/** The copyright sign is the word that stands for it: word processors write it for "(c)", also of items. */
const SIGN = 0xa9;
const SIGN_HASH = hashWord('c');

const SPELLINGS = new Map([
  [hashWord('licence'), hashWord('license')],
  [hashWord('licences'), hashWord('licenses')],
  [hashWord('licenced'), hashWord('licensed')],
  [hashWord('sublicence'), hashWord('sublicense')],
  [hashWord('https'), hashWord('http')],
]);

/**
 * A line of years and holders: "Copyright (c) 2020 Foo", "© Foo", "Copyright <year>", all rights reserved.
 */
const COPYRIGHT = latePattern(
  () =>
    new RegExp(
      String.raw`^[\s#*/>;%!|"'-]{0,24}(?:${[
        String.raw`(?:portions? )?copyright(?:s|ed)?:?[ \t]*` +
          String.raw`(?:\(c\)|©|&copy;|\d|<|\[|\{|by\b|the regents|yyyy|year\b)`,
        String.raw`©(?![ \t]*(?:you|your|to|in|if|for|where|when|cause|` +
          String.raw`must|shall|may|is|does|any|each|all|that|distribut\w*)\b)`,
        String.raw`\(c\)[ \t]*(?:copyright|\d{4})`,
        String.raw`all rights reserved\W*$`,
      ].join('|')})`,
      'i',
    ),
);
/** "Copyright Joyent, Inc.": a name, and not one of the words that sentences go on with. */
const COPYRIGHT_OF = latePattern(
  () =>
    new RegExp(
      String.raw`^[\s#*/>;%!|"'-]{0,24}Copyright ` +
        String.raw`(?!Holders?\b|Owners?\b|License|Notice|Law|Act\b|Rights?\b|Statement|Interest)[A-Z]`,
    ),
);
const HEAD = 64;

function isApostrophe(code: number): boolean {
  return code === 39 || code === 0x2019 || code === 0x2018;
}

/** Signs that are a word each: the copyright sign, and ideographs. */
function isWordAlone(code: number): boolean {
  return code > 127 && (code === SIGN || isIdeograph(code));
}

/** Letters in lower case, digits, and letters of other alphabets. */
function isWordPart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code > 127 && isOtherLetter(code));
}

/** Ideographs and kana stand for words of their own; Hangul has spaces. */
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** Marks without a width, within words or before the first: soft hyphen, joiners, byte order mark. */
function isUnseen(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}

function isOtherLetter(code: number): boolean {
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return false;
  return (
    !(code >= 0x2000 && code <= 0x303f) &&
    !(code >= 0xff00 && code <= 0xffef) &&
    !(code >= 0xd800 && code <= 0xfeff && code < 0xf900 && code > 0xd7ff)
  );
}

/** Splits a text into hashed words. Linear in its length; looks at the first `MAX_TEXT` code units. */
export function wordsOf(raw: string): HashedWords {
  const text = withoutMarkup(unbroken(raw.slice(0, MAX_TEXT)));
  const end = text.length;
  const hashes = new Uint32Array((end >> 1) + 2);
  const lines = new Uint32Array((end >> 1) + 2);
  let count = 0;
  let line = 1;
  let hash = SEED;
  let inside = false;
  let atStart = true;
  for (let at = 0; at <= end; at += 1) {
    if (atStart) {
      atStart = false;
      const skipped = afterCopyright(text, at);
      if (skipped > at) at = Math.min(skipped, end);
    }
    let code = at < end ? text.charCodeAt(at) : 10;
    if (code >= 65 && code <= 90) code += 32;
    const own = isWordAlone(code);
    if (!own && isWordPart(code)) {
      hash = Math.imul(hash ^ code, PRIME);
      inside = true;
      continue;
    }
    if ((inside && isApostrophe(code)) || isUnseen(code)) continue;
    if (inside) {
      hash >>>= 0;
      hashes[count] = SPELLINGS.get(hash) ?? hash;
      lines[count] = line;
      count += 1;
      hash = SEED;
      inside = false;
    }
    if (own) {
      if (count >= hashes.length - 1) break;
      hashes[count] = code === SIGN ? SIGN_HASH : Math.imul(SEED ^ code, PRIME) >>> 0;
      lines[count] = line;
      count += 1;
    }
    if (code === 10) {
      line += 1;
      atStart = true;
    }
  }
  return withoutHolders({ count, hashes, lines });
}

/** Without a byte order mark; a lone carriage return ends a line only where nothing else does. */
function unbroken(raw: string): string {
  const text = raw.startsWith('\ufeff') ? raw.slice(1) : raw;
  return text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text;
}

/** The lines of a text, as `wordsOf` counts them. */
export function linesOf(text: string): readonly string[] {
  return withoutMarkup(unbroken(text.slice(0, MAX_TEXT))).split(/\r?\n/);
}

/**
 * Where a copyright statement that starts at `at` ends: at the line break, or where a sentence that binds
 * begins on its line; `at` itself where none starts.
 */
function afterCopyright(text: string, at: number): number {
  let look = at;
  const limit = Math.min(at + 24, text.length);
  while (look < limit && !isLetter(text.charCodeAt(look))) look += 1;
  const first = text.charCodeAt(look) | 32;
  // c(opyright), p(ortions), a(ll rights reserved), ©: of all other lines no more is looked at.
  if (first !== 99 && first !== 112 && first !== 97 && text.charCodeAt(look) !== 0xa9) return at;
  const feed = text.indexOf('\n', at);
  const stop = feed < 0 ? text.length : feed;
  return isCopyrightLine(text.slice(at, Math.min(stop, at + HEAD)))
    ? at + bindingFrom(text.slice(at, stop))
    : at;
}

/** Whether a line begins as a copyright statement. */
export function isCopyrightLine(line: string): boolean {
  const head = line.slice(0, HEAD);
  return COPYRIGHT().test(head) || COPYRIGHT_OF().test(head);
}

function isLetter(code: number): boolean {
  return (
    code === 10 || code === 0xa9 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code > 191
  );
}

/**
 * Where a text names its holder in a sentence: behind these words, up to that word, at most so many words.
 */
const SLOTS = [
  { after: ['provided', 'by'], until: ['as', 'is'] },
  { after: ['no', 'event', 'shall'], until: ['be', 'liable'] },
  { after: ['no', 'event', 'will'], until: ['be', 'liable'] },
  { after: ['neither', 'the', 'name', 'of'], until: ['nor', 'the'] },
  { after: ['neither', 'the', 'names', 'of'], until: ['nor', 'the'] },
  { after: ['as', 'is', 'and'], until: ['disclaims', 'all'] },
  { after: ['even', 'if'], until: ['has', 'been', 'advised'] },
  { after: ['of', 'such', 'damage'], until: ['specifically', 'disclaims'] },
  { after: ['as', 'is', 'basis', 'and'], until: ['has', 'no', 'obligations'] },
  { after: ['as', 'is', 'basis', 'and'], until: ['has', 'no', 'obligation'] },
].map(({ after, until }) => ({ after: after.map(hashWord), until: until.map(hashWord) }));
const SLOT_WORDS = 24;
/** Words that no holder is named by. */
const BINDING = new Set(
  [
    'not',
    'only',
    'must',
    'commercial',
    'noncommercial',
    'prohibited',
    'forbidden',
    'purposes',
    'purpose',
    'use',
  ].map(hashWord),
);
/** Whether the word of a hash binds wherever it stands, so that it is no part of a holder's name. */
export const bindsByItself = (hash: number): boolean => BINDING.has(hash);
const LAST = new Set(SLOTS.map(({ after }) => after[after.length - 1]));

const [AND, OR, DISTRIBUTE] = ['and', 'or', 'distribute'].map(hashWord);
const NUMBERS = new Set(['1', '2', '3', '4'].map(hashWord));
const LISTED = new Set(['redistributions', 'neither'].map(hashWord));

function withoutHolders(words: HashedWords): HashedWords {
  const { hashes, lines } = words;
  let kept = 0;
  for (let at = 0; at < words.count; at += 1) {
    const hash = hashes[at] ?? 0;
    // The BSD clauses are numbered or bulleted, and ISC says "and" or "and/or": one text each.
    if (NUMBERS.has(hash) && LISTED.has(hashes[at + 1] ?? 0)) continue;
    if (hash === OR && kept > 0 && hashes[kept - 1] === AND && hashes[at + 1] === DISTRIBUTE) continue;
    hashes[kept] = hash;
    lines[kept] = lines[at] ?? 0;
    kept += 1;
    if (!LAST.has(hash)) continue;
    const end = endOfSlot(words, at, kept);
    if (end > 0) at = end - 1;
  }
  return { count: kept, hashes: hashes.subarray(0, kept), lines: lines.subarray(0, kept) };
}

/**
 * The index of the word behind a slot that begins after `at`, with `kept` words before it; 0 where there is
 * none.
 */
function endOfSlot({ count, hashes }: HashedWords, at: number, kept: number): number {
  for (const { after, until } of SLOTS) {
    const from = kept - after.length;
    if (from < 0 || !after.every((word, ahead) => hashes[from + ahead] === word)) continue;
    const limit = Math.min(count - until.length, at + SLOT_WORDS);
    for (let look = at + 1; look <= limit && !BINDING.has(hashes[look] ?? 0); look += 1)
      if (until.every((word, ahead) => hashes[look + ahead] === word)) return look;
  }
  return 0;
}
