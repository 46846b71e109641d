import type { Claim, ClaimOf } from '../model/claim.ts';
import type { Owed } from '../model/finding.ts';
import type { Ancestor, CopyrightLine } from '../model/lineage.ts';
import type { Source } from '../model/source.ts';
type UpstreamClaim = ClaimOf<'upstream'>;
/** What card and legal files say about upstreams, as rules ask for it. */
export interface Credits {
    /** Whether card, front matter or a legal file names a model: by id or, where that is long enough to be no chance, by its name alone. */
    names(model: string): boolean;
    /** Whether they lead to it too: by the id, which is its address on the Hub, or by a link on its name. */
    links(model: string): boolean;
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
interface Scene {
    readonly claims: readonly Claim[];
    readonly sources: readonly Source[];
    readonly ancestors: readonly Ancestor[];
    readonly name: string;
    readonly owner: string | undefined;
    /** Parts from elsewhere that nothing names. */
    readonly components: readonly UpstreamClaim[];
}
/** A statement that the model was made from scratch, and what stands beside it. */
export interface Scratch {
    readonly claim: ClaimOf<'from-scratch'>;
    readonly upstream: UpstreamClaim;
}
/**
 * "Trained from scratch", where a person wrote it of this model, beside an upstream of its weights that is declared or
 * that a tool wrote down, or beside a tower that a config takes from elsewhere and the card does not name. A copied card
 * speaks of its own model: a sentence that names the upstream, or stands in a repository that only repacks it, says
 * nothing of this one; nor does a model of the same owner.
 */
export declare function scratchBeside({ claims, sources, ancestors, name, owner, components }: Scene): readonly Scratch[];
export {};
