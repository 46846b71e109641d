import { PatternSet } from '../../text/patterns/pattern-set.ts';
import { latePattern } from '../../text/patterns/late-pattern.ts';

/** Words that grant, forbid or bind: a line with one of them is more than a title or the name of a holder. */
const OPERATIVE = latePattern(
  () =>
    new RegExp(
      String.raw`\b(?:not|never|only|solely|exclusively|cannot|must|shall|except|unless|without|` +
        String.raw`however|notwithstanding|non-? ?commercial(?:ly)?|commercial(?:ly)?|prohibit\w*|` +
        String.raw`forbid\w*|restrict\w*|limited to|limitations?|permit\w*|permission|allow(?:ed|s)?|` +
        String.raw`consent|require[sd]?|requirements?|purposes?|subject to|conditions?|provided that|` +
        String.raw`fees?|royalt(?:y|ies)|purchase|revenue|evaluation|exclud\w*|terminat\w+|modif\w+|` +
        String.raw`amend\w*|addition(?:al|s|ally)?|supplement\w*|addendum|rider|supersede[sd]?|` +
        String.raw`prevail[s]?|competitors?|competing|military|academic|educational)\b|` +
        String.raw`\bno (?!rights? reserved|warrant)\w|\bmay\b(?! \d)|不得|禁止|不可|仅限|仅供|只能|非商业|商业|商用|必须|` +
        String.raw`限制|修改|补充|制限|비상업|비영리|상업적|금지|제한`,
      'i',
    ),
);

/**
 * Sentences that bind, as they stand behind a copyright statement on its line: names of holders are not to be
 * taken for one.
 */
const BINDING = new PatternSet([
  [
    String.raw`\b(?:may|shall|must|can|will|is|are) (?:not|only|never|be)\b`,
    ['may ', 'shall ', 'must ', 'can ', 'will ', 'is ', 'are '],
    [' not', ' only', ' never', ' be'],
  ],
  [String.raw`\bcannot\b`, ['cannot']],
  [String.raw`\bnot (?:be|for|to|allowed|permitted|available)\b`, ['not ']],
  [
    String.raw`\bno (?:commercial|part|use|other|redistribution|derivatives?|permission|one|person)\b`,
    ['no '],
  ],
  [String.raw`\bnon-? ?commercial(?:ly)?\b`, ['non'], ['commercial']],
  [
    String.raw`\b(?:only|solely|exclusively) (?:for|by|in|with|under|to)\b`,
    ['only ', 'solely ', 'exclusively '],
  ],
  [String.raw`\b(?:use|purposes?|research|users?) only\b`, [' only']],
  [
    String.raw`\b(?:prohibited|forbidden|permitted|granted)\b`,
    ['prohibited', 'forbidden', 'permitted', 'granted'],
  ],
  [String.raw`\bwithout (?:\w+ ){0,3}(?:permission|consent|authorization)\b`, ['without ']],
  [String.raw`\bpurposes?\b`, ['purpose']],
  [String.raw`\bcommercial(?:ly)? (?:use|users?)\b`, ['commercial']],
  ['不得|禁止|仅限|仅供|非商业|商用|必须', ['不得', '禁止', '仅限', '仅供', '非商业', '商用', '必须']],
]);

/** How far into a line a binding sentence is looked for. */
const REACH = 4000;

export function isOperative(line: string): boolean {
  return OPERATIVE().test(line);
}

/**
 * Where on a line that begins as a copyright statement a binding sentence sets in; its length where none
 * does.
 */
export function bindingFrom(line: string): number {
  const found = BINDING.find(line.slice(0, REACH));
  if (!found) return line.length;
  const before = line.slice(0, found.index);
  const sentence = /^[^]*(?:[.;:!?)。；]\s+|\s[-–—]+\s)/.exec(before);
  return sentence ? sentence[0].length : found.index;
}
