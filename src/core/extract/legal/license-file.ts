import type { AddedWords, Claim, Matter, Via } from '../../model/claim.ts';
import type { License } from '../../model/license.ts';
import type { TextSource } from '../../model/source.ts';
import type { LineRange, TextMatch } from '../../model/text-match.ts';
import { linesOf } from '../../license/texts/normalize-text.ts';
import { restrictionsOf } from '../../license/texts/added-restrictions.ts';
import type { Context } from '../context.ts';
import { fileMentions } from './notice-file.ts';
import { placeholders } from '../card/placeholder.ts';

/** What else the repository holds, as far as it says what an unnamed LICENSE is about. */
export interface Shape {
  readonly code: boolean;
}

/** A license file this short that is no known text may only point to others. */
const MAX_POINTER = 1_500;

/**
 * `LICENSE`, `COPYING`, `MODEL_LICENSE`, `LICENSES/*`, `USE_POLICY.md` (docs/evidence.md, license files):
 * what text it is, what it covers, what was left blank.
 */
export function licenseFileClaims(
  source: TextSource,
  context: Context,
  shape: Shape = { code: false },
): Claim[] {
  const { file, text } = source;
  const via: Via = isPolicy(file) ? 'policy-file' : 'license-file';
  if (text.trim() === '')
    return [
      {
        kind: 'unreadable',
        what: `"${file}" is empty`,
        place: { file, start: 0, end: 0 },
        via,
        confidence: 'certain',
      },
    ];
  const match = context.matchText(file, text);
  const about = matterOf(file, shape);
  const place = { file, start: 0, end: text.length };
  const points = match.match === 'none' && text.length <= MAX_POINTER ? fileMentions(file, text, via) : [];
  const known = match.hits[0] && context.catalogue.byId(match.hits[0].id);
  const identity = known && !isPolicy(file) ? { identity: { is: 'known', license: known } as const } : {};
  return [
    {
      kind: 'license-text',
      match,
      about,
      place,
      via,
      confidence: 'certain',
      ...identity,
      ...restrictedIn(source, match, known),
    },
    ...(OF_REUSE.test(file) ? [] : placeholders(file, text, match, via, context)),
    ...points,
  ];
}

/** REUSE 3.3: the text as it is published, with its blanks; who holds what stands elsewhere. */
const OF_REUSE = /(?:^|\/)LICENSES\/[^/]+$/;

/**
 * What was added to a license that restricts no use itself, so that the text is no longer what its name
 * promises.
 */
function restrictedIn(
  { file, text }: TextSource,
  { match, hits: [hit] }: TextMatch,
  license: License | undefined,
): { restrictions?: readonly AddedWords[] } {
  if (match !== 'near' || !hit || hit.added.length === 0 || !license || license.limits.length > 0) return {};
  const restrictions = restrictionsOf(hit, linesOf(text)).map(({ lines, words }) => ({
    place: { file, ...spanOf(text, lines) },
    words,
  }));
  return restrictions.length === 0 ? {} : { restrictions };
}

/** Where lines stand in a text, without the blanks around them. */
function spanOf(text: string, [from, to]: LineRange): { readonly start: number; readonly end: number } {
  const breaks = [
    0,
    ...[...text.matchAll(text.includes('\n') ? /\n/g : /\r/g)].map(({ index }) => index + 1),
  ];
  const start = breaks[from - 1] ?? 0;
  const words = text.slice(start, breaks[to] ?? text.length);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

const isPolicy = (file: string) => /use[ _-]policy/i.test(nameOf(file));
const nameOf = (file: string) => file.split('/').at(-1) ?? file;

/** Whether the name of a license file leaves open which part it covers. */
export const saysNoPart = (file: string): boolean => matterOf(file, { code: true }) === 'unsaid';

/**
 * From the file's name, else from what lies beside it: with scripts in the repository a bare LICENSE may mean
 * either.
 */
export function matterOf(file: string, shape: Shape): Matter {
  const name = nameOf(file).toLowerCase();
  const marked = (words: string) => new RegExp(`(?:^|[^a-z])(?:${words})(?:[^a-z]|$)`).test(name);
  if (marked('models?|weights?|checkpoints?')) return 'weights';
  if (marked('code|software|src|source')) return 'code';
  if (marked('data|datasets?')) return 'data';
  const folder = file.split('/').slice(0, -1).join('/').toLowerCase();
  if (/(?:^|\/)(?:src|code|scripts|examples|third[_-]?party)(?:\/|$)/.test(folder)) return 'code';
  if (/(?:^|\/)(?:data|datasets?)(?:\/|$)/.test(folder)) return 'data';
  if (folder !== '') return 'unsaid';
  return shape.code ? 'unsaid' : 'weights';
}
