import type { TextHit, TextMatch } from '../../model/text-match.ts';
import { candidatesFor, holderOf, lookUp, type TextCandidate, type TextLookup } from './rank-candidates.ts';
import { GRAM, isSampled, stretchesOf } from './fingerprint.ts';
import { hashWord, linesOf, wordsOf } from './normalize-text.ts';
import {
  changedLines,
  differsInCopyrightOnly,
  isFormatting,
  linesOutside,
  rangesOf,
  type Segment,
} from './unmatched-lines.ts';
import type { TextIndex } from './text-index.ts';
import { exactPlaces, type ExactMatch } from './exact-matches.ts';

export { loadIndex, parseIndex, type TextIndex } from './text-index.ts';

/**
 * Shares of a license's grams: from `NEAR` on it is that license with small changes, from `FLOOR` on one much
 * changed.
 */
const NEAR = 0.9;
const FLOOR = 0.5;
/** What a second license in a file, or one in a file that is no license file, must reach to count. */
const FLOOR_FURTHER = 0.75;
const MAX_LICENSES = 12;
const MAX_FOUND = 60;
const FEWEST_WORDS = 8;

const LICENSE_FILE = /licen[cs]|copying|copyright|legal|terms|agreement|policy|eula/i;

const NOTHING: ReadonlySet<string> = new Set();

interface Found {
  readonly text: number;
  readonly segments: readonly Segment[];
  readonly exact: boolean;
  readonly candidate: TextCandidate | undefined;
}

/**
 * What a license text is. `exact`: the words of one license, whatever its holders, title and layout; `near`:
 * these with few additions or omissions; `changed`: it looks like one and differs much; `several`: more than
 * one, each with its lines; `none`: no license that we know. In a file that is no license file (a README),
 * what stands around the license is not counted as added. Texts of `not` are none that it may be near. Never
 * throws; looks at the first 2 million characters.
 */
export function matchText(
  file: string,
  text: string,
  index: TextIndex,
  not: ReadonlySet<string> = NOTHING,
): TextMatch {
  const looked = lookUp(wordsOf(text), index);
  if (looked.words.count < FEWEST_WORDS) return { file, match: 'none', hits: [] };
  const isLicenseFile = LICENSE_FILE.test(file.slice(file.lastIndexOf('/') + 1));
  const lines = linesOf(text);
  const all = search(looked, index, isLicenseFile, not).map((one) =>
    isDressed(one, looked, index, lines) ? { ...one, exact: true, candidate: undefined } : one,
  );
  const found = all.filter(({ text: one }) => !isFrame(one, index));
  if (found.length === 0) return { file, match: 'none', hits: [] };

  const beyond = isLicenseFile
    ? linesOutside(
        looked,
        all.flatMap(({ segments }) => segments),
        [...new Set(all.map(({ text: one }) => one))],
        index,
      )
    : new Map<number, number>();
  const outside = [...beyond.keys()].filter((line) => !isFormatting(line, lines));
  const added = outside.reduce((sum, line) => sum + (beyond.get(line) ?? 0), 0);
  const starts = found.map(({ segments }) => looked.words.lines[segments[0]?.[0] ?? 0] ?? 1);
  const hits = found.map((one, at) => {
    // What no license holds counts as added to the one before it.
    const behind = outside.filter(
      (line) => (at === 0 || line >= (starts[at] ?? 0)) && line < (starts[at + 1] ?? Infinity),
    );
    return hitOf(one, looked, behind, lines, index);
  });
  const distinct = mergedById(hits);
  return {
    file,
    match: distinct.length > 1 ? 'several' : verdict(found, distinct, added, index),
    hits: distinct,
  };
}

/** What stands around a family's texts (the preamble of Creative Commons) and is no part of them. */
function isFrame(text: number, index: TextIndex): boolean {
  return index.ids[text]?.startsWith('frame:') === true;
}

function search(
  looked: TextLookup,
  index: TextIndex,
  isLicenseFile: boolean,
  not: ReadonlySet<string>,
): readonly Found[] {
  const free = new Uint8Array(looked.words.count).fill(1);
  const places = [...exactPlaces(looked, stretchesOf(looked.words), index)];
  const found: Found[] = [];
  const ids = new Set<string>();
  // Likenesses only lose words as others are found: an exact place that beats the last search needs no new.
  let bound = Infinity;
  while (ids.size < MAX_LICENSES && found.length < MAX_FOUND) {
    const floor = found.length > 0 || !isLicenseFile ? FLOOR_FURTHER : FLOOR;
    const place = places.find(({ from, to }) => free[from] === 1 && free[to - 1] === 1);
    const needless =
      place && (place.to - place.from >= bound || place.to - place.from === looked.words.count);
    const [best] = needless
      ? []
      : candidatesFor(looked, free, index, floor).filter(
          (one) => !not.has(index.ids[one.text] ?? '') && (one.score >= NEAR || grants(one, looked)),
        );
    if (!needless) bound = best?.net ?? 0;
    const wins = place && (!best || outranks(place, best, looked, free, index));
    const next = wins ? exactly(place) : best && nearly(best);
    if (!next) break;
    found.push(next);
    ids.add(index.ids[next.text] ?? '');
    for (const [from, to] of next.segments) free.fill(0, from, to);
    if (free.indexOf(1) < 0) break;
  }
  return found.sort((a, b) => (a.segments[0]?.[0] ?? 0) - (b.segments[0]?.[0] ?? 0));
}

/** Whether an exact place counts before the best that is only near. */
function outranks(
  place: ExactMatch,
  best: TextCandidate,
  looked: TextLookup,
  free: Uint8Array,
  index: TextIndex,
): boolean {
  if (isPartOf(place, best, looked, index)) return false;
  return isBetter(place, best, index) || standsBeside(place, best, looked, free, index);
}

/** Words of which a license has one, and the disclaimer that many licenses share has none. */
const GRANTS = new Set(
  [
    'license',
    'licensed',
    'licenses',
    'licensor',
    'licensee',
    'permission',
    'permissions',
    'permitted',
    'permit',
    'grant',
    'granted',
    'grants',
    'allowed',
    'free',
    'freely',
    'may',
    'can',
    'agreement',
    'terms',
    'public',
    'redistribution',
    'distribute',
    'distributed',
    'copy',
    'copied',
    'modify',
    '许',
    '授',
    '可',
    'lizenz',
    'licentie',
    'licencia',
    'autorisation',
  ].map(hashWord),
);

/** How many words around what is shared are looked at. */
const AROUND = 60;

/**
 * False for words that two texts share without any grant by them: a disclaimer alone is no changed license.
 */
function grants({ segments }: TextCandidate, { words }: TextLookup): boolean {
  return segments.some(([from, to]) =>
    words.hashes.subarray(Math.max(from - AROUND, 0), to + AROUND).some((word) => GRANTS.has(word)),
  );
}

/** The most words of a license that a copyright line may take with it. */
const COPYRIGHT_WORDS = 16;

function isDressed(
  { candidate, segments, text }: Found,
  looked: TextLookup,
  index: TextIndex,
  lines: readonly string[],
): boolean {
  const missing = candidate ? (index.size[text] ?? 0) - candidate.hits : Infinity;
  return (
    missing <= COPYRIGHT_WORDS &&
    (candidate?.score ?? 0) >= NEAR &&
    differsInCopyrightOnly(looked, segments, text, index, lines)
  );
}

/** A whole text word by word is a fact; a likeness to a longer one beats it only where it is close. */
function isBetter(place: ExactMatch, best: TextCandidate, index: TextIndex): boolean {
  return (
    index.ids[best.text] === index.ids[place.text] || best.score < NEAR || place.to - place.from >= best.net
  );
}

/** How much longer than an exact place a likeness must be for the place to be a part of it. */
const WIDER = 1.3;

/** True for a whole text that the likeness holds as one of its parts: the BSD license within Sleepycat's. */
function isPartOf(
  place: ExactMatch,
  best: TextCandidate,
  { found, grams }: TextLookup,
  index: TextIndex,
): boolean {
  const own = (index.size[best.text] ?? 0) << (index.shift[best.text] ?? 0);
  const isWider = index.ids[best.text] !== index.ids[place.text] && own >= WIDER * (place.to - place.from);
  if (
    best.score < NEAR ||
    !isWider ||
    !best.segments.some(([from, to]) => from <= place.from && place.to <= to)
  )
    return false;
  const holds = holderOf(best.text, index);
  const shift = index.shift[best.text] ?? 0;
  let [sampled, held] = [0, 0];
  for (let at = place.from; at + GRAM <= place.to; at += 1) {
    if (!isSampled(grams[at] ?? 0, shift)) continue;
    sampled += 1;
    const number = found[at] ?? -1;
    if (number >= 0 && holds(number)) held += 1;
  }
  return held >= NEAR * sampled;
}

/**
 * True where the likeness does not rest on the words of the exact place: two licenses, one behind the other.
 */
function standsBeside(
  place: ExactMatch,
  best: TextCandidate,
  looked: TextLookup,
  free: Uint8Array,
  index: TextIndex,
): boolean {
  const rest = free.slice().fill(0, place.from, place.to);
  return candidatesFor(looked, rest, index, FLOOR_FURTHER).some(({ text }) => text === best.text);
}

function exactly(place: ExactMatch): Found {
  return { text: place.text, segments: [[place.from, place.to]], exact: true, candidate: undefined };
}

function nearly(candidate: TextCandidate): Found {
  return { text: candidate.text, segments: candidate.segments, exact: false, candidate };
}

function hitOf(
  one: Found,
  looked: TextLookup,
  outside: readonly number[],
  lines: readonly string[],
  index: TextIndex,
): TextHit {
  const { lines: at } = looked.words;
  const changed = one.exact ? [] : changedLines(looked, one.segments, one.text, index);
  const last = one.segments[one.segments.length - 1];
  const missing = one.candidate
    ? ((index.size[one.text] ?? 0) - one.candidate.hits) << (index.shift[one.text] ?? 0)
    : 0;
  return {
    id: index.ids[one.text] ?? '',
    score: one.candidate ? Math.floor(one.candidate.score * 1000) / 1000 : 1,
    lines: [at[one.segments[0]?.[0] ?? 0] ?? 1, at[(last?.[1] ?? 1) - 1] ?? 1],
    added: rangesOf([...new Set([...changed, ...outside])], lines),
    missing,
  };
}

/** The same license twice (two holders) is one hit over both. */
function mergedById(hits: readonly TextHit[]): readonly TextHit[] {
  const merged = new Map<string, TextHit>();
  for (const hit of hits) {
    const before = merged.get(hit.id);
    if (!before) merged.set(hit.id, hit);
    else {
      const added = [
        ...before.added,
        ...hit.added.filter(([from]) => !before.added.some(([same]) => same === from)),
      ];
      const lines = [
        Math.min(before.lines[0], hit.lines[0]),
        Math.max(before.lines[1], hit.lines[1]),
      ] as const;
      const copies = [...(before.copies ?? [before.lines]), hit.lines];
      merged.set(hit.id, { ...(hit.score > before.score ? hit : before), lines, copies, added });
    }
  }
  return [...merged.values()];
}

function verdict(
  found: readonly Found[],
  [hit]: readonly TextHit[],
  added: number,
  index: TextIndex,
): TextMatch['match'] {
  if (!hit) return 'none';
  const [first] = found;
  const own = first ? (index.size[first.text] ?? 0) << (index.shift[first.text] ?? 0) : 0;
  if (found.every(({ exact }) => exact) && added === 0) return 'exact';
  // More of something else than of the license: not this license with additions.
  if (added > Math.max(60, own) && !found.every(({ exact }) => exact)) return 'changed';
  return hit.score >= NEAR ? 'near' : 'changed';
}
