import type { Claim, ClaimOf, Matter } from '../../../model/claim.ts';
import { weakest, type Confidence } from '../../../model/confidence.ts';
import { sameText } from '../../../license/texts/text-id.ts';
import type { Place } from '../../../model/place.ts';
import type { RepoKind } from '../../../model/repo.ts';
import type { Identity, License } from '../../../model/license.ts';

/** What the front matter declares as this repository's license. */
export interface DeclaredLicense {
  readonly identity: Identity;
  /** The values as written, joined with `, ` where a list. */
  readonly raw: string;
  /** Where the value stands; the first of a list. */
  readonly claim: ClaimOf<'license'> | ClaimOf<'license-text'>;
  readonly form: 'single' | 'list';
  /**
   * `likely` for a list, which has no defined operator, and for a name beside `other` that only seems to be
   * one of several texts.
   */
  readonly confidence: Confidence;
  /**
   * Where it is several licenses, or only says that there are: what the card says elsewhere of which part or
   * source stands under which.
   */
  readonly toldBy?: readonly (ClaimOf<'source-license'> | ClaimOf<'license'>)[];
}

/** A name of the maker's own choice may stand for a text that is none of those that it resembles. */
const isGuess = ({ raw, identity }: ClaimOf<'license'>) =>
  identity.is === 'unclear' && /^(?:other|unknown)$/i.test(raw);

/**
 * The declared license: the front matter's `license`, single or list. A list is read as AND, the strictest
 * reading.
 */
export function declaredOf(claims: readonly Claim[], kind: RepoKind = 'model'): DeclaredLicense | undefined {
  const declared = ofFrontMatter(claims);
  if (!declared || declared.claim.kind !== 'license') return declared;
  const several = declared.claim.several === true && declared.form === 'single';
  return kind === 'dataset'
    ? withSources(declared, several, claims)
    : several
      ? withWeights(declared, claims)
      : declared;
}

/** `license: other` without a name, where neither a license file nor the text says that one license holds. */
function namesNothing({ raw, form }: DeclaredLicense, claims: readonly Claim[]): boolean {
  if (form === 'list' || raw.toLowerCase() !== 'other') return false;
  const rows = claims.filter(({ kind }) => kind === 'source-license');
  return !claims.some((claim) =>
    claim.kind === 'license-text'
      ? claim.via === 'license-file'
      : claim.kind === 'license' &&
        claim.via === 'prose' &&
        claim.whose === 'own' &&
        claim.about !== 'code' &&
        !rows.some((row) => overlap(row.place, claim.place)),
  );
}

const overlap = (one: Place, other: Place) =>
  one.file === other.file &&
  'start' in one &&
  'start' in other &&
  one.start < other.end &&
  other.start < one.end;

/** A data set of several sources stands under the licenses that its table or list gives to each of them. */
function withSources(declared: DeclaredLicense, several: boolean, claims: readonly Claim[]): DeclaredLicense {
  const told = claims.filter((claim): claim is ClaimOf<'source-license'> => claim.kind === 'source-license');
  const known = told.flatMap(({ identity }) => (identity.is === 'known' ? [identity.license] : []));
  if (told.length < 2 || known.length === 0) return declared;
  const { identity, form } = declared;
  const named =
    form === 'list' && identity.is === 'expression'
      ? identity.of.flatMap((one) => (one.is === 'known' ? [one.license] : []))
      : identity.is === 'unclear'
        ? identity.oneOf
        : [];
  const covers =
    named.length > (form === 'list' ? 0 : 1) &&
    named.every(({ id }) => known.some((license) => sameText(license.id, id)));
  const silent = namesNothing(declared, claims);
  if (!several && !covers && !silent) return declared;
  const distinct = new Map(told.map((claim) => [nameOf(claim), claim.identity]));
  return {
    ...declared,
    identity: form === 'list' ? identity : { is: 'expression', op: 'and', of: [...distinct.values()] },
    // Nothing but the table says that its rows are the sources of this data set, and not those of others.
    confidence: weakest(declared.confidence, silent ? 'possible' : 'likely'),
    toldBy: told,
  };
}

const nameOf = ({ identity, raw }: ClaimOf<'source-license'>) =>
  identity.is === 'known' ? identity.license.id : raw.toLowerCase();

/** A model that says "see table" stands under what the card gives to its weights, where it is one license. */
function withWeights(declared: DeclaredLicense, claims: readonly Claim[]): DeclaredLicense {
  const told = ownStatements(claims).filter(
    ({ about, identity }) => about === 'weights' && identity.is === 'known',
  );
  const [first] = told;
  if (!first || told.some(({ identity }) => !isSame(identity, first.identity))) return declared;
  return {
    ...declared,
    identity: first.identity,
    confidence: weakest(declared.confidence, first.confidence),
    toldBy: told,
  };
}

const isSame = (one: Identity, other: Identity) =>
  one.is === 'known' && other.is === 'known' && sameText(one.license.id, other.license.id);

function ofFrontMatter(claims: readonly Claim[]): DeclaredLicense | undefined {
  const own = claims.filter(
    (claim): claim is ClaimOf<'license'> =>
      claim.kind === 'license' && claim.via === 'front-matter' && claim.whose === 'own',
  );
  const [first, ...rest] = own;
  if (!first) return undefined;
  const name = claims.find((claim) => claim.kind === 'key' && claim.key === 'license_name');
  const shown =
    first.raw.toLowerCase() === 'other' && name?.kind === 'key' && name.value !== undefined
      ? name.value
      : first.raw;
  const settled = rest.length === 0 ? settledBy(first.identity, claims) : undefined;
  if (settled)
    return {
      identity: { is: 'known', license: settled.license },
      raw: shown,
      claim: first,
      form: first.form,
      confidence: weakest(first.confidence, settled.confidence),
    };
  if (rest.length === 0)
    return {
      identity: first.identity,
      raw: shown,
      claim: first,
      form: first.form,
      confidence: isGuess(first) ? weakest(first.confidence, 'likely') : first.confidence,
    };
  return {
    identity: { is: 'expression', op: 'and', of: own.map((claim) => claim.identity) },
    raw: own.map((claim) => claim.raw).join(', '),
    claim: first,
    form: 'list',
    confidence: 'likely',
  };
}

/**
 * Of the texts that bear the declared name, the one that is here: whole and the weights' own for certain,
 * else it seems.
 */
function settledBy(
  identity: Identity,
  claims: readonly Claim[],
): { readonly license: License; readonly confidence: Confidence } | undefined {
  if (identity.is !== 'unclear') return undefined;
  const found = ownTexts(claims).flatMap((text) =>
    identity.oneOf
      .filter(({ id }) => text.match.hits.length === 1 && text.match.hits.some((hit) => sameText(hit.id, id)))
      .map((license) => ({ license, text })),
  );
  const [first] = found;
  if (!first || found.some(({ license }) => license.id !== first.license.id)) return undefined;
  const sure = found.some(({ text }) => text.match.match === 'exact' && text.about === 'weights');
  return { license: first.license, confidence: sure ? 'certain' : 'likely' };
}

/** What a license covers, where that is the model or was not said. */
export const isOfModel = ({ about }: { readonly about: Matter }): boolean =>
  about === 'weights' || about === 'unsaid';

/**
 * Files with the text of a license that may be this repository's own, whole or nearly so and without words
 * that restrict it.
 */
export function ownTexts(claims: readonly Claim[]): ClaimOf<'license-text'>[] {
  return claims.filter(
    (claim): claim is ClaimOf<'license-text'> =>
      claim.kind === 'license-text' &&
      isOfModel(claim) &&
      (claim.match.match === 'exact' || claim.match.match === 'near') &&
      !claim.restrictions,
  );
}

/** What the card's text says of this repository's own license. */
export function ownStatements(claims: readonly Claim[]): ClaimOf<'license'>[] {
  return claims.filter(
    (claim): claim is ClaimOf<'license'> =>
      claim.kind === 'license' && claim.via === 'prose' && claim.whose === 'own' && isOfModel(claim),
  );
}

/**
 * What stands in for a missing declaration: the text in LICENSE, else what the card's text says. A person
 * wrote it, and what it covers was not said: never certain.
 */
export function undeclaredTerms(claims: readonly Claim[]): DeclaredLicense | undefined {
  const file = ownTexts(claims).find(({ identity }) => identity !== undefined);
  if (file?.identity)
    return {
      identity: file.identity,
      raw: file.match.hits[0]?.id ?? '',
      claim: file,
      form: 'single',
      confidence: 'likely',
    };
  const prose = ownStatements(claims).find(({ identity }) => identity.is === 'known');
  return (
    prose && { identity: prose.identity, raw: prose.raw, claim: prose, form: 'single', confidence: 'likely' }
  );
}
