import { carries, isLimit } from '../../../license/compat/term-coverage.ts';
import type { ClaimOf } from '../../../model/claim.ts';
import type { Clause, License, Term } from '../../../model/license.ts';
import { licensesIn } from './obligations.ts';
import { choices } from './lost-terms.ts';
import type { DeclaredLicense } from '../claims/declared-license.ts';
import type { Resolution } from '../../../model/lineage.ts';

/** Training data whose limits the declared license does not carry. */
export interface DataTerms {
  readonly claim: ClaimOf<'dataset'>;
  /** Of the data set. */
  readonly license: License;
  readonly terms: readonly Term[];
  readonly asOf: string;
  /** Nothing but share-alike. */
  readonly shareAlikeOnly: boolean;
}

/** The terms of a closed model's API, as far as they speak of outputs. */
export interface ProviderTerms {
  readonly id: string;
  readonly document: string;
  readonly section: string;
  readonly summary: string;
  readonly dated?: string;
}

export interface ProviderNote {
  readonly claim: ClaimOf<'provider'>;
  readonly title: string;
  readonly clause: Clause;
}

/** The terms that follow data into what is said of a model: non-commercial, no derivatives, share-alike. */
const FOLLOW: ReadonlySet<Term['kind']> = new Set([
  'non-commercial',
  'research-only',
  'no-derivatives',
  'same-license',
]);

/**
 * Share-alike over data is met by no license of a model but its own, and whether it reaches models is open: a
 * note.
 */
const isShareAlike = (terms: readonly Term[]) => terms.every(({ kind }) => kind === 'same-license');

/** Which limits of the named data sets go unsaid in the declared license. */
export function dataTerms(
  claims: readonly ClaimOf<'dataset'>[],
  known: ReadonlyMap<string, Resolution>,
  declared: DeclaredLicense,
): DataTerms[] {
  const branches = choices(declared.identity);
  if (branches === undefined) return [];
  const seen = new Set<string>();
  return claims.flatMap((claim) => {
    const resolution = known.get(claim.dataset.toLowerCase());
    if (resolution?.is !== 'found' || seen.has(claim.dataset.toLowerCase())) return [];
    seen.add(claim.dataset.toLowerCase());
    return licensesIn(resolution.license)
      .slice(0, 1)
      .flatMap((upstream): DataTerms[] => {
        const terms = [...upstream.limits, ...upstream.duties].filter(
          (term) =>
            FOLLOW.has(term.kind) &&
            (isLimit(term) || [...term.appliesTo, ...term.mayApplyTo].includes('dataset')) &&
            branches.every((all) => all.every((license) => carries(license, upstream, term) === 'no')),
        );
        // A license with a share-alike duty of its own has one; that it is of another text is no news to
        // whoever chose it.
        const kept = terms.filter(
          ({ kind }) =>
            kind !== 'same-license' ||
            !branches.some((all) =>
              all.some(({ duties }) => duties.some((duty) => duty.kind === 'same-license')),
            ),
        );
        return kept.length > 0
          ? [
              {
                claim,
                license: upstream,
                terms: kept,
                asOf: resolution.asOf,
                shareAlikeOnly: isShareAlike(kept),
              },
            ]
          : [];
      });
  });
}

/** One note for each provider that the card names as a source of data. */
export function providerNotes(
  claims: readonly ClaimOf<'provider'>[],
  terms: ReadonlyMap<string, ProviderTerms>,
): ProviderNote[] {
  const seen = new Set<string>();
  return claims.flatMap((claim) => {
    const found = terms.get(claim.provider);
    if (!found || seen.has(claim.provider)) return [];
    seen.add(claim.provider);
    return [
      {
        claim,
        title: `${found.document}${found.dated ? `, ${found.dated}` : ''}`,
        clause: { section: found.section, summary: found.summary },
      },
    ];
  });
}
