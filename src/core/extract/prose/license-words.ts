import { isAscii } from '../../text/ascii.ts';
import { latePattern } from '../../text/patterns/late-pattern.ts';
import { isUsual, plainSigns, SIGNS, USUAL_LATIN } from '../../text/signs.ts';
import type { Matter } from '../../model/claim.ts';
import type { Identity, License } from '../../model/license.ts';
import type { Context } from '../context.ts';
import type { Flat } from '../card/flatten-block.ts';
import { languagesOf } from './languages.ts';
import { namesModel } from './names/license-or-model.ts';
import { matterNamed } from './subjects.ts';

/** Words that speak of licenses whatever stands beside them. */
export const LICENSE_WORD = /licen[cs]|라이[선센]스|许可|許可|协议|協議|授权|授權|ライセンス/i;

/** Parts of the names of licenses, in lower case: a text without any, and without such words, names none. */
export const LICENSE_NAME = new RegExp(
  [
    'cc[- ]by|cc0|mulan|apache[- ]?(?:licen|v?\\.? ?2)|creative ?(?:commons|ml)',
    '(?<![a-z])(?:mit|bsd|isc|mpl|wtfpl|eupl|epl|afl|ofl|[al]?gpl(?:v?\\d)?|(?:open)?[- ]?rail)(?![a-z])',
    'mozilla|unlicense|terms of use|openrail|llama ?[234](?:\\.\\d)? (?:community )?licen|gemma terms',
  ].join('|'),
);

/** Whether a name cannot but be a license's: "MRL" is much else. */
export const isTelling = (raw: string) => mayNameLicense(raw) || TERMS.test(raw);
export const TERMS = new RegExp(
  ['terms|약관|규약|規約|条款|條款', '아파치|アパッチ|クリエイティブ|知[识識]共享|[创創]用|木[兰蘭]'].join(
    '|',
  ),
  'i',
);
/** Whether a text has a word about licenses, or a part of a name of one. */
export const mayNameLicense = (text: string) =>
  LICENSE_NAME.test(text.toLowerCase()) || LICENSE_WORD.test(text);

/** How far behind words that speak of a license its name may begin, and how long it may be. */
export const REACH = 160;

/** A license named in a text. Offsets are of the flat text. */
export interface LicenseMention {
  readonly from: number;
  readonly to: number;
  readonly raw: string;
  readonly identity: Identity;
  /** What the words beside its name make another license of: MIT in "MIT with additional terms". */
  readonly madeFrom?: License;
}

/** Words of a license's name are few; the longest that is known wins. */
const WORDS = 9;
const SKIPPED = 5;
const PLAIN_WORD = /[A-Za-z0-9][A-Za-z0-9.+_-]*|[(][A-Za-z0-9.+ -]{2,30}[)]/g;
/** A word ends where another script begins: 「4.0です」, `2.0协议`. */
const wordOf = (latin: string, others: string) =>
  [`[${latin}\\d][${latin}\\d.+_-]*`, `(?:(?![${latin}\\d])${others})+`, '[(][A-Za-z0-9.+ -]{2,30}[)]'].join(
    '|',
  );
/** … in a text with plain signs and letters of the most usual languages alone. */
const USUAL_WORD = latePattern(() => new RegExp(wordOf(USUAL_LATIN, `[^${SIGNS}]`), 'g'));
const WORD = latePattern(
  () => new RegExp(wordOf(String.raw`\p{Script=Latin}`, String.raw`[\p{L}\p{N}]`), 'gu'),
);
/** One word alone that is a license's short name and a common word, a maker's or a model's name, too. */
const COMMON: ReadonlySet<string> = new Set(
  [
    'other unknown custom cc bsd gpl open research license model the community public none',
    'proprietary commercial restricted free fair bare boost blessing elastic hub json python vim',
    'ruby php tcl icu curl ppp unicode expat jasper artistic creative apache intel apple nvidia',
    'tencent microsoft rail openssl libpng imagemagick postgresql loose strict deepseek qwen',
    'gemma kimi solar llama yi falcon exaone sam dino sdxl opt glm chatglm baichuan skywork',
    'kolors krea ideogram minicpm hunyuanvideo kanana lfm dbrx aquila codegeex cogvideox cogvlm',
    'chameleon bria deepfloyd seamless tulu tabpfn vaetki xverse hyperclovax ltx yuan trillion',
    'indextts kwaipilot openpangu stability bananamind',
  ].flatMap((line) => line.split(' ')),
);

/** A name begins with none of these. */
const FUNCTION: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'of',
  'by',
  'to',
  'in',
  'on',
  'and',
  'or',
  'for',
  'with',
  'this',
  'that',
  'these',
  'our',
  'its',
  'their',
  'your',
  'same',
  'such',
  'any',
  'all',
  'term',
  'terms',
  'permissive',
  'open',
]);
const KIND_ALONE = /^(?:non[- ]?commercial(?: licen[cs]e)?(?=$| \()|ai model$|licen[cs]es?$)/;
const beginsLoosely = (lower: string) =>
  FUNCTION.has(/^[a-z]+(?![\w-])/.exec(lower)?.[0] ?? '') || KIND_ALONE.test(lower);

/** … and ends with none of these. */
const LOOSE_END =
  /[\s,](?:and|or|the|an?|of|for|with|which|that|is|are|it|we|as|by|in|on|to|while|but|see|from)$/;

function wordsIn(text: string): readonly RegExpExecArray[] {
  if (isAscii(text)) return [...text.matchAll(PLAIN_WORD)];
  return isUsual(text) ? [...plainSigns(text).matchAll(USUAL_WORD())] : [...text.matchAll(WORD())];
}

/** A name that is known, as it is or as English has it, without the words that only run on behind it. */
function named(raw: string, context: Context): Pick<LicenseMention, 'raw' | 'identity'> | undefined {
  // "… by NVIDIA, licensed under X": a maker, and the verb that goes on.
  if (/\blicen[cs]ed$/i.test(raw)) return undefined;
  const identity = context.identify(raw.replace(/^[(（](.*)[)）]$/, '$1'));
  if (identity.is === 'known') return { raw, identity };
  // Few names in letters of English are another language's: "Apache-2.0-Lizenz".
  if (isAscii(raw) && !/lizenz/i.test(raw)) return undefined;
  for (const { names } of languagesOf(raw)) {
    let [words, english] = [raw, raw];
    for (const one of names) {
      const runsOn = one.isEnd ? (one.words.exec(words)?.[1]?.length ?? 0) : 0;
      words = words.slice(0, words.length - runsOn);
      english = english.replace(one.words, one.english);
    }
    if (english === raw) continue;
    const translated = context.identify(english.trim());
    if (translated.is === 'known') return { raw: words, identity: translated };
  }
  return undefined;
}

/** A name that is known and stands for no model here. */
function licenseNamed(
  { text }: Flat,
  from: number,
  raw: string,
  context: Context,
  isAsked: boolean,
): LicenseMention | undefined {
  const known = named(raw, context);
  if (!known) return undefined;
  const to = from + known.raw.length;
  if (!isTelling(known.raw) && namesModel(text, from, to, isAsked)) return undefined;
  const whole = changedAround(text, from, to, known.identity);
  if (!whole) return { from, to, ...known };
  const madeFrom = known.identity.is === 'known' ? { madeFrom: known.identity.license } : {};
  return { ...whole, ...madeFrom, identity: context.identify(whole.raw) };
}

/**
 * What stands for a license's name in expressions, for that of one that limits no use, and how many letters
 * around it tell of it.
 */
const SLOT = '\u25c7';
const FREE_SLOT = '\u25c6';
const BESIDE = 60;

/**
 * "A modified MIT license", "MIT with additional terms", "MIT + non-commercial": the whole name of a license
 * that was made from the one that is named. Limits that this one has itself make no other of it.
 */
function changedAround(
  text: string,
  from: number,
  to: number,
  identity: Identity,
): Omit<LicenseMention, 'identity'> | undefined {
  const before = text.slice(Math.max(0, from - BESIDE), from).replace(/.*\n/s, '');
  const behind = text.slice(to, to + BESIDE).replace(/\n.*/s, '');
  const isFree = identity.is === 'known' && identity.license.limits.length === 0;
  for (const slot of isFree ? [SLOT, FREE_SLOT] : [SLOT]) {
    const around = `${before}${slot}${behind}`;
    for (const { license } of languagesOf(around)) {
      const hit = license.changed.find(around);
      if (!hit) continue;
      const start = from - before.length + hit.index;
      const end = start + hit.text.length - slot.length + (to - from);
      return { from: start, to: end, raw: text.slice(start, end) };
    }
  }
  return undefined;
}

/** Words of a link that lead to what a license asks, and name none: "you must give [credit](…)". */
const DUTY = /^\W*(?:credit|attribution|indicate (?:if )?changes|indicate if changes were made)\W*$/i;

/**
 * The license whose name begins within the first words of a stretch; `isAsked`: the place asks for one, so
 * that no word need say that the name is not a model's.
 */
export function licenseAfter(
  flat: Flat,
  from: number,
  to: number,
  context: Context,
  skipped = SKIPPED,
  isAsked = false,
): LicenseMention | undefined {
  const words = wordsIn(flat.text.slice(from, to)).slice(0, WORDS + skipped);
  for (let first = 0; first < Math.min(words.length, skipped + 1); first += 1) {
    for (let count = Math.min(WORDS, words.length - first); count > 0; count -= 1) {
      const [a, b] = [words[first], words[first + count - 1]];
      if (!a || !b) continue;
      const [start, end] = [from + a.index, from + b.index + b[0].length];
      const raw = flat.text.slice(start, end).replace(/[.,;:]+$/, '');
      const lower = raw.toLowerCase();
      if (
        /[\n;；、，。]/.test(raw) ||
        beginsLoosely(lower) ||
        LOOSE_END.test(lower) ||
        (count === 1 && COMMON.has(lower))
      )
        continue;
      const known = licenseNamed(flat, start, raw, context, isAsked);
      if (known) return known;
    }
  }
  for (const link of flat.links) {
    if (link.from < from || link.from >= to || !/^https?:/i.test(link.url)) continue;
    if (DUTY.test(flat.text.slice(link.from, link.to))) continue;
    const identity = context.identify(link.url);
    if (identity.is === 'known')
      return { from: link.from, to: link.to, raw: link.url.replace(/^https?:\/\//, ''), identity };
  }
  return undefined;
}

/** The license whose name ends within the last words of a stretch (`Apache 2.0 라이선스로`). */
export function licenseBefore(
  flat: Flat,
  from: number,
  to: number,
  context: Context,
): LicenseMention | undefined {
  const words = wordsIn(flat.text.slice(from, to)).slice(-WORDS);
  for (let last = words.length; last > Math.max(0, words.length - 2); last -= 1)
    for (let first = 0; first < last; first += 1) {
      const [a, b] = [words[first], words[last - 1]];
      if (!a || !b) continue;
      const raw = flat.text.slice(from + a.index, from + b.index + b[0].length).replace(/[.,;:]+$/, '');
      if (
        /[\n;；、，。]/.test(raw) ||
        beginsLoosely(raw.toLowerCase()) ||
        (last - first === 1 && COMMON.has(raw.toLowerCase()))
      )
        continue;
      const known = licenseNamed(flat, from + a.index, raw, context, false);
      if (known) return known;
    }
  return undefined;
}

/**
 * A shields.io badge that names a license, `img.shields.io/badge/License-Apache_2.0-blue`, and what its words
 * or its picture's speak of.
 */
export function licenseOfBadge(
  url: string,
  alt: string,
  context: Context,
): { readonly mention: LicenseMention; readonly about: Matter } | undefined {
  const [, path, query] = /img\.shields\.io\/(?:badge\/([^?#/]*[^?#]*)|static\/v1\?([^#]*))/i.exec(url) ?? [];
  const [label = '', said = ''] = path === undefined ? fieldsOfQuery(query ?? '') : fieldsOfPath(path);
  const about = matterNamed(label);
  if (said === '' || (about === 'unsaid' && !LICENSE_WORD.test(label))) return undefined;
  const identity = context.identify(said);
  return identity.is === 'unknown'
    ? undefined
    : {
        mention: { from: 0, to: 0, raw: said, identity },
        about: about === 'unsaid' ? matterNamed(alt) : about,
      };
}

/**
 * `label-message-color`; of a path without a label the message comes first. A doubled sign stands for itself.
 */
function fieldsOfPath(path: string): string[] {
  const parts = path
    .replace(/--/g, '\0')
    .split('-')
    .map((part) => part.replace(/\0/g, '-').replace(/__/g, '\0').replace(/_/g, ' ').replace(/\0/g, '_'));
  return parts.length < 3 ? [] : parts.map(decoded);
}

const fieldsOfQuery = (query: string) =>
  ['label', 'message'].map((name) =>
    decoded((new RegExp(`(?:^|&)${name}=([^&]*)`, 'i').exec(query)?.[1] ?? '').replace(/\+/g, ' ')),
  );

function decoded(words: string): string {
  try {
    return decodeURIComponent(words);
  } catch {
    // A stray percent sign: the words as they are.
    return words;
  }
}
