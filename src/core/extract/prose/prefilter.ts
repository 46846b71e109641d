import { languagesOf, type LanguageRules } from './languages.ts';
import { LICENSE_WORD, mayNameLicense } from './license-words.ts';
import { familiesIn } from './family-names.ts';
import type { Candidate } from './candidate-blocks.ts';
import { mayNameProvider } from './statements/provider.ts';
import { labelIn } from './statements/upstream.ts';

/** Names of files that hold licenses. */
const LICENSE_FILE = /notice|copying|use_policy/;

/** Short names of licenses that stand beside a part without any word about licenses. */
const LICENSE_NAME = /cc[- ]by|apache[- ]?2|(?<![a-z])mit(?![a-z])/;

const maySpeakOfLicense = (text: string, lower: string) =>
  LICENSE_WORD.test(lower) || LICENSE_FILE.test(lower) || mayNameLicense(text);

/** Whether words stand in a text, in lower case, that tell something without naming a model, or of a part. */
function mayTell(lower: string, tongues: readonly LanguageRules[]): boolean {
  return (
    tongues.some(({ telling }) => telling.mayStandIn(lower)) ||
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
  const lower = text.toLowerCase();
  if (maySpeakOfLicense(text, lower) || lower.includes('/datasets/')) return true;
  if (text.length < 80 && labelIn(text.replace(/^\s*#+/, '').trim())) return true;
  const tongues = languagesOf(words);
  if (mayTell(lower, tongues)) return true;
  if (LICENSE_NAME.test(lower) && tongues.some(({ license }) => license.code.test(text))) return true;
  const isNamed = words.includes('/') || familiesIn(text).length > 0;
  const framed =
    isNamed &&
    tongues.some(({ frames }) => frames?.upstream.some(({ words: said }) => said.mayStandIn(lower)));
  if (framed) return true;
  const spoken = tongues.flatMap(({ upstream }) =>
    upstream.filter(
      ({ words: said, needs }) => said.mayStandIn(lower) && (needs === undefined || needs.test(text)),
    ),
  );
  return (
    spoken.length > 0 &&
    (spoken.some(({ words: said, target, all }) => (target === 'next' ? said.test(text) : all)) ||
      /[:：]\s*$/.test(text) ||
      isNamed)
  );
}
