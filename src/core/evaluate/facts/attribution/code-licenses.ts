import type { Claim, ClaimOf } from '../../../model/claim.ts';
import { textId } from '../../../license/texts/text-id.ts';
import type { License } from '../../../model/license.ts';
import type { CodeCredits } from './code-credits.ts';
import { licensesIn } from '../terms/obligations.ts';
import { lettersAndDigits } from '../../../text/normalize-spacing.ts';

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
export function missingLicenses(
  claims: readonly Claim[],
  credits: Pick<CodeCredits, 'folded'>,
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
      (one) => lettersAndDigits(one).length > 3 && credits.folded.includes(lettersAndDigits(one)),
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
