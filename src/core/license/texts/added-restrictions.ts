import type { LineRange, TextHit } from '../../model/text-match.ts';

/** Words that narrow who may use a work or for what: no permissive or copyleft license has them itself. */
const NARROWS = new RegExp(
  [
    String.raw`\bnon-? ?commercial(?:ly)?\b`,
    String.raw`\bcommercial(?:ly)? ` +
      String.raw`(?:use|users?|usage|purposes?|licen[cs]e|licensing|deployment|products?)\b`,
    String.raw`\b(?:not|no|never|without)\b[^.;]{0,60}\bcommercial(?:ly|i[sz]ed?)?\b(?! damages)`,
    String.raw`\b(?:research|academic|educational|evaluation|personal|internal|military|testing)\b` +
      '(?:,? (?:and|or|use|research|academic|educational|evaluation|personal|internal))*' +
      String.raw` (?:purposes?|use|only)\b`,
    String.raw`\bonly (?:for|in|to)\b[^.;]{0,40}\b(?:research|academi\w+|education\w*|evaluation)\b`,
    String.raw`\b(?:monthly|daily) active users?\b`,
    String.raw`\b(?:prohibited|forbidden)\b(?! by\b)|\bcompetitors? of\b`,
    '非商业|商业用途|商用|仅限|仅供|不得|禁止',
    '비상업|상업적|연구 ?(?:목적|용)|금지',
    '非営利|非商用|商用利用|研究目的',
  ].join('|'),
  'i',
);

/** Words that bind, in a sentence of its own beside a license. Within one they are the license's. */
const BINDS = new RegExp(
  [
    String.raw`\b(?:may|shall|must|can|is|are|will) (?:not|only|never)\b` +
      '(?! (?:(?:be )?(?:covered|affiliated|endorsed|liable|warranted|part of|included|bundled|' +
      'maintained|required|necessarily|responsible)|affiliated|intended))',
    String.raw`\bcannot (?:be )?(?:used?|sold|sell|redistribut\w+|distribut\w+|shared|modif\w+)\b`,
    String.raw`\bnot (?:be )?(?:used|allowed|permitted|for (?:use|sale))\b`,
    String.raw`\b(?:solely|exclusively) (?:for|by|to)\b`,
    String.raw`\b(?:you|users?|licensees?|recipients?|products?|derivatives?|derivative works|` +
      String.raw`whoever|anyone)\b[^.;]{0,80}\b(?:must|shall)\b`,
    String.raw`\bwithout (?:\w+ ){0,4}(?:permission|consent|authori[sz]ation|approval)\b`,
    String.raw`\brequires? (?:\w+ ){0,4}(?:permission|consent|licen[cs]e|approval|fee|royalt\w+)\b`,
  ].join('|'),
  'i',
);

/** Words added to a license's text that may restrict what it grants. */
export interface Restriction {
  readonly lines: LineRange;
  /** As they stand, blanks folded; within the license's own words, from where they restrict. */
  readonly words: string;
}

/**
 * The lines of a hit that the license does not have and whose words restrict. `lines` is the text, as the hit
 * counts it.
 */
export function restrictionsOf({ added, lines: own }: TextHit, lines: readonly string[]): Restriction[] {
  return added.flatMap((range): Restriction[] => {
    const words = lines
      .slice(range[0] - 1, range[1])
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const narrowed = NARROWS.exec(words);
    const beside = range[1] < own[0] || range[0] > own[1];
    if (beside) return narrowed || BINDS.test(words) ? [{ lines: range, words }] : [];
    return narrowed ? [{ lines: range, words: words.slice(narrowed.index) }] : [];
  });
}
