import { FURTHER_CARD } from '../../../read/evidence-files.ts';
import type { Claim } from '../../../model/claim.ts';
import type { Source } from '../../../model/source.ts';
import { computedOnce } from '../computed-once.ts';
import { besideTexts, LEGAL } from '../legal-files.ts';
import { proseOf } from './code-credits.ts';
import { latePattern } from '../../../text/patterns/late-pattern.ts';

/** What a repository says in sentences about where a code file of its own comes from. */
export interface SaidOfCode {
  /** Whether its header, NOTICE or card say that it was written independently. */
  independent(file: string, header: string): boolean;
  /** Whether NOTICE says from whom or what it comes, whoever that is. */
  sourced(file: string): boolean;
}

const MADE = 'written|developed|implemented|re-?implemented|created|built|programmed';
const BY_ITSELF = 'independently|from scratch|in[- ]house|by (?:us|ourselves)';
const INDEPENDENT = latePattern(
  () =>
    new RegExp(
      [
        String.raw`\b(?:${MADE})\b[^.;\n]{0,60}\b(?:${BY_ITSELF})\b`,
        String.raw`\bindependent(?:ly)? (?:${MADE}|implementation|work)\b`,
        String.raw`\b(?:our|its|their) own (?:work|code|implementation)\b|\bclean[- ]room\b`,
        String.raw`(?:독자적|독립적|직접|자체)[^.\n]{0,20}(?:작성|구현|개발)`,
        String.raw`(?:独立|自行|自主|从零|从头)[^。\n]{0,10}(?:编写|实现|开发|撰写)`,
        String.raw`(?:独自|独立|自前|ゼロから)[^。\n]{0,10}(?:作成|実装|開発|記述)`,
      ].join('|'),
      'i',
    ),
);
/** The code of a model, and not that which trained or measured it. */
const MODEL_CODE = latePattern(
  () =>
    new RegExp(
      String.raw`\b(?:(?:model(?:l?ing)?|source|inference|all|this|the|our) (?:\w+ )?code|` +
        String.raw`implementation)\b|코드|구현|代码|コード|実装`,
      'i',
    ),
);
const OTHER_CODE = /\b(?:train(?:ing)?|evaluat\w+|data) (?:pipeline|code|implementation)\b/i;
const COMES_FROM = latePattern(
  () =>
    new RegExp(
      String.raw`\b(?:adapted|derived|taken|ported|based|modified|originat\w*|forked|comes?) ` +
        String.raw`(?:from|on|in)\b|\bgo(?:es)? back to\b|\bmodified version of\b|기반|수정한|基于|改编自|基に|ベースに`,
      'i',
    ),
);
const COPYRIGHT = /©|\bcopyright\b/i;
/** Files that give a license, or limit it: what they say of code is no word of where it comes from. */
const TERMS = /(?:^|\/)(?:[\w-]*licen[cs]e|copying|[\w-]*use[\w-]*policy|acceptable)[^/]*$/i;

/** Answers by what is said, which is read when it is first asked for. `card` is the card's path. */
export function saidOfCode(claims: readonly Claim[], sources: readonly Source[], card: string): SaidOfCode {
  const texts = sources.flatMap((source) => (source.kind === 'text' ? [source] : []));
  const said = computedOnce({
    notices: () =>
      texts
        .filter(({ file }) => LEGAL.test(file) && !TERMS.test(file))
        .flatMap((source) => besideTexts(source, claims).split('\n')),
    prose: () =>
      texts
        .filter(({ file }) => file === card || FURTHER_CARD.test(file))
        .flatMap(({ text }) => proseOf(text).split('\n')),
  });
  const naming = (file: string) => {
    const stem = (file.split('/').at(-1) ?? file).replace(/\.py$/, '').toLowerCase();
    return (line: string) => line.toLowerCase().includes(stem);
  };
  const ofCode = (line: string) => MODEL_CODE().test(line) && !OTHER_CODE.test(line);
  return {
    independent(file, header) {
      const names = naming(file);
      const isSaid = (line: string) => INDEPENDENT().test(line) && (names(line) || ofCode(line));
      return INDEPENDENT().test(header) || said.notices.some(isSaid) || said.prose.some(isSaid);
    },
    sourced(file) {
      const names = naming(file);
      return said.notices.some((line) =>
        names(line)
          ? COMES_FROM().test(line) || COPYRIGHT.test(line)
          : COMES_FROM().test(line) && ofCode(line),
      );
    },
  };
}
