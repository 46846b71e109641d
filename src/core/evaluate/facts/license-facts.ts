import { spellingOf, type Spelling } from '../../license/names/hub-id-suggestion.ts';
import { fileForText } from '../../license/texts/file-for-text.ts';
import type { ClaimOf } from '../../model/claim.ts';
import type { License } from '../../model/license.ts';
import { computedOnce } from './computed-once.ts';
import {
  declaredOf,
  ownStatements,
  ownTexts,
  undeclaredTerms,
  type DeclaredLicense,
} from './claims/declared-license.ts';
import {
  disagreeing,
  keyClashes,
  mismatchesOf,
  type KeyClash,
  type Mismatch,
} from './claims/license-claims.ts';
import { suggestedLicense, type SuggestedLicense } from './claims/suggested-license.ts';
import { unfoundedLicense } from './claims/undeclared-upstreams.ts';
import type { Material } from './material.ts';
import { licensesIn } from './terms/obligations.ts';
import { limitsBeside } from './terms/stated-limits.ts';

/** The license of this repository: what is declared, what files and text say, and where these disagree. */
export interface LicenseFacts {
  /** What the front matter declares; undefined where it declares nothing. */
  readonly declared: DeclaredLicense | undefined;
  /** The declared license or, where none is, the one that LICENSE holds or the card's text names. */
  readonly effective: DeclaredLicense | undefined;
  /** The licenses whose text a file holds that may be this repository's own, one for each file. */
  readonly inFiles: readonly License[];
  /** What the card's text says of this repository's own license. */
  readonly inText: readonly ClaimOf<'license'>[];
  /** Whether card, notice or a LICENSES folder says that the upstream's license covers its part. */
  readonly coversPart: boolean;
  /** Claims elsewhere that name another license for this repository than the front matter declares. */
  readonly conflictingClaims: readonly ClaimOf<'license'>[];
  /** A `license_name` or `license_link` that names another license than the key beside it. */
  readonly conflictingKeys: readonly KeyClash[];
  /** License files that hold another text than the declared license's, or a changed one. */
  readonly mismatchedTexts: readonly Mismatch[];
  /** Sentences that limit the use of the model, where the declared license has no such limit. */
  readonly conflictingLimits: readonly ClaimOf<'use-limit'>[];
  /**
   * The declared license, where its licensor gives it to models of its own alone and nothing here names one
   * of them as upstream.
   */
  readonly withoutUpstream: License | undefined;
  /** What it may declare where it declares nothing. */
  readonly suggested: SuggestedLicense;
  /** How a value of `license:` compares with the list of the Hub. */
  readonly spellingOf: (value: string) => Spelling;
  /** Whether a license is recorded as permissive: it asks for notices, and sets no limits. */
  readonly isPermissive: (license: License) => boolean;
  /** The file that `licet notice --write` puts the text of a license in. */
  readonly fileFor: (license: License) => string;
  /** A license by licet's id; undefined where there is none. */
  readonly byId: (id: string) => License | undefined;
}

/** `owner` is the repository's, where it is known. */
export function licenseFacts(
  { repo, name, kind, claims, ancestors, catalogue }: Material,
  owner: string | undefined,
  upstreams: () => Parameters<typeof suggestedLicense>[0]['upstreams'],
): LicenseFacts {
  const declared = declaredOf(claims, kind);
  const upstream = () =>
    ancestors.flatMap(({ resolution }) => (resolution.is === 'found' ? licensesIn(resolution.license) : []));
  const facts: LicenseFacts = computedOnce<LicenseFacts>({
    declared: () => declared,
    effective: () => declared ?? undeclaredTerms(claims),
    inFiles: () =>
      ownTexts(claims).flatMap(({ match }) =>
        match.hits.slice(0, 1).flatMap(({ id }) => catalogue.byId(id) ?? []),
      ),
    inText: () => ownStatements(claims),
    coversPart: () =>
      claims.some(
        (claim) =>
          claim.kind === 'split-licensing' || (claim.kind === 'license' && claim.whose === 'upstream'),
      ),
    conflictingClaims: () => (declared ? disagreeing(claims, declared, upstream()) : []),
    conflictingKeys: () => (declared ? keyClashes(claims, declared, name.value, catalogue) : []),
    mismatchedTexts: () =>
      declared
        ? mismatchesOf(claims, declared, new Set(upstream().map(({ id }) => id)), facts.coversPart)
        : [],
    conflictingLimits: () => (declared ? limitsBeside(claims, declared) : []),
    withoutUpstream: () => unfoundedLicense(claims, declared, owner),
    suggested: () =>
      suggestedLicense({
        claims,
        inFiles: facts.inFiles,
        inText: facts.inText,
        byId: facts.byId,
        upstreams: upstreams(),
      }),
    spellingOf: () => (value) => spellingOf(value, catalogue),
    isPermissive: () => (license) => catalogue.byId(license.id)?.category === 'permissive',
    fileFor: () => {
      const own = declared?.identity.is === 'known' ? declared.identity.license.id : undefined;
      return (license) => fileForText(license, own, repo.files);
    },
    byId: () => (id) => catalogue.byId(id),
  });
  return facts;
}
