import type { Claim, ClaimOf } from '../model/claim.ts';
import type { License } from '../model/license.ts';
import type { Repo } from '../model/repo.ts';
import type { Source } from '../model/source.ts';
/** What stands beside the card and in it, as rules ask for it. */
export interface Shelf {
    /** Whether a file of this name (any case, any of several) stands in the repository. */
    readonly has: (...names: readonly string[]) => boolean;
    readonly files: readonly string[];
    /** Whether the card shows a sentence: headings, links and badges count; code fences and comments do not. */
    readonly shows: (sentence: string) => boolean;
    /** Whether a notice or license file, or the card, carries a sentence; case, quotes, © and spacing do not count. */
    readonly carries: (sentence: string) => boolean;
    /** The same, but a license's own text as its maker wrote it does not count: it quotes the notice that it asks for. */
    readonly notifies: (sentence: string) => boolean;
    /** The files that hold a license's text, exactly or with changes. */
    readonly textsOf: (license: License) => readonly ClaimOf<'license-text'>[];
    /** Whether the card or a notice links to the text of a license. */
    readonly links: (license: License) => boolean;
}
/** Files that carry licenses, notices and policies. */
export declare const LEGAL: RegExp;
/** Builds the look-ups; texts are folded once, at the first question. */
export declare function shelfOf(repo: Repo, sources: readonly Source[], claims: readonly Claim[]): Shelf;
