import type { Claim, Via } from '../../model/claim.ts';
import type { Place } from '../../model/place.ts';
import type { TextSource } from '../../model/source.ts';
import { PatternSet } from '../../text/patterns/pattern-set.ts';
import type { Context } from '../context.ts';
import { placeholders } from '../card/placeholder.ts';

const via = 'notice-file';
const MAX_LINE = 2_000;
const MAX_SAID = 20;

/**
 * NOTICE, ATTRIBUTION, THIRD_PARTY files: license texts in them, blanks left, files they point to, and
 * statements that another license governs a part. What notices they hold is asked of the text itself, by the
 * rules that know the wording.
 */
export function noticeFileClaims(source: TextSource, context: Context): Claim[] {
  const { file, text } = source;
  const match = context.matchText(file, text);
  const place = { file, start: 0, end: text.length };
  const texts: Claim[] =
    match.match === 'none'
      ? []
      : [{ kind: 'license-text', match, about: 'unsaid', place, via, confidence: 'certain' }];
  return [
    ...texts,
    ...splitLicensing(file, text),
    ...fileMentions(file, text, via),
    ...placeholders(file, text, match, via, context),
  ];
}

const GOVERNS = new PatternSet([
  [
    String.raw`\b(?:licen[cs]ed|distributed|redistributed|released|provided|made available) under\b`,
    [' under'],
  ],
  [String.raw`\b(?:are|is|remains?) subject to\b`, ['subject to']],
  [String.raw`\bgoverned by\b`, ['governed by']],
  [String.raw`\bunder the terms of\b`, ['under the terms']],
  [String.raw`\bunder (?:the|an?) [\w .,-]{1,60}licen[cs]e\b`, ['under the ', 'under a'], ['licen']],
]);
const PART = new PatternSet([
  [String.raw`\b(?:base|original) models?\b`, ['base model', 'original model']],
  [String.raw`\bthird[- ]party\b`, ['third'], ['party']],
  [
    String.raw`\b(?:portion|component|module|encoder|tokenizer|weight)s?\b`,
    ['portion', 'component', 'module', 'encoder', 'tokenizer', 'weight'],
  ],
  [
    String.raw`\b(?:backbone|vision|audio|upstream|source code|inference code)\b`,
    ['backbone', 'vision', 'audio', 'upstream', ' code'],
  ],
  [String.raw`\b(?:the following|derived from|based on)\b`, ['the following', 'derived from', 'based on']],
  [String.raw`\bbuilt (?:on|upon|with)\b`, ['built ']],
  [String.raw`\bderivatives? of\b`, ['derivative']],
  [String.raw`\bfine-?tuned from\b`, ['tuned from']],
  [String.raw`\b(?:includes?|incorporates?)\b`, ['include', 'incorporate']],
]);

/** One statement a line: a part, and the license that governs it. */
function splitLicensing(file: string, text: string): Claim[] {
  return lines(text)
    .filter(
      ({ line }) =>
        GOVERNS.test(line) && PART.test(line) && !/\byou may (?:not )?(?:use|obtain)\b/i.test(line),
    )
    .slice(0, MAX_SAID)
    .map(({ line, start }) => ({
      kind: 'split-licensing',
      text: line.trim(),
      place: { file, start, end: start + line.length },
      via,
      confidence: 'likely',
    }));
}

const FILE_NAME = new RegExp(
  String.raw`(?<![\w/.-])((?:LICENSES\/[\w.-]{1,80})|` +
    String.raw`(?:[A-Z][A-Z0-9]{0,30}[_-]){0,4}(?:LICEN[CS]ES?|COPYING|NOTICE|USE_POLICY)` +
    String.raw`(?:[_-][A-Za-z0-9.]{1,40}){0,4}(?:\.(?:md|txt|rst|pdf))?)` +
    String.raw`(?![\w/-]|\s+AGREEMENT)`,
  'g',
);
/** One of these stands in every name that is looked for. */
const NAMES = ['LICEN', 'COPYING', 'NOTICE', 'USE_POLICY', 'Model License'];
const POINTS =
  /\b(?:see|refer to|file|files|accompanying|attached|included|found in|provided in|as in|under|copy of)\b/i;

interface Named {
  readonly target: string;
  readonly document?: string;
  readonly at: number;
  readonly length: number;
}

/**
 * Files that a text points to as if they were beside it. Names count in capitals, and only beside a word that
 * points. "the Model License" with capitals is the name of a document: `MODEL_LICENSE`.
 */
export function fileMentions(file: string, text: string, via: Via): Claim[] {
  const own = (file.split('/').at(-1) ?? file).toLowerCase();
  const seen = new Set<string>();
  return lines(text).flatMap(({ line, start }): Claim[] => {
    if (!NAMES.some((name) => line.includes(name)) || !POINTS.test(line)) return [];
    const names: Named[] = [...line.matchAll(FILE_NAME)].flatMap((hit) =>
      hit[1] === undefined
        ? []
        : [{ target: hit[1].replace(/\.$/, ''), at: hit.index, length: hit[1].length }],
    );
    const model = /\bthe (Model License)\b(?! Agreement)/.exec(line);
    const all =
      model === null
        ? names
        : [
            ...names,
            {
              target: 'MODEL_LICENSE',
              document: 'Model License',
              at: model.index + 4,
              length: 'Model License'.length,
            },
          ];
    return all.flatMap(({ target, document, at, length }): Claim[] => {
      const known = seen.has(target) || target.toLowerCase() === own || isHeading(line, target);
      seen.add(target);
      const place: Place = { file, start: start + at, end: start + at + length };
      return known
        ? []
        : [
            {
              kind: 'file-mention',
              target,
              ...(document === undefined ? {} : { document }),
              purpose: purposeOf(target),
              place,
              via,
              confidence: 'likely',
            },
          ];
    });
  });
}

/** `LICENSE` alone in capitals among other capitals is a title ("APACHE LICENSE"), not a file. */
function isHeading(line: string, target: string): boolean {
  return !/[_\-./]/.test(target) && !/[a-z]{3}/.test(line.replace(target, ''));
}

function purposeOf(target: string): 'license' | 'notice' | 'policy' {
  if (/policy/i.test(target)) return 'policy';
  return /notice/i.test(target) ? 'notice' : 'license';
}

function lines(text: string): readonly { readonly line: string; readonly start: number }[] {
  let start = 0;
  return text.split('\n').map((raw) => {
    const line = raw.replace(/\r$/, '').slice(0, MAX_LINE);
    const here = start;
    start += raw.length + 1;
    return { line, start: here };
  });
}
