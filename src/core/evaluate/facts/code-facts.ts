import {
  codeAttribution,
  type ForeignLicensor,
  type UncreditedHolder,
  type UncreditedOrigin,
} from './attribution/code-attribution.ts';
import { codeCredits } from './attribution/code-credits.ts';
import type { UncreditedLicense } from './attribution/code-licenses.ts';
import { sharedCode, type SharedCode } from './attribution/shared-code.ts';
import { saidOfCode } from './attribution/said-of-code.ts';
import { computedOnce } from './computed-once.ts';
import type { Material } from './material.ts';

/** Code of others in the repository that card, NOTICE and license files do not name. */
export interface CodeFacts {
  /**
   * Holders whose copyright lines stand in code files alone; none where the repository's owner is unknown.
   */
  readonly uncreditedHolders: readonly UncreditedHolder[];
  /** Code files that say, or show, that they come from elsewhere, under the publisher's name or nobody's. */
  readonly uncreditedOrigins: readonly UncreditedOrigin[];
  /** Licenses that code headers name, and whose text is not in the repository. */
  readonly missingLicenses: readonly UncreditedLicense[];
  /** Files that have much code in common with a project on record that nothing names. */
  readonly shared: readonly SharedCode[];
  /** A license file given by a company that nothing else names; none where the owner is unknown. */
  readonly foreignLicensors: readonly ForeignLicensor[];
}

/** `owner` is the repository's, where it is known. */
export function codeFacts(material: Material, owner: string | undefined): CodeFacts {
  const { repo, claims, sources, ancestors } = material;
  const credits = codeCredits(
    claims,
    sources,
    repo.card,
    ancestors.map(({ model }) => model),
  );
  const said = saidOfCode(claims, sources, repo.card);
  const found = computedOnce({ all: () => codeAttribution(material, credits, said, owner) });
  return computedOnce<CodeFacts>({
    uncreditedHolders: () => found.all.holders,
    uncreditedOrigins: () => found.all.origins,
    missingLicenses: () => found.all.licenses,
    shared: () => sharedCode({ claims, sources, credits, said, owner }),
    foreignLicensors: () => found.all.licensors,
  });
}
