import type { Claim } from '../../../model/claim.ts';
import { PatternSet } from '../../../text/patterns/pattern-set.ts';
import { languagesOf } from '../languages.ts';
import type { Sentence } from '../sentences.ts';

/**
 * `LICENSE`, `MODEL_LICENSE`, `LICENSE-WEIGHTS.txt`. With a hyphen before it "MIT-LICENSE" names a license.
 */
const NAME = new RegExp(
  String.raw`\b((?:[A-Z][A-Z0-9]{0,20}_|(?:MODEL|WEIGHTS?|CODE|DATA)-){0,2})` +
    String.raw`(?:LICEN[CS]E|NOTICE|COPYING|USE_POLICY)((?:[-_][\w-]{1,20})?(?:\.(?:md|txt|rst))?)\b`,
);

const HOLDS = ['LICEN', 'NOTICE', 'COPYING', 'USE_POLICY'];

/**
 * "See NOTICE for …": in capitals, right behind a word that points, the name of a file needs no other word.
 */
const POINTED = new RegExp(
  String.raw`\b(?:see|refer to|read|check|found in|under|by|in)\s+(?:the\s+|our\s+)?` +
    String.raw`(?:LICEN[CS]E|NOTICE|COPYING|USE_POLICY)(?![\w-])(?!\s+[A-Z]{3})`,
);
const isPointed = (text: string) => POINTED.test(text.replace(/^[A-Z][a-z]+/, (word) => word.toLowerCase()));

/** "Are in LICENSE-MODELS.md", "as described in …": right before a name that only a file has. */
const LEADS = /\b(?:in|under|by|per|of)\s+(?:the\s+|our\s+)?(?:file\s+)?["'`(]?$/i;

/** An address within the repository. */
const LINKED = new PatternSet([
  [
    String.raw`^(?:\.\/)?(?:[\w.]{1,20}[-_])?(?:licen[cs]e|notice|copying|use_policy)` +
      String.raw`(?:[-_][\w-]{1,30}(?:\.\d)?)?(?:\.(?:md|txt|rst|pdf|html))?$`,
    ['licen', 'notice', 'copying', 'use_policy'],
  ],
]);

/** Files of the repository that a text points to: "see the LICENSE file", a relative link. */
export function fileMentionsIn(file: string, sentences: readonly Sentence[]): Claim[] {
  return sentences.flatMap((sentence): Claim[] => {
    const { flat, from, to, text } = sentence;
    const purposeOf = (name: string) =>
      /notice/i.test(name) ? 'notice' : /policy/i.test(name) ? 'policy' : 'license';
    const claim = (target: string, at: number, length: number): Claim => ({
      kind: 'file-mention',
      place: { file, ...flat.span(at, at + length) },
      via: 'prose',
      confidence: 'likely',
      target,
      purpose: purposeOf(target),
    });
    const linked = flat.links.filter(
      (link) => link.from >= from && link.from < to && !link.image && LINKED.test(link.url),
    );
    if (linked.length > 0)
      return linked.map((link) =>
        claim(link.url.replace(/^\.\//, ''), link.from, Math.max(1, link.to - link.from)),
      );
    const named = HOLDS.some((name) => text.includes(name)) ? NAME.exec(text) : null;
    if (
      !named ||
      flat.links.some(
        (link) => link.from < from + named.index + named[0].length && link.to > from + named.index,
      )
    )
      return [];
    const isFile = named[1] !== '' || named[2] !== '';
    const cued =
      languagesOf(text).some((tongue) => tongue.file.test(text)) ||
      (isFile && LEADS.test(text.slice(0, named.index)));
    const points = cued && (isFile || isPointed(text) || /\bfile\b|파일|文件|ファイル/i.test(text));
    // "See the LICENSE file of the original repository" points elsewhere.
    const elsewhere = /https?:\/\/|github|original|upstream|base model|official|their/i.test(text);
    return points && !elsewhere ? [claim(named[0], from + named.index, named[0].length)] : [];
  });
}
