import type { Claim, ClaimOf } from '../model/claim.ts';
import type { Owed } from '../model/finding.ts';
import type { Ancestor, CopyrightLine } from '../model/lineage.ts';
import type { Source } from '../model/source.ts';
type UpstreamClaim = ClaimOf<'upstream'>;
/** What card and legal files say about upstreams, as rules ask for it. */
export interface Credits {
    /** Whether card, front matter or a legal file names a model: by id or, where that is long enough to be no chance, by its name alone. */
    names(model: string): boolean;
    /** Whether card, NOTICE or code tell that something was changed: a relation, a training, a conversion, in words or in metadata. */
    readonly tellsChange: boolean;
    /** Whether card or legal files speak of use restrictions: a policy, a clause or a link. */
    readonly tellsRestrictions: boolean;
    /** Towers, encoders and tokenizers that a config takes from elsewhere and nothing names; one for each model. */
    readonly components: readonly UpstreamClaim[];
}
/** Builds the answers; texts are folded at the first question. */
export declare function creditsOf(claims: readonly Claim[], sources: readonly Source[], card: string, owner: string | undefined): Credits;
/** A copyright line that is on record of an upstream, with the terms that ask to keep it, the plainest first. */
export interface KeptLine {
    readonly line: CopyrightLine;
    readonly owed: readonly [Owed, ...Owed[]];
}
/** Every line once, however many upstreams bear it, and the nearest of these. A line of a NOTICE is owed to the duty that speaks of notices. */
export declare function keptLines(byAncestor: ReadonlyMap<Ancestor, readonly Owed[]>): readonly KeptLine[];
/**
 * "Trained from scratch", where a person wrote it of this model, beside an upstream of its weights that is declared or
 * that a tool wrote down. A copied card speaks of its own model: a sentence that names the upstream, or stands in a
 * repository that only repacks it, says nothing of this one; nor does a model of the same owner.
 */
export declare function scratchBeside(claims: readonly Claim[], sources: readonly Source[], ancestors: readonly Ancestor[], name: string, owner: string | undefined): readonly {
    readonly claim: ClaimOf<'from-scratch'>;
    readonly upstream: Ancestor;
}[];
export {};
