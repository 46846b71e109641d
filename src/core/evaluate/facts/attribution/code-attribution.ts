import type { Claim, ClaimOf } from '../../../model/claim.ts';
import { textId } from '../../../license/texts/text-id.ts';
import type { License } from '../../../model/license.ts';
import type { Ancestor } from '../../../model/lineage.ts';
import type { Place } from '../../../model/place.ts';
import type { Source } from '../../../model/source.ts';
import { ownerOf } from '../../../data/owners.ts';
import { licensesIn } from '../terms/obligations.ts';
import { lettersAndDigits } from '../../../text/normalize-spacing.ts';
import { besideTexts, LEGAL } from '../legal-files.ts';

type Code = ClaimOf<'code'>;

/** A third party's copyright line in a code file, which card, NOTICE and license files do not name. */
export interface UncreditedHolder {
  readonly claim: Code;
  readonly holder: string;
  readonly place: Place;
  /** How many further files name the same holder in their header. */
  readonly moreFiles: number;
  /** The header names its license too, so what the license asks travels with the file. */
  readonly licensed: boolean;
}

/**
 * A code file that says, or shows, that it was taken from elsewhere, while its header names the publisher
 * alone.
 */
export interface UncreditedOrigin {
  readonly claim: Code;
  readonly taken: Code['takenFrom'][number];
  readonly holder: string;
}

/** A license that code headers name, and of which there is no text here. */
export interface UncreditedLicense {
  readonly claim: ClaimOf<'license'>;
  readonly license: License;
  /** How many further files are under it. */
  readonly moreFiles: number;
  /**
   * Card, NOTICE, license files or front matter name it; what lacks is the text that others' code must bring
   * along.
   */
  readonly named: boolean;
  /** It limits what may be done, or asks that what holds the code stays under it or has its source given. */
  readonly binds: boolean;
}

/** Words of a copyright line that name nobody. */
const PLAIN = new Set(
  (
    'the and of for by team teams inc llc ltd co corp corporation company group authors author ' +
    'contributors labs lab research ai project foundation university all rights reserved its ' +
    'affiliates holder holders models model open source community'
  ).split(' '),
);

const wordsOf = (name: string) =>
  (name.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !PLAIN.has(word));

/**
 * Whether two names may be one party's: lenient, since a question to the wrong one costs more than one not
 * asked.
 */
function alike(one: string, other: string): boolean {
  const [a, b] = [lettersAndDigits(one), lettersAndDigits(other)];
  if (a === '' || b === '') return false;
  return (
    a.includes(b) ||
    b.includes(a) ||
    wordsOf(one).some((word) => b.includes(word)) ||
    wordsOf(other).some((word) => a.includes(word))
  );
}

/** A holder's line, and no sentence about copyright. */
const COPYRIGHT_LINE = /^\W{0,8}(?:Copyright|COPYRIGHT|©|\([cC]\))\s+(?:\([cC]\)|©|[\dA-Z])/;
/** Names of repositories that stand in every card. */
const ANY_NAME = /^(?:repo|repository|models?|code|main|src|projects?)$/;

/**
 * What card, NOTICE and license files say, folded. Addresses of the Hub itself credit nobody, nor do the
 * words of a license's text but its copyright lines.
 */
function creditsIn(claims: readonly Claim[], sources: readonly Source[], card: string): string {
  const said = sources.flatMap((source) =>
    source.kind === 'text' && (source.file === card || LEGAL.test(source.file))
      ? [besideTexts(source, claims, COPYRIGHT_LINE)]
      : [],
  );
  return said.map((text) => lettersAndDigits(text.replace(/(?:huggingface|hf)\.co\b/gi, ' '))).join('\n');
}

/**
 * By what an origin is credited: a repository by its name or its owner, a family by the letters that it
 * begins with (`glm4_moe` by "GLM-4.5").
 */
function stems(origin: string): readonly string[] {
  const [owner = '', name] = origin.split('/');
  return name === undefined
    ? [lettersAndDigits(/^[a-z]{3,}/i.exec(origin)?.[0] ?? origin)]
    : [name, owner].map(lettersAndDigits).filter((one) => one.length > 2 && !ANY_NAME.test(one));
}

/** Code of others that nothing here names. `owner` is the repository's, where it is known. */
export function codeAttribution(
  claims: readonly Claim[],
  sources: readonly Source[],
  ancestors: readonly Ancestor[],
  card: string,
  owner: string | undefined,
): {
  readonly holders: readonly UncreditedHolder[];
  readonly origins: readonly UncreditedOrigin[];
  readonly licenses: readonly UncreditedLicense[];
} {
  const codes = claims.filter((claim): claim is Code => claim.kind === 'code');
  if (!claims.some(({ via }) => via === 'remote-code')) return { holders: [], origins: [], licenses: [] };
  const text = creditsIn(claims, sources, card);
  const upstream = ancestors.flatMap(({ model }) => [ownerOf(model) ?? '', model]);
  const own = (name: string) => owner !== undefined && alike(name, owner);
  const named = (name: string) =>
    text.includes(lettersAndDigits(name)) ||
    wordsOf(name).some((word) => text.includes(lettersAndDigits(word))) ||
    upstream.some((model) => alike(name, model));
  const licensed = new Set(
    claims.flatMap((claim) => (claim.kind === 'license' && claim.about === 'code' ? [claim.place.file] : [])),
  );

  const holders = new Map<string, UncreditedHolder>();
  // Without an owner nobody can tell the publisher's own line from another's.
  if (owner !== undefined)
    for (const claim of codes)
      for (const { name, place } of claim.holders) {
        if (own(name) || named(name)) continue;
        const before = holders.get(lettersAndDigits(name));
        holders.set(
          lettersAndDigits(name),
          before
            ? {
                ...before,
                moreFiles: before.moreFiles + 1,
                licensed: before.licensed && licensed.has(claim.place.file),
              }
            : { claim, holder: name, place, moreFiles: 0, licensed: licensed.has(claim.place.file) },
        );
      }

  const foreign = new Set(
    owner === undefined
      ? []
      : codes.flatMap((claim) => (claim.holders.some(({ name }) => !own(name)) ? [claim.place.file] : [])),
  );
  const origins = codes.flatMap((claim): UncreditedOrigin[] => {
    const [first, ...others] = claim.holders;
    if (!first) return [];
    const holders = [first, ...others];
    // Without an owner any one holder may be the publisher; but nobody copies from himself, and transformers
    // is Hugging Face's.
    const alone =
      owner === undefined
        ? new Set(holders.map(({ name }) => lettersAndDigits(name))).size === 1 &&
          !/hugging ?face/i.test(first.name)
        : holders.every(({ name }) => own(name));
    if (!alone) return [];
    return claim.takenFrom
      .filter(
        ({ origin }) =>
          !alike(origin, owner ?? first.name) &&
          !stems(origin).some((stem) => lettersAndDigits(first.name).includes(stem)) &&
          !stems(origin).some(
            (stem) => text.includes(stem) || upstream.some((model) => lettersAndDigits(model).includes(stem)),
          ),
      )
      .slice(0, 3)
      .map((taken) => ({ claim, taken, holder: first.name }));
  });
  return { holders: [...holders.values()], origins, licenses: missingLicenses(claims, text, foreign) };
}

const BINDS: ReadonlySet<string> = new Set([
  'same-license',
  'disclose-source',
  'network-source',
  'pass-on-restrictions',
]);

/**
 * Licenses of code headers that are neither named nor shipped elsewhere, and those of `foreign` files that
 * are named, but want their text to come along. Of a choice one is enough.
 */
function missingLicenses(
  claims: readonly Claim[],
  text: string,
  foreign: ReadonlySet<string>,
): UncreditedLicense[] {
  const licenses = claims.filter((claim): claim is ClaimOf<'license'> => claim.kind === 'license');
  const texts = new Set(
    claims.flatMap((claim) =>
      claim.kind === 'license-text' ? claim.match.hits.map(({ id }) => textId(id)) : [],
    ),
  );
  const declared = new Set(
    licenses
      .filter(({ via }) => via !== 'remote-code')
      .flatMap(({ identity }) => licensesIn(identity).map(({ id }) => textId(id))),
  );
  // A model's license often has the model's name for its id, which tells of the model.
  const isNamed = ({ id, matter, name, spdx }: License) =>
    declared.has(textId(id)) ||
    [name, spdx, ...(matter === 'model' ? [] : [id])].some(
      (one) => lettersAndDigits(one).length > 3 && text.includes(lettersAndDigits(one)),
    );
  const asksText = ({ duties }: License) =>
    duties.some(({ kind, appliesTo: reaches }) => kind === 'include-license' && reaches.includes('code'));
  const found = new Map<string, UncreditedLicense>();
  for (const claim of licenses.filter(({ via, about }) => via === 'remote-code' && about === 'code')) {
    const { identity } = claim;
    const named =
      identity.is === 'known'
        ? [identity.license]
        : identity.is === 'expression'
          ? identity.of.flatMap((one) => (one.is === 'known' ? [one.license] : []))
          : [];
    const enough = (license: License) =>
      texts.has(textId(license.id)) ||
      (isNamed(license) && !(foreign.has(claim.place.file) && asksText(license)));
    for (const license of identity.is === 'expression' && identity.op === 'or' && named.some(enough)
      ? []
      : named.filter((one) => !enough(one))) {
      const before = found.get(license.id);
      found.set(
        license.id,
        before
          ? { ...before, moreFiles: before.moreFiles + 1 }
          : {
              claim,
              license,
              moreFiles: 0,
              named: isNamed(license),
              binds: license.limits.length > 0 || license.duties.some(({ kind }) => BINDS.has(kind)),
            },
      );
    }
  }
  return [...found.values()];
}
