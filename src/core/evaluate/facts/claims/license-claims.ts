import type { AddedWords, Claim, ClaimOf } from '../../../model/claim.ts';
import type { Catalogue } from '../../../data/catalogue.ts';
import { identifyName, identifyUrl } from '../../../license/names/identify-name.ts';
import { foldUrl, looksLikeUrl } from '../../../text/license-url.ts';
import { sameText } from '../../../license/texts/text-id.ts';
import type { Identity, License } from '../../../model/license.ts';
import { isOfModel, type DeclaredLicense } from './declared-license.ts';
import { choices } from '../terms/lost-terms.ts';
import { isFree, limitsUse } from '../terms/stated-limits.ts';

/** A license file whose text is not what the card declares. */
export interface Mismatch {
  readonly claim: ClaimOf<'license-text'>;
  readonly id: string;
  readonly how: 'other' | 'changed' | 'restricted';
  /** What was added, where the text is the declared one and restricts use all the same. */
  readonly added?: AddedWords;
  /** Exact text, about the weights, at the root, and nobody said which part it covers. */
  readonly certain: boolean;
}

const idsOf = (identity: Identity): Set<string> =>
  new Set((choices(identity) ?? []).flat().map((license) => license.id));

function named(ids: ReadonlySet<string>, id: string): boolean {
  return [...ids].some((one) => sameText(one, id));
}

/** Whether `license: other` stands beside a name that several texts bear, and which of them is open. */
const ofOwnName = ({ identity, claim }: DeclaredLicense): boolean =>
  identity.is === 'unclear' && 'raw' in claim && /^other$/i.test(claim.raw);

/** The main license file lies at the root and is called after no part of the work. */
const MAIN = /^(?:licen[cs]e|copying|model[_-]?licen[cs]e|licen[cs]e[_-]model)(?:\.(?:txt|md|rst))?$/i;
/** At the root, named as licenses are when there are several. */
const BESIDE = /^(?:licen[cs]e|copying)[._-][\w.+-]+$/i;

/**
 * License files that hold another text than declared, or a changed one. Upstream texts shipped beside are no
 * mismatch.
 */
export function mismatchesOf(
  claims: readonly Claim[],
  declared: DeclaredLicense,
  owedIds: ReadonlySet<string>,
  split: boolean,
): Mismatch[] {
  const ids = idsOf(declared.identity);
  if (ids.size === 0) return [];
  const texts = claims.filter(
    (claim): claim is ClaimOf<'license-text'> => claim.kind === 'license-text' && MAIN.test(claim.match.file),
  );
  const restricted = texts.flatMap((claim): Mismatch[] => {
    const [hit] = claim.match.hits;
    if (!hit || !isOfModel(claim) || !named(ids, hit.id)) return [];
    return (claim.restrictions ?? []).map((added) => ({
      claim,
      id: hit.id,
      how: 'restricted',
      added,
      certain: false,
    }));
  });
  if (restricted.length > 0) return restricted;
  // The declared text may have a file of its own beside the main one: COPYING.LESSER beside COPYING.
  const held = claims.some(
    (claim) =>
      claim.kind === 'license-text' &&
      claim.match.match !== 'changed' &&
      (MAIN.test(claim.match.file) || BESIDE.test(claim.match.file)) &&
      claim.match.hits.some((hit) => named(ids, hit.id)),
  );
  if (held) return [];
  return texts.flatMap((claim): Mismatch[] => {
    const [hit] = claim.match.hits;
    if (!hit || !isOfModel(claim)) return [];
    if (named(ids, hit.id))
      return claim.match.match === 'changed' ? [{ claim, id: hit.id, how: 'changed', certain: false }] : [];
    // A text with a rider, under a name that several such texts bear: one more of them.
    if (claim.restrictions && ofOwnName(declared)) return [];
    if (named(owedIds, hit.id))
      return claim.match.match === 'changed' ? [] : [{ claim, id: hit.id, how: 'other', certain: false }];
    return [
      {
        claim,
        id: hit.id,
        how: 'other',
        certain: claim.match.match === 'exact' && claim.about === 'weights' && !split,
      },
    ];
  });
}

/** Whether two identities can be one license: a name that may mean several agrees with each of them. */
function agree(one: Identity, other: Identity): boolean {
  if (one.is === 'unknown' || other.is === 'unknown') return true;
  const [a, b] = [idsOf(one), idsOf(other)];
  return a.size === 0 || b.size === 0 || [...a].some((id) => named(b, id));
}

const OWN: ReadonlySet<string> = new Set(['prose', 'gguf', 'safetensors', 'template', 'reuse']);

/**
 * Claims of this repository's own license, elsewhere than in the front matter, that name another one. Where
 * no upstream is named, "the original weights" are these, and a license of theirs that limits use is not to
 * be declared away.
 */
export function disagreeing(
  claims: readonly Claim[],
  declared: DeclaredLicense,
  upstream: readonly License[],
): ClaimOf<'license'>[] {
  if (declared.identity.is === 'unknown') return [];
  const origin =
    !claims.some(({ kind }) => kind === 'upstream' || kind === 'invalid-upstream') && isFree(declared);
  const ofOrigin = ({ whose, about, identity }: ClaimOf<'license'>) =>
    origin &&
    whose === 'upstream' &&
    about === 'weights' &&
    identity.is === 'known' &&
    limitsUse(identity.license);
  const seen = new Set<string>();
  return claims.filter((claim): claim is ClaimOf<'license'> => {
    if (
      claim.kind !== 'license' ||
      !OWN.has(claim.via) ||
      !(claim.whose === 'own' ? isOfModel(claim) : ofOrigin(claim))
    )
      return false;
    if (claim.confidence === 'possible') return false;
    if (agree(declared.identity, claim.identity) && !isMadeOf(declared, claim)) return false;
    // Prose that names the upstream's license beside one's own tells of the upstream.
    if (
      claim.via === 'prose' &&
      claim.identity.is === 'known' &&
      upstream.some(
        (license) => claim.identity.is === 'known' && sameText(license.id, claim.identity.license.id),
      )
    )
      return false;
    const key = `${claim.place.file} ${claim.raw.toLowerCase()}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** "MIT with additional terms" where the front matter says MIT: what is added there is missed here. */
const isMadeOf = ({ identity }: DeclaredLicense, { madeFrom }: ClaimOf<'license'>): boolean =>
  identity.is === 'known' && madeFrom !== undefined && sameText(identity.license.id, madeFrom.id);

/** A key beside `license` that names another license than `license` does, or than the name beside it. */
export interface KeyClash {
  readonly claim: ClaimOf<'key'>;
  /** What it names; for a name that several texts bear, the first. */
  readonly license: License;
  /** The key that says otherwise, and its value. */
  readonly against: { readonly key: 'license' | 'license_name'; readonly value: string };
}

/**
 * `license_name` and `license_link` beside a license that they do not name. A name that nobody knows may be
 * the license's own, and a link into this repository leads to a file that `mismatched-license-text` reads.
 */
export function keyClashes(
  claims: readonly Claim[],
  declared: DeclaredLicense,
  own: string,
  catalogue: Catalogue,
): KeyClash[] {
  const key = (name: string) =>
    claims.find(
      (claim): claim is ClaimOf<'key'> & { readonly value: string } =>
        claim.kind === 'key' && claim.key === name && claim.value !== undefined,
    );
  const [name, link] = [key('license_name'), key('license_link')];
  const other = /^other$/i.test(key('license')?.value?.trim() ?? '');
  const named = name && identifyName(name.value.trim(), catalogue);
  const clashing = (
    claim: (ClaimOf<'key'> & { readonly value: string }) | undefined,
    identity: Identity | undefined,
    against: KeyClash['against'] & { readonly identity: Identity },
  ): KeyClash[] => {
    const [license] = identity ? (choices(identity) ?? []).flat() : [];
    return claim && identity && license && !agree(against.identity, identity)
      ? [{ claim, license, against: { key: against.key, value: against.value } }]
      : [];
  };
  const license = { key: 'license', value: declared.raw, identity: declared.identity } as const;
  const byName = other ? [] : clashing(name, named, license);
  if (byName.length > 0) return byName;
  const target =
    link &&
    looksLikeUrl(link.value) &&
    !foldUrl(link.value).startsWith(`huggingface.co/${own.toLowerCase()}/`)
      ? identifyUrl(link.value.trim(), catalogue)
      : undefined;
  return clashing(
    link,
    target,
    other && name && named ? { key: 'license_name', value: name.value, identity: named } : license,
  );
}
