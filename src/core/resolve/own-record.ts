import type { ClaimOf } from '../model/claim.ts';
import type { Source } from '../model/source.ts';
import { ownerOf } from '../data/owners.ts';
import { lettersAndDigits } from '../text/normalize-spacing.ts';
import type { Beside } from './relations.ts';

/**
 * Whether a tool writes here the id under which a model was last saved, its own as well as another's. What a
 * GGUF calls its base is another's.
 */
const isRecord = ({ via, place }: ClaimOf<'upstream'>) =>
  via === 'config' || (via === 'gguf' && 'key' in place && place.key === 'general.repo_url');
/** What an owner's name has beside its letters: "acme", "acme-ai", "AcmeHQ". */
const OWNER_SUFFIX = /(?:ai|hq|org|labs?|team|inc|official)$/;
const TITLE = /^(?:#[ \t]+(.+?)[ \t#]*|<h1[^>]*>(.+?)<\/h1>)[ \t]*$/im;

/** The first heading of a card, as it stands; its length is bounded, for a name is short. */
export function titleOf(sources: readonly Source[], card: string): string | undefined {
  const source = sources.find(({ file }) => file === card);
  const found = source?.kind === 'text' ? TITLE.exec(source.text.slice(0, 20_000)) : null;
  return (found?.[1] ?? found?.[2])?.slice(0, 200);
}

const tailOf = (model: string) => model.slice(model.indexOf('/') + 1);
const ownerLetters = (owner: string | undefined) =>
  owner === undefined ? undefined : lettersAndDigits(owner).replace(OWNER_SUFFIX, '');

/**
 * Whether configs alone name a model, and it bears this repository's own
 * name: that of its id, its folder or its card's title, or another name under an owner who is spelled as ours
 * is. So an id is recorded that the repository had, or has elsewhere; no upstream is named.
 */
export function isOwnRecord(
  claims: readonly ClaimOf<'upstream'>[],
  self: string | undefined,
  { name, title }: Beside,
): boolean {
  return claims.every((claim) => {
    const { model, via } = claim;
    if (!isRecord(claim)) return false;
    const [owner, ours] = [ownerLetters(ownerOf(model)), ownerLetters(ownerOf(self ?? ''))];
    if (via === 'config' && owner !== undefined && owner !== '' && owner === ours) return true;
    const letters = lettersAndDigits(tailOf(model));
    const whole = lettersAndDigits(model);
    return (
      [tailOf(self ?? ''), tailOf(name), title ?? ''].some((one) => lettersAndDigits(one) === letters) ||
      lettersAndDigits(name) === whole
    );
  });
}
