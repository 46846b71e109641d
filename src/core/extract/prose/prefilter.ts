import { maySayUpstream } from './frames.ts';
import { languagesOf, type LanguageRules } from './languages.ts';
import { LICENSE_NAME, LICENSE_WORD, TERMS } from './license-words.ts';
import { familiesIn } from './family-names.ts';
import type { Candidate } from './candidate-blocks.ts';
import { mayNameProvider } from './statements/provider.ts';
import { fieldIn, labelIn } from './statements/labels/label.ts';

/** Names of files that hold licenses. */
const LICENSE_FILE = /notice|copying|use_policy/;

/**
 * Whether a text may hold a license's name that no word tells: what stands behind one ("for the weights")
 * stands in most texts.
 */
const mayEndLicense = (lower: string) => TERMS.test(lower) || familiesIn(lower).length > 0;

/** Whether words stand in a text, in lower case, that tell something without naming a model, or of a part. */
function mayTell(lower: string, tongues: readonly LanguageRules[]): boolean {
  return (
    tongues.some(({ telling }) => telling.mayStandIn(lower)) ||
    (mayEndLicense(lower) && tongues.some(({ license }) => license.before.mayStandIn(lower))) ||
    (lower.includes('/') &&
      tongues.some(({ components }) => components.some(({ words }) => words.mayStandIn(lower)))) ||
    (mayNameProvider(lower) &&
      tongues.some(
        ({ provider, frames }) => provider.mayStandIn(lower) || frames?.provider.mayStandIn(lower),
      ))
  );
}

/**
 * Whether a block can yield a claim once it is parsed: Markdown costs more than all else together, and most
 * blocks that hold a trigger ("base", "train") speak of something else. Never false for a block that claims
 * something.
 */
export function mayHoldClaim(words: string, { block, underLicense }: Candidate): boolean {
  // Of a table only the cells are parsed whose names say that it is worth it.
  if (underLicense || block.kind === 'table' || words.includes('![') || /<img\b/i.test(words)) return true;
  // As a reader sees it: without emphasis, and on one line.
  const text = words
    .replace(/[*_`\\]/g, '')
    .replace(/<[^<>]{0,200}>/g, '')
    .replace(/\s+/g, ' ');
  const bare = text.replace(/^\s*(?:#+|[-*+•])?\s*/, '').trim();
  // Where the block is one sentence, the very text that is asked next: most of it is answered then.
  const lower = bare.toLowerCase();
  if (
    LICENSE_WORD.test(lower) ||
    LICENSE_NAME.test(lower) ||
    LICENSE_FILE.test(lower) ||
    lower.includes('/datasets/')
  )
    return true;
  if ((text.length < 80 && labelIn(bare)) || fieldIn(bare)) return true;
  const tongues = languagesOf(words);
  if (mayTell(lower, tongues)) return true;
  return mayNameUpstream(text, lower, words, tongues);
}

/** Whether words stand in a text that tell what a model was made from, beside what may be a model's name. */
function mayNameUpstream(
  text: string,
  lower: string,
  words: string,
  tongues: readonly LanguageRules[],
): boolean {
  const namesModel = words.includes('/') || /\d[bm](?![a-z])/.test(lower) || familiesIn(text).length > 0;
  if (namesModel && tongues.some(({ frames }) => maySayUpstream(frames, lower))) return true;
  const spoken = tongues.flatMap(({ upstream }) =>
    upstream.filter(
      ({ words: said, needs }) => said.mayStandIn(lower) && (needs === undefined || needs.test(text)),
    ),
  );
  return (
    spoken.length > 0 &&
    (spoken.some(({ words: said, target, all }) => (target === 'next' ? said.test(text) : all)) ||
      /[:：]\s*$/.test(text) ||
      namesModel)
  );
}
