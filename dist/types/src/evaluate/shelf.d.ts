import type { Claim, ClaimOf } from '../model/claim.ts';
import type { License } from '../model/license.ts';
import type { Repo } from '../model/repo.ts';
import type { Source, TextSource } from '../model/source.ts';
import { Words } from '../model/words.ts';
/** What stands beside the card and in it, as rules ask for it. */
export interface Shelf {
    /** Whether a file of this name (any case, any of several) stands in the repository. */
    readonly has: (...names: readonly string[]) => boolean;
    readonly files: readonly string[];
    /** Whether a file by its name holds a use policy. */
    readonly hasUsePolicy: boolean;
    /** Whether the card shows a sentence: headings, links and badges count; code, comments and what is denied do not. */
    readonly shows: (sentence: string) => boolean;
    /** Whether the card says of a phrase that it does not hold: "not built with X". */
    readonly denies: (phrase: string) => boolean;
    /** Whether a notice or license file, or the card, even in a code fence, carries a sentence; case, quotes, © and spacing do not count. */
    readonly carries: (sentence: string) => boolean;
    /** The same, but the words of a license's text do not count: it quotes the notice that it asks for. */
    readonly notifies: (sentence: string) => boolean;
    /** The files that hold a license's text, exactly or with changes. */
    readonly textsOf: (license: License) => readonly ClaimOf<'license-text'>[];
    /** Whether the card or a notice links to the text of a license. */
    readonly links: (license: License) => boolean;
}
/** Files that carry licenses, notices and policies. */
export declare const LEGAL: Words;
/** What stands in a file beside the license texts that it holds, and lines of these that `keep` lets through. */
export declare function besideTexts({ file, text }: TextSource, claims: readonly Claim[], keep?: RegExp): string;
/** Builds the look-ups; texts are folded once, at the first question. */
export declare function shelfOf(repo: Repo, sources: readonly Source[], claims: readonly Claim[]): Shelf;
