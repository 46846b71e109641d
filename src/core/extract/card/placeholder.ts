import type { Claim, Via } from '../../model/claim.ts';
import type { Place } from '../../model/place.ts';
import type { LineRange, TextMatch } from '../../model/text-match.ts';
import { PatternSet } from '../../text/patterns/pattern-set.ts';
import type { Context } from '../context.ts';

const MAX_FOUND = 20;
/** Lines from its beginning within which a license carries the copyright line that is to be filled in. */
const HEAD = 6;

/**
 * Blanks that a template leaves for people to fill: `[year]`, `<name>`, `{{ organization }}`, `[MIT/Apache]`,
 * `[cite_start]`. Words in brackets that are links, footnotes or HTML are none.
 */
export const BLANK = new PatternSet([
  [
    String.raw`\[(?:` +
      [
        'year|yyyy|date',
        'full ?name|name|your[ _-][a-z ]{1,30}',
        '(?:the )?name of (?:copyright owner|author|company|organi[sz]ation)',
        'copyright holders?|owner|author',
        'company(?: name)?|organi[sz]ation(?: name)?|project(?: name)?|model(?: name)?',
        'url|link|email|license|licence',
        String.raw`insert [^\]\n]{1,60}|to be (?:added|determined|filled)[^\]\n]{0,30}`,
        'tbd|todo|more information needed|cite_start',
      ].join('|') +
      String.raw`)\](?!\()`,
    [
      '[year',
      '[yyyy',
      '[date',
      '[full',
      '[name',
      '[your',
      '[the name',
      '[copyright',
      '[owner',
      '[author',
      '[company',
      '[organi',
      '[project',
      '[model',
      '[url',
      '[link',
      '[email',
      '[licen',
      '[insert ',
      '[to be ',
      '[tbd',
      '[todo',
      '[more info',
      '[cite_start',
    ],
  ],
  [
    String.raw`\[(?:mit|apache|bsd|gpl|cc)[\w .-]{0,20}(?:\/| or )[\w .\/-]{1,40}\](?!\()`,
    ['[mit', '[apache', '[bsd', '[gpl', '[cc'],
  ],
  [
    '<(?:year|yyyy|name|your[ _-]?[a-z ]{1,30}|name of author|copyright holders?|' +
      'owner|organi[sz]ation|company|project|model[ _-]?name)>',
    ['<year', '<yyyy', '<name', '<your', '<copyright', '<owner', '<organi', '<company', '<project', '<model'],
  ],
  [
    String.raw`\{\{? ?(?:year|yyyy|name|full_?name|organi[sz]ation|owner|project|author|company) ?\}?\}`,
    ['{year', '{yyyy', '{name', '{full', '{organi', '{owner', '{project', '{author', '{company', '{ '],
  ],
]);

/** A copyright line with blanks, which whoever uses the license has to fill (MIT, BSD). */
const COPYRIGHT_LINE = /^\W{0,6}copyright\b/i;

/**
 * Blanks left in a license or notice file. Lines that belong to a recognised text are its own: Apache's
 * appendix is no oversight.
 */
export function placeholders(
  file: string,
  text: string,
  match: TextMatch,
  via: Via,
  context: Context,
): Claim[] {
  const appendix = appendixStart(text, match);
  const found: Claim[] = [];
  let from = 0;
  let line = 1;
  let [rest, more]: [Place | undefined, number] = [undefined, 0];
  for (const part of text.split('\n')) {
    for (const hit of BLANK.all(part.slice(0, 2_000))) {
      if (from >= appendix || belongs(line, part, match, context)) continue;
      const start = from + hit.index;
      const place = { file, start, end: start + hit.text.length };
      if (found.length < MAX_FOUND)
        found.push({ kind: 'placeholder', text: hit.text, place, via, confidence: 'certain' });
      else [rest, more] = [rest ?? place, more + 1];
    }
    from += part.length + 1;
    line++;
  }
  return rest === undefined
    ? found
    : [...found, { kind: 'placeholder', text: '', more, place: rest, via, confidence: 'certain' }];
}

/**
 * Where a text's "how to apply this license" begins: there the blanks are meant. Needed where the text itself
 * was not recognised.
 */
function appendixStart(text: string, match: TextMatch): number {
  if (match.match === 'exact') return Infinity;
  const start = text.search(/how to apply (?:these terms|the apache license)/i);
  return start < 0 ? Infinity : start;
}

function belongs(line: number, text: string, match: TextMatch, context: Context): boolean {
  const within = ([from, to]: LineRange) => line >= from && line <= to;
  const owner = match.hits.find((hit) => within(hit.lines) && !hit.added.some(within));
  if (owner === undefined) return false;
  const keepsCopyright =
    context.catalogue.byId(owner.id)?.duties.some(({ kind }) => kind === 'keep-copyright') ?? false;
  // Further down it is the appendix that says how to apply the license to one's own work.
  return !(keepsCopyright && COPYRIGHT_LINE.test(text) && line - owner.lines[0] <= HEAD);
}
