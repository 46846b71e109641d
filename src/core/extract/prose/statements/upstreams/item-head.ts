import { holdsLetter } from '../../../../text/signs.ts';
import type { Context } from '../../../context.ts';
import { sizeBehind, type Mention } from '../../mentions.ts';
import type { Sentence } from '../../sentences.ts';
import { isOwn } from '../own-name.ts';

/** A name without signs: "v1-5" is "1.5". */
const folded = (name: string) => name.toLowerCase().replace(/[\s_.-]|v(?=\d)/g, '');

/** What tells of a name at the beginning of an item: a sign, or a verb of its own. */
const TOLD = new RegExp(
  String.raw`^["'\x60*\])]{0,3}(?:\s*[(（][^()（）]{1,40}[)）])?` +
    String.raw`(?:\s*[:：]|\s+[–—|-]{1,2}\s|,? (?:which )?(?:is|was|has been)\s|, an?\s|` +
    String.raw`\s[a-z-]+(?:ed|lt|ing) from\s)`,
  'i',
);

/**
 * Where the name of another model stands that heads an item of a list: "Sibling-13B (new): tuned further from
 * X". Undefined where this model, a part or nothing of the kind heads it, or neither its id nor what its
 * folder is called is known. `mentions` are those of the item's first sentence.
 */
export function otherHeadOf(
  { flat, from, to }: Sentence,
  mentions: readonly Mention[],
  { self, called }: Pick<Context, 'self' | 'called'>,
): { readonly from: number; readonly to: number } | undefined {
  const [head] = mentions;
  const own = [self, called].flatMap((name) => (name === undefined ? [] : [folded(name)]));
  if (head === undefined || own.length === 0 || isOwn(head, self)) return undefined;
  if (holdsLetter(flat.text.slice(from, head.from))) return undefined;
  const size = head.hub ? '' : sizeBehind(flat.text.slice(head.to, head.to + 80));
  const end = head.to + size.length;
  if (!head.hub && !/\d/.test(`${head.raw}${size}`)) return undefined;
  if (!TOLD.test(flat.text.slice(end, to))) return undefined;
  const name = folded((head.hub ? head.model : `${head.raw}${size}`).replace(/^.*\//, ''));
  return own.some((one) => one.includes(name)) ? undefined : { from: head.from, to: end };
}
