import { beginsWith } from '../../license/names/name-prefix.ts';
import type { ClaimOf } from '../../model/claim.ts';
import type { Obligation } from '../../model/finding.ts';
import {
  attributionOf,
  keptLines,
  scratchBeside,
  type KeptLine,
  type Scratch,
} from './attribution/attribution.ts';
import { partFolders } from './attribution/named-parts.ts';
import { computedOnce } from './computed-once.ts';
import type { Material } from './material.ts';
import { keepsLicensorsName } from './terms/clashing-terms.ts';
import type { UpstreamFacts } from './upstream-facts.ts';

/** How card and legal files credit the upstreams. */
export interface AttributionFacts {
  /**
   * Whether card or a legal file names a model: by its id or, where that is distinctive, by its name alone.
   */
  readonly names: (model: string) => boolean;
  /** Whether they link to it: by its id, which is its address on the Hub, or by a link on its name. */
  readonly linksTo: (model: string) => boolean;
  /** Whether they name it outside of the front matter. */
  readonly namesInText: (model: string) => boolean;
  /** Whether card, NOTICE or metadata say that something was changed: trained, converted, merged. */
  readonly statesChanges: boolean;
  /** Whether card or legal files mention use restrictions: a policy, a clause or a link. */
  readonly mentionsRestrictions: boolean;
  /** Copyright lines on record of upstreams whose license asks to keep them, with these obligations. */
  readonly copyrightLines: readonly KeptLine[];
  /** Encoders, tokenizers and other parts that a config takes from elsewhere and nothing names. */
  readonly uncreditedComponents: readonly ClaimOf<'upstream'>[];
  /** "Trained from scratch" beside an upstream of the weights, or beside a part that nothing names. */
  readonly fromScratch: readonly Scratch[];
  /** Whether a name begins with a prefix as a license asks; case and separators do not count. */
  readonly hasPrefix: (name: string, prefix: string) => boolean;
  /** Whether a name begins with the whole name that the licensor itself gave the upstream. */
  readonly keepsLicensorsName: (obligation: Obligation, name: string) => boolean;
}

/** `owner` is the repository's, where it is known. */
export function attributionFacts(
  { repo, name, sources, claims, ancestors }: Material,
  owner: string | undefined,
  { obligationsOf }: UpstreamFacts,
): AttributionFacts {
  const credits = attributionOf(claims, sources, repo.card, owner);
  const facts: AttributionFacts = computedOnce<AttributionFacts>({
    names: () => credits.names,
    linksTo: () => credits.links,
    namesInText: () => credits.namesInText,
    statesChanges: () => credits.tellsChange,
    mentionsRestrictions: () => credits.tellsRestrictions,
    copyrightLines: () => keptLines(new Map(ancestors.map((one) => [one, obligationsOf(one)]))),
    uncreditedComponents: () => [
      ...credits.components,
      ...partFolders(repo.files, [owner ?? '', name.value.split('/').at(-1) ?? '']).filter(
        ({ model }) => !credits.names(model) && !credits.namesPart(model),
      ),
    ],
    fromScratch: () =>
      scratchBeside({
        claims,
        sources,
        ancestors,
        name: name.value,
        owner,
        components: facts.uncreditedComponents,
      }),
    hasPrefix: () => beginsWith,
    keepsLicensorsName: () => keepsLicensorsName,
  });
  return facts;
}
